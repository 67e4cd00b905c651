/// The words of JSON: blanks and comments, strings, numbers and names.
struct JSONLexer {
  let isLenient: Bool
  var offset: Int
  private let bytes: [UInt8]
  private let range: Range<Int>

  /// `range` lies inside `bytes`.
  init(_ bytes: [UInt8], in range: Range<Int>, isLenient: Bool) {
    self.bytes = bytes
    self.range = range
    self.isLenient = isLenient
    offset = range.lowerBound
  }

  var isAtEnd: Bool { offset >= range.upperBound }

  /// The byte at the offset; 0, which stands for nothing in JSON, at the end.
  var byte: UInt8 { offset < range.upperBound ? bytes[offset] : 0 }

  private func byte(after distance: Int) -> UInt8 {
    offset + distance < range.upperBound ? bytes[offset + distance] : 0
  }

  mutating func skipByteOrderMark() throws(TextFault) {
    guard bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    guard isLenient else { throw fault("A byte order mark is not allowed before the value.") }
    offset += 3
  }

  /// Blanks, line ends and, where allowed, comments.
  mutating func skipSpace() throws(TextFault) {
    let end = range.upperBound
    while offset < end {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      case UInt8(ascii: "/") where isLenient: try skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() throws(TextFault) {
    let start = offset
    switch byte(after: 1) {
    case UInt8(ascii: "/"):
      while !isAtEnd, byte != 0x0A, byte != 0x0D { offset += 1 }
    case UInt8(ascii: "*"):
      offset += 2
      while !isAtEnd {
        if byte == UInt8(ascii: "*"), byte(after: 1) == UInt8(ascii: "/") {
          offset += 2
          return
        }
        offset += 1
      }
      throw TextFault(offset: start, message: "The comment that starts here is not closed.")
    default: throw expected("a comment or a value")
    }
  }

  /// At a quote: the text up to the next, escapes resolved.
  mutating func string() throws(TextFault) -> String {
    let start = offset
    offset += 1
    var runStart = offset
    var decoded: [UInt8] = []
    let end = range.upperBound
    while offset < end {
      offset = plainTextEnd(from: offset)
      guard offset < end else { break }
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        let run = bytes[runStart..<offset]
        offset += 1
        if decoded.isEmpty { return String(decoding: run, as: UTF8.self) }
        decoded.append(contentsOf: run)
        return String(decoding: decoded, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        decoded.append(contentsOf: bytes[runStart..<offset])
        try readEscape(into: &decoded)
        runStart = offset
      } else {
        throw fault(
          byte == 0x0A || byte == 0x0D
            ? "The text in quotes is not closed before the end of the line."
            : "Control characters in text must be written as \\u escapes.")
      }
    }
    throw TextFault(offset: start, message: "The text in quotes that starts here is not closed.")
  }

  /// The first quote, backslash or control character, or the end.
  private func plainTextEnd(from start: Int) -> Int {
    let end = range.upperBound
    var position = start
    while position < end {
      let byte = bytes[position]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      position += 1
    }
    return position
  }

  private mutating func readEscape(into decoded: inout [UInt8]) throws(TextFault) {
    let character = byte(after: 1)
    switch character {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(character)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"):
      let scalar = try readUnicodeEscape()
      decoded.append(contentsOf: String(Character(scalar)).utf8)
      return
    default: throw fault("A backslash must be followed by one of \" \\ / b f n r t u.")
    }
    offset += 2
  }

  /// At `\u`: one scalar, of two escapes if they are a surrogate pair.
  private mutating func readUnicodeEscape() throws(TextFault) -> Unicode.Scalar {
    guard let unit = hexadecimalUnit(after: 2) else {
      throw fault("Four hexadecimal digits were expected after \\u.")
    }
    offset += 6
    if unit & 0xFC00 == 0xD800, byte == UInt8(ascii: "\\"), byte(after: 1) == UInt8(ascii: "u"),
      let low = hexadecimalUnit(after: 2), low & 0xFC00 == 0xDC00
    {
      offset += 6
      return Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)) ?? "\u{FFFD}"
    }
    return Unicode.Scalar(unit) ?? "\u{FFFD}"
  }

  private func hexadecimalUnit(after distance: Int) -> UInt32? {
    var unit: UInt32 = 0
    for index in distance..<distance + 4 {
      guard let digit = Character(Unicode.Scalar(byte(after: index))).hexDigitValue else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }

  /// A number, `true`, `false`, `null`, or one of the numbers only Python writes.
  mutating func literal() throws(TextFault) -> DataNode.Scalar {
    switch byte {
    case UInt8(ascii: "t"): if take("true") { return .init(text: "true", form: .boolean(true)) }
    case UInt8(ascii: "f"): if take("false") { return .init(text: "false", form: .boolean(false)) }
    case UInt8(ascii: "n"): if take("null") { return .init(text: "null", form: .null) }
    case UInt8(ascii: "N") where isLenient: if take("NaN") { return .init(text: "NaN", form: .decimal) }
    case UInt8(ascii: "I") where isLenient: if take("Infinity") { return .init(text: "Infinity", form: .decimal) }
    case UInt8(ascii: "-") where isLenient && byte(after: 1) == UInt8(ascii: "I"):
      if take("-Infinity") { return .init(text: "-Infinity", form: .decimal) }
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: break
    }
    throw expected("a value")
  }

  private mutating func take(_ word: String) -> Bool {
    var length = 0
    for expected in word.utf8 {
      guard byte(after: length) == expected else { return false }
      length += 1
    }
    let next = byte(after: length) | 0x20
    guard next < UInt8(ascii: "a") || next > UInt8(ascii: "z") else { return false }
    offset += length
    return true
  }

  private mutating func number() throws(TextFault) -> DataNode.Scalar {
    let start = offset
    var form = DataNode.Form.integer
    if byte == UInt8(ascii: "-") { offset += 1 }
    if byte == UInt8(ascii: "0") {
      offset += 1
      if byte &- 0x30 < 10 { throw TextFault(offset: start, message: "A number cannot start with a zero.") }
    } else {
      try skipDigits()
    }
    if byte == UInt8(ascii: ".") {
      form = .decimal
      offset += 1
      try skipDigits()
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      form = .decimal
      offset += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { offset += 1 }
      try skipDigits()
    }
    return .init(text: String(decoding: bytes[start..<offset], as: UTF8.self), form: form)
  }

  private mutating func skipDigits() throws(TextFault) {
    let start = offset
    while byte &- 0x30 < 10 { offset += 1 }
    if offset == start { throw expected("a digit") }
  }

  func fault(_ message: String, isLimit: Bool = false) -> TextFault {
    TextFault(offset: offset, message: message, isLimit: isLimit)
  }

  /// What was expected here and what stands here.
  func expected(_ what: String) -> TextFault {
    fault("Expected \(what), found \(foundHere).")
  }

  private var foundHere: String {
    guard !isAtEnd else { return "the end of the text" }
    // One scalar at most, decoded alone so that what follows cannot be long.
    let text = String(decoding: bytes[offset..<min(offset + 4, range.upperBound)], as: UTF8.self)
    guard let scalar = text.unicodeScalars.first, scalar.value >= 0x20, scalar.value != 0x7F else {
      return "a control character"
    }
    return "'\(scalar)'"
  }
}
