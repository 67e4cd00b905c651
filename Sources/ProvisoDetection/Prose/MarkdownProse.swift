internal import ProvisoText

/// The sentences and headings of a Markdown file, without what is not the author's own prose.
struct MarkdownProse {
  struct Sentence {
    /// UTF-8, white space folded; masked parts left out.
    var bytes: [UInt8]
    /// From the sentence's first byte to the one after its last.
    var range: Range<Int>

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The bytes of `phrase` (lower case) in the sentence, on one line.
    func location(ofPhrase phrase: String, in source: SourceText) -> Range<Int>? {
      let words = Array(phrase.utf8)
      guard range.count >= words.count else { return nil }
      for start in range.lowerBound...(range.upperBound - words.count)
      where words.indices.allSatisfy({ source.bytes[start + $0] | 0x20 == words[$0] | 0x20 }) {
        return start..<(start + words.count)
      }
      return nil
    }
  }

  private let source: SourceText
  private let readsNotes: Bool

  /// - Parameter readsNotes: True to read the notes that authors set as quotations, `> [!WARNING]` and `> **Note:** …`.
  init(_ source: SourceText, readsNotes: Bool = false) {
    self.source = source
    self.readsNotes = readsNotes
  }

  private static let maximumSentence = 2_000

  func sentences() -> [Sentence] {
    var sentences: [Sentence] = []
    var paragraph: [Range<Int>] = []
    var fence: UInt8?
    var isInComment = false
    var isInNote = false
    let first = (FrontMatter.locate(in: source.bytes)).map { source.lineNumber(at: $0.upperBound) + 1 } ?? 1
    guard first <= source.lineCount else { return [] }
    for number in first...source.lineCount {
      let line = source.lineRange(number)
      var trimmed = self.trimmed(line)
      if let mark = fenceMark(trimmed) {
        if fence == nil { fence = mark } else if fence == mark { fence = nil }
        flush(&paragraph, into: &sentences)
        continue
      }
      if fence != nil { continue }
      if readsNotes, startsWith(">", trimmed) {
        let quoted = self.trimmed((trimmed.lowerBound + 1)..<trimmed.upperBound)
        let isAlert = startsWith("[!", quoted)
        isInNote = isInNote || isAlert || isLabeled(quoted)
        if isInNote, !isAlert { trimmed = quoted }
      } else {
        isInNote = false
      }
      // A comment may stand behind the words of a line.
      let closes = contains("-->", trimmed)
      let hidden = isInComment
      if !isInComment, let comment = place(of: "<!--", trimmed) {
        trimmed = self.trimmed(trimmed.lowerBound..<comment)
        isInComment = true
      }
      if closes { isInComment = false }
      if hidden || trimmed.isEmpty || isIndentedCode(line, trimmed) || startsWith(">", trimmed) {
        flush(&paragraph, into: &sentences)
        continue
      }
      if startsWith("#", trimmed) || startsWith("|", trimmed) || isListItem(trimmed) {
        flush(&paragraph, into: &sentences)
        paragraph.append(trimmed)
        if !isListItem(trimmed) { flush(&paragraph, into: &sentences) }
        continue
      }
      paragraph.append(trimmed)
    }
    flush(&paragraph, into: &sentences)
    return sentences
  }

  /// Splits the paragraph's lines at sentence ends and leaves out code spans, quotations and link targets.
  private func flush(_ paragraph: inout [Range<Int>], into sentences: inout [Sentence]) {
    guard let first = paragraph.first, let last = paragraph.last else { return }
    defer { paragraph = [] }
    var text: [UInt8] = []
    var start = first.lowerBound
    var mask = Mask()
    for line in paragraph {
      mask.endLine()
      if text.last != UInt8(ascii: " "), !text.isEmpty { text.append(UInt8(ascii: " ")) }
      for offset in line {
        let byte = source.bytes[offset]
        guard !mask.hides(byte, previous: offset > 0 ? source.bytes[offset - 1] : 0) else { continue }
        if text.count < Self.maximumSentence { text.append(byte) }
        let next = offset + 1 < line.upperBound ? source.bytes[offset + 1] : UInt8(ascii: " ")
        let isEnd = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(byte) && ASCII.isBlank(next)
        if isEnd {
          append(text, start..<(offset + 1), to: &sentences)
          text = []
          start = offset + 1
        }
      }
    }
    append(text, start..<last.upperBound, to: &sentences)
  }

