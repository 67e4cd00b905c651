internal import ProvisoCore
internal import ProvisoText

/// What a search for the words that licenses ask for goes by.
struct RequiredTextIndex: Sendable {
  /// In each text that may be found stands one of them.
  let needles: [String]

  private let texts: [RequiredText]
  private let anchors: NeedleSet
  /// For each anchor, the texts that have it.
  private let anchored: [[Anchored]]
  private let anchoredCount: Int
  private let words: NeedleSet
  /// The length of each text, folded.
  private let lengths: [Int]

  /// A text as it is looked for around its anchor.
  private struct Anchored {
    /// The greatest distance from the anchor to either end of the text, with room for what folding takes away.
    var reach: Int
    /// Words that stand in it byte by byte, the longest first.
    var words: [[UInt8]]
    /// A number of its own.
    var number: Int
  }

  /// A word that was looked for up to `end` and not found.
  private struct Missing {
    var word = 0
    var end = 0
  }

  init(_ all: [RequiredText]) {
    var texts: [RequiredText] = []
    var folded: [[UInt8]] = []
    var anchored: [String: [Anchored]] = [:]
    var anchoredCount = 0
    for text in all {
      let words = FoldedText.words(text.words)
      let spellings = RequiredTextAnchor.spellings(of: text.words)
      guard words.count >= 4, !spellings.isEmpty else { continue }
      texts.append(text)
      folded.append(words)
      let plain = RequiredTextAnchor.plainWords(of: text.words)
      for anchor in spellings {
        anchored[anchor, default: []].append(
          Anchored(reach: words.count * 2 + 240, words: plain, number: anchoredCount))
        anchoredCount += 1
      }
    }
    self.anchoredCount = anchoredCount
    self.texts = texts
    lengths = folded.map(\.count)
    words = NeedleSet(folded.map { String(decoding: $0, as: UTF8.self) })
    needles = anchored.keys.sorted()
    anchors = NeedleSet(needles, ignoresCase: true)
    self.anchored = needles.map { anchored[$0] ?? [] }
  }

  /// How many texts are looked for.
  var count: Int { texts.count }

  func read(_ text: FoldedText, _ reader: inout RequiredTextReader, _ found: inout [Int: ObligationEvidence]) {
    words.forEachMatch(in: text.bytes.span) { index, start in
      if found[index] == nil {
        found[index] = reader.evidence(texts[index], in: text, at: start..<(start + lengths[index]))
      }
      return true
    }
  }

  /// The stretches of the file around anchors in which the other words of a text stand too, joined where they meet: each byte
  /// is folded once.
  func windows(_ bytes: [UInt8]) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    let span = bytes.span
    var missing: [Missing] = []
    anchors.forEachMatch(in: span) { anchor, offset in
      if missing.isEmpty { missing = Array(repeating: Missing(), count: anchoredCount) }
      for text in anchored[anchor] {
        let window = max(0, offset - text.reach)..<min(bytes.count, offset + text.reach)
        if let last = windows.last, last.lowerBound <= window.lowerBound, window.upperBound <= last.upperBound {
          continue
        }
        guard Self.haveAll(text.words, in: span, window, &missing[text.number]) else { continue }
        if let last = windows.last, window.lowerBound <= last.upperBound {
          windows[windows.count - 1] =
            min(last.lowerBound, window.lowerBound)..<max(last.upperBound, window.upperBound)
        } else {
          windows.append(window)
        }
      }
      return true
    }
    return windows
  }

  /// Whether all words stand in `window`. Anchors may be close to each other: what was not found before a place is looked for
  /// behind it only.
  private static func haveAll(
    _ words: [[UInt8]], in text: Span<UInt8>, _ window: Range<Int>, _ missing: inout Missing
  ) -> Bool {
    if missing.end > window.lowerBound {
      let word = words[missing.word]
      let start = min(max(window.lowerBound, missing.end - word.count + 1), window.upperBound)
      guard RequiredTextAnchor.stands(word, in: text, start..<window.upperBound) else {
        missing.end = max(missing.end, window.upperBound)
        return false
      }
    }
    for (index, word) in words.enumerated() where !RequiredTextAnchor.stands(word, in: text, window) {
      missing = Missing(word: index, end: window.upperBound)
      return false
    }
    return true
  }
}
