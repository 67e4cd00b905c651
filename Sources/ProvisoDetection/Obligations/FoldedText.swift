internal import ProvisoText

/// A piece of a text in which what people vary is gone: case, runs of white space, quotation marks, dashes, the copyright
/// sign, emphasis, and the signs that comments and lists put before each line.
struct FoldedText {
  private(set) var bytes: [UInt8] = []
  /// For each folded byte, the offset of the byte it comes from.
  private(set) var offsets: [Int] = []
  /// True where a tag was left out.
  private(set) var hasTags = false

  private let source: [UInt8]
  private let end: Int

  /// - Parameter keepsTags: true to read the words of tags (`alt="…"`) like any other.
  init(_ source: [UInt8], in range: Range<Int>, keepsTags: Bool) {
    self.source = source
    end = range.upperBound
    bytes.reserveCapacity(range.count)
    offsets.reserveCapacity(range.count)
    var isAtLineStart = range.lowerBound == 0 || source[range.lowerBound - 1] == UInt8(ascii: "\n")
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = source[offset]
      let kind = Self.kinds[Int(byte)]
      if byte == UInt8(ascii: "\n") {
        isAtLineStart = true
      } else if isAtLineStart {
        if kind.contains(.lineMark) {
          offset += 1
          continue
        }
        isAtLineStart = false
      }
      if byte == UInt8(ascii: "<"), let after = commentEnd(from: offset) ?? (keepsTags ? nil : tagEnd(from: offset)) {
        hasTags = true
        if !Self.isInline(source[(offset + 1)..<after]) { append(UInt8(ascii: " "), offset) }
        offset = after
      } else if kind.contains(.special) {
        let (folded, count) = fold(at: offset)
        for byte in folded { append(byte, offset) }
        offset += max(count, 1)
      } else {
        if kind.contains(.blank) {
          append(UInt8(ascii: " "), offset)
        } else if !kind.contains(.dropped) {
          append(ASCII.lowercased(byte), offset)
        }
        offset += 1
      }
    }
  }

  /// Words in the same form, without blanks and the full stop at their ends.
  static func words(_ words: String) -> [UInt8] {
    let source = Array(words.utf8)
    var bytes = FoldedText(source, in: 0..<source.count, keepsTags: true).bytes
    while let last = bytes.last, last == UInt8(ascii: " ") || last == UInt8(ascii: ".") { bytes.removeLast() }
    return Array(bytes.drop { $0 == UInt8(ascii: " ") })
  }

  private mutating func append(_ byte: UInt8, _ offset: Int) {
    if byte == UInt8(ascii: " "), bytes.last == byte { return }
    bytes.append(byte)
    offsets.append(offset)
  }

  private struct Kind: OptionSet {
    let rawValue: UInt8
    /// Put before each line by comments and lists.
    static let lineMark = Self(rawValue: 1)
    static let dropped = Self(rawValue: 2)
    static let blank = Self(rawValue: 4)
    /// What stands beside it decides.
    static let special = Self(rawValue: 8)
  }

  private static let kinds: [Kind] = (0..<256).map { value in
    let byte = UInt8(value)
    var kind: Kind = []
    if " \t\r#/*;>%|!-+".utf8.contains(byte) { kind.insert(.lineMark) }
    if "\"'`*[]".utf8.contains(byte) { kind.insert(.dropped) }
    if " \t\n\r-".utf8.contains(byte) { kind.insert(.blank) }
    if byte >= 0x80 || "\\_&{".utf8.contains(byte) { kind.insert(.special) }
    return kind
  }

  /// What stands for the character at `offset`, which is a special one, and how many bytes it took.
  private func fold(at offset: Int) -> (bytes: [UInt8], count: Int) {
    let byte = source[offset]
    if byte == UInt8(ascii: "\\") {
      guard offset + 1 < end else { return ([], 1) }
      let next = source[offset + 1]
      if next == UInt8(ascii: "n") || next == UInt8(ascii: "t") || next == UInt8(ascii: "r") {
        return ([UInt8(ascii: " ")], 2)
      }
      if starts(with: #"\u00a0"#, at: offset) { return ([UInt8(ascii: " ")], 6) }
      return starts(with: #"\u00a9"#, at: offset) ? (Self.copyright, 6) : ([], 1)
    }
    // Emphasis around words; within an address it is a part of it.
    if byte == UInt8(ascii: "_") { return ([isInWord(offset) ? byte : UInt8(ascii: " ")], 1) }
    if byte == UInt8(ascii: "&") { return entity(at: offset) ?? ([byte], 1) }
    // What formatters make of a blank at the end of a line of JSX.
    if byte == UInt8(ascii: "{") {
      return Self.bracedBlanks.first { starts(with: $0, at: offset) }.map { ([UInt8(ascii: " ")], $0.utf8.count) }
        ?? ([byte], 1)
    }
    for (form, folded) in Self.forms where starts(with: form, at: offset) { return (folded, form.utf8.count) }
    return ([byte], 1)
  }

  private static let bracedBlanks = [#"{" "}"#, "{' '}", "{` `}"]

  private func isInWord(_ offset: Int) -> Bool {
    offset > 0 && offset + 1 < end && ASCII.isWord(source[offset - 1]) && ASCII.isWord(source[offset + 1])
  }

  private static let copyright = Array("(c)".utf8)
  private static let forms: [(String, [UInt8])] =
    [("©", copyright)]
    + ["\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{201E}", "«", "»", "®", "™", "\u{FEFF}", "\u{200B}"]
    .map { ($0, []) }
    + ["\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{00A0}", "\u{202F}", "【", "】"]
    .map { ($0, [UInt8(ascii: " ")]) }

  private func entity(at offset: Int) -> ([UInt8], Int)? {
    for (form, folded) in Self.entities where starts(with: form, at: offset) {
      return (Array(folded.utf8), form.utf8.count)
    }
    return numberedCharacter(at: offset)
  }

  /// `&#32;`, `&#x20;`: the character of that number, folded like one that stands there.
  private func numberedCharacter(at offset: Int) -> ([UInt8], Int)? {
    guard starts(with: "&#", at: offset) else { return nil }
    let isHexadecimal = offset + 2 < end && source[offset + 2] | 0x20 == UInt8(ascii: "x")
    let start = offset + (isHexadecimal ? 3 : 2)
    let digits = source[min(start, end)..<min(start + Self.mostDigits, end)].prefix { $0 != UInt8(ascii: ";") }
    guard digits.endIndex < end, source[digits.endIndex] == UInt8(ascii: ";"),
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
      let character = Unicode.Scalar(number)
    else { return nil }
    let bytes = Array(String(character).utf8)
    let count = digits.endIndex + 1 - offset
    if bytes.count == 1 {
      let kind = Self.kinds[Int(bytes[0])]
      if kind.contains(.blank) { return ([UInt8(ascii: " ")], count) }
      return (kind.contains(.dropped) ? [] : [ASCII.lowercased(bytes[0])], count)
    }
    return (Self.forms.first { $0.0.utf8.elementsEqual(bytes) }?.1 ?? bytes, count)
  }

  private static let mostDigits = 7

  private static let entities = [
    ("&copy;", "(c)"), ("&nbsp;", " "),
    ("&amp;", "&"), ("&quot;", ""), ("&apos;", ""),
    ("&ldquo;", ""), ("&rdquo;", ""), ("&reg;", ""), ("&trade;", ""),
  ]

  private func starts(with text: String, at offset: Int) -> Bool {
    let words = text.utf8
    return offset + words.count <= end && source[offset..<(offset + words.count)].elementsEqual(words)
  }

  private static let maximumTag = 1_000

  /// The offset after the comment that begins at `offset`; nil where none does.
  private func commentEnd(from offset: Int) -> Int? {
    guard starts(with: "<!--", at: offset) else { return nil }
    var next = offset + 4
    while next + 2 < end {
      if source[next] == UInt8(ascii: "-"), starts(with: "-->", at: next) { return next + 3 }
      next += 1
    }
    return end
  }

  /// The offset after the tag that begins at `offset`; nil for a `<` that begins none.
  private func tagEnd(from offset: Int) -> Int? {
    guard offset + 1 < end, ASCII.isLetter(source[offset + 1]) || source[offset + 1] == UInt8(ascii: "/") else {
      return nil
    }
    var next = offset + 1
    while next < min(end, offset + Self.maximumTag) {
      if source[next] == UInt8(ascii: ">") { return next + 1 }
      next += 1
    }
    return nil
  }

  /// `<b>Llama</b>` is one word, `Built<br>with` two.
  private static func isInline(_ tag: ArraySlice<UInt8>) -> Bool {
    let name = tag.drop { $0 == UInt8(ascii: "/") }.prefix { ASCII.isLetter($0) }.map { $0 | 0x20 }
    return ["a", "b", "i", "em", "strong", "span", "code", "small", "sup", "font"].contains {
      name.elementsEqual($0.utf8)
    }
  }
}