  private func append(_ text: [UInt8], _ range: Range<Int>, to sentences: inout [Sentence]) {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    for byte in text where !ASCII.isBlank(byte) || (folded.last ?? UInt8(ascii: " ")) != UInt8(ascii: " ") {
      folded.append(ASCII.isBlank(byte) ? UInt8(ascii: " ") : byte)
    }
    if folded.last == UInt8(ascii: " ") { folded.removeLast() }
    if !folded.isEmpty { sentences.append(Sentence(bytes: folded, range: range)) }
  }

  /// Hides `` `code` ``, "quotations" and the address of `[text](address)`.
  private struct Mask {
    private var isInCode = false
    private var isInQuotes = false
    private var isInAddress = false

    mutating func endLine() {
      isInCode = false
      isInQuotes = false
    }

    mutating func hides(_ byte: UInt8, previous: UInt8) -> Bool {
      if isInAddress {
        if byte == UInt8(ascii: ")") { isInAddress = false }
        return true
      }
      if byte == UInt8(ascii: "`") {
        isInCode.toggle()
        return true
      }
      if isInCode { return true }
      if byte == UInt8(ascii: "("), previous == UInt8(ascii: "]") {
        isInAddress = true
        return true
      }
      if byte == UInt8(ascii: "\"") {
        isInQuotes.toggle()
        return true
      }
      return isInQuotes
    }
  }

  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    var start = line.lowerBound
    var end = line.upperBound
    while start < end, ASCII.isBlank(source.bytes[start]) { start += 1 }
    while end > start, ASCII.isBlank(source.bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private func fenceMark(_ line: Range<Int>) -> UInt8? {
    if startsWith("```", line) { return UInt8(ascii: "`") }
    if startsWith("~~~", line) { return UInt8(ascii: "~") }
    return nil
  }

  /// Four blanks or a tab at the start, and no list item that could have a second paragraph.
  private func isIndentedCode(_ line: Range<Int>, _ trimmed: Range<Int>) -> Bool {
    let isIndented = trimmed.lowerBound - line.lowerBound >= 4 || source.bytes[line].first == UInt8(ascii: "\t")
    return isIndented && !isListItem(trimmed)
  }

  private func isListItem(_ line: Range<Int>) -> Bool {
    startsWith("- ", line) || startsWith("* ", line) || startsWith("+ ", line)
  }

  /// Whether the line begins with what authors head a note of their own with: `**Note:**`, `⚠️ License:`.
  private func isLabeled(_ line: Range<Int>) -> Bool {
    let start = source.bytes[line].prefix(40).drop { !ASCII.isLetter($0) }
    let word = start.prefix { ASCII.isLetter($0) }
    return Self.labels.contains(ASCII.lowercased(String(decoding: word, as: UTF8.self)))
  }

  private static let labels: Set<String> = [
    "note", "warning", "important", "caution", "attention", "license", "licence", "licensing", "disclaimer", "notice",
    "terms", "usage",
  ]

  private func startsWith(_ text: String, _ line: Range<Int>) -> Bool {
    source.bytes[line].starts(with: text.utf8)
  }

  private func contains(_ text: String, _ line: Range<Int>) -> Bool {
    place(of: text, line) != nil
  }

  private func place(of text: String, _ line: Range<Int>) -> Int? {
    let words = Array(text.utf8)
    guard line.count >= words.count else { return nil }
    return (line.lowerBound...(line.upperBound - words.count)).first { start in
      words.indices.allSatisfy { source.bytes[start + $0] == words[$0] }
    }
  }
}
