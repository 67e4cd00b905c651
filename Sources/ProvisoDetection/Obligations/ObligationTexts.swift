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
  /// The greatest distance from an anchor to either end of a text that has it, with room for what folding takes away.
  private let reach: [Int]
  private let words: NeedleSet
  /// The length of each text, folded.
  private let lengths: [Int]

  init(_ texts: [RequiredText] = []) {
    let folded = texts.map { FoldedText.words($0.words) }
    let usable = texts.indices.filter { folded[$0].count >= 4 && !Self.anchor(texts[$0].words).isEmpty }
    self.texts = usable.map { texts[$0] }
    lengths = usable.map { folded[$0].count }
    words = NeedleSet(usable.map { String(decoding: folded[$0], as: UTF8.self) })
    var reach: [String: Int] = [:]
    for index in usable {
      let anchor = Self.anchor(texts[index].words)
      reach[anchor] = max(reach[anchor] ?? 0, folded[index].count * 2 + 240)
    }
    needles = reach.keys.sorted()
    anchors = NeedleSet(needles, ignoresCase: true)
    self.reach = needles.map { reach[$0] ?? 0 }
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

  /// The stretches of the file around anchors, joined where they meet: each byte is folded once.
  private func windows(_ bytes: [UInt8]) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    anchors.forEachMatch(in: bytes.span) { anchor, offset in
      let window = max(0, offset - reach[anchor])..<min(bytes.count, offset + reach[anchor])
      if let last = windows.last, window.lowerBound <= last.upperBound {
        windows[windows.count - 1] =
          min(last.lowerBound, window.lowerBound)..<max(last.upperBound, window.upperBound)
      } else {
        windows.append(window)
      }
      return true
    }
    return windows
  }

  private static let common: Set<String> = [
    "copyright", "rights", "reserved", "license", "licensed", "agreement", "community", "model", "research", "built",
    "powered", "materials", "attribution", "international",
  ]

  /// The word of `words` that the fewest files have: no common one, the longest; a name or an address before others. Empty
  /// where no word can be searched for byte by byte.
  static func anchor(_ words: String) -> String {
    let candidates = words.split { $0 == " " || $0 == "-" || $0 == "_" }.map { word in
      var word = word
      while let first = word.first, !first.isLetter, !first.isNumber { word = word.dropFirst() }
      while let last = word.last, !last.isLetter, !last.isNumber { word = word.dropLast() }
      return word
    }.filter { word in word.utf8.count >= 2 && word.utf8.allSatisfy { $0 < 0x80 } }
    let ranked = candidates.max { one, other in rank(one) < rank(other) }
    return ranked.map { ASCII.lowercased(String($0)) } ?? ""
  }

  private static func rank(_ word: Substring) -> (Int, Int) {
    let isCommon = common.contains(ASCII.lowercased(String(word)))
    let isName = word.first?.isUppercase == true || word.contains("/")
    return (word.utf8.count < 4 || isCommon ? 0 : isName ? 2 : 1, word.utf8.count)
  }
}
