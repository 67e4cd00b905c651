internal import ProvisoCore
internal import ProvisoText

/// Words that licenses ask to be shown, sentences that must go along, names and addresses of licenses and use policies, in
/// the files where words reach somebody.
///
/// Case, white space, quotation marks, dashes, `©` and `(c)`, emphasis, tags and the signs of comments make no difference.
/// What a license text itself quotes is no evidence, nor is a document that says what one would have to show. Each text
/// counts once in a file.
struct ObligationTexts: Detector {
  let id = "obligation-texts"
  let summary = "Display strings, notice sentences and credits that licenses ask for."
  let needles: [String]

  private let texts: [RequiredText]
  private let anchors: NeedleSet
  /// For each anchor, the texts that have it.
  private let anchored: [[Anchored]]
  private let words: NeedleSet
  /// The length of each text, folded.
  private let lengths: [Int]

  /// A text as it is looked for around its anchor.
  private struct Anchored {
    /// The greatest distance from the anchor to either end of the text, with room for what folding takes away.
    var reach: Int
    /// Words that stand in it byte by byte, the longest first.
    var words: [[UInt8]]
  }

  init(_ texts: [RequiredText] = []) {
    let folded = texts.map { FoldedText.words($0.words) }
    let usable = texts.indices.filter {
      folded[$0].count >= 4 && !RequiredTextAnchor.spellings(of: texts[$0].words).isEmpty
    }
    self.texts = usable.map { texts[$0] }
    lengths = usable.map { folded[$0].count }
    words = NeedleSet(usable.map { String(decoding: folded[$0], as: UTF8.self) })
    var anchored: [String: [Anchored]] = [:]
    for index in usable {
      let text = Anchored(
        reach: folded[index].count * 2 + 240, words: RequiredTextAnchor.plainWords(of: texts[index].words))
      for anchor in RequiredTextAnchor.spellings(of: texts[index].words) { anchored[anchor, default: []].append(text) }
    }
    needles = anchored.keys.sorted()
    anchors = NeedleSet(needles, ignoresCase: true)
    self.anchored = needles.map { anchored[$0] ?? [] }
  }

  func searching(for texts: [RequiredText]) -> any Detector { Self(texts) }

  func wants(_ path: FilePath) -> Bool {
    !texts.isEmpty && WordPlaces.place(of: path) != nil
  }

  func detect(_ input: DetectionInput) -> Detections {
    guard let place = WordPlaces.place(of: input.path) else { return Detections() }
    var reader = RequiredTextReader(input: input, place: place)
    var found: [Int: ObligationEvidence] = [:]
    for window in windows(input.source.bytes) {
      let text = FoldedText(input.source.bytes, in: window, keepsTags: false)
      read(text, &reader, &found)
      // The words of an image's description stand in its tag.
      if text.hasTags, found.count < texts.count {
        read(FoldedText(input.source.bytes, in: window, keepsTags: true), &reader, &found)
      }
    }
    return Detections(evidence: found.sorted { $0.key < $1.key }.map(\.value))
  }

  private func read(_ text: FoldedText, _ reader: inout RequiredTextReader, _ found: inout [Int: ObligationEvidence]) {
    words.forEachMatch(in: text.bytes.span) { index, start in
      if found[index] == nil {
        found[index] = reader.evidence(texts[index], in: text, at: start..<(start + lengths[index]))
      }
      return true
    }
  }

  /// The stretches of the file around anchors in which the other words of a text stand too, joined where they meet: each byte
  /// is folded once.
  private func windows(_ bytes: [UInt8]) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    let span = bytes.span
    anchors.forEachMatch(in: span) { anchor, offset in
      for text in anchored[anchor] {
        let window = max(0, offset - text.reach)..<min(bytes.count, offset + text.reach)
        if let last = windows.last, last.lowerBound <= window.lowerBound, window.upperBound <= last.upperBound {
          continue
        }
        guard text.words.allSatisfy({ RequiredTextAnchor.stands($0, in: span, window) }) else { continue }
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
}
