/// Walks over the bytes of a text: what the readers written by hand have in common.
struct ByteScanner {
  let bytes: [UInt8]
  let end: Int
  var offset: Int

  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { offset >= end }

  /// The byte at the offset; 0 at the end.
  var byte: UInt8 { offset < end ? bytes[offset] : 0 }

  func byte(after distance: Int) -> UInt8 {
    offset + distance < end && offset + distance >= 0 ? bytes[offset + distance] : 0
  }

  mutating func skipByteOrderMark() {
    if byte == 0xEF, byte(after: 1) == 0xBB, byte(after: 2) == 0xBF { offset += 3 }
  }

  /// Passes over all bytes that `isPart` takes.
  mutating func run(_ isPart: (UInt8) -> Bool) -> Range<Int> {
    let start = offset
    while offset < end, isPart(bytes[offset]) { offset += 1 }
    return start..<offset
  }

  /// Blanks and tabs.
  mutating func skipBlanks() {
    while byte == 0x20 || byte == 0x09 { offset += 1 }
  }

  /// Blanks, tabs and line ends.
  mutating func skipSpace() {
    while offset < end, bytes[offset] == 0x20 || bytes[offset] == 0x0A || bytes[offset] == 0x0D || bytes[offset] == 0x09
    {
      offset += 1
    }
  }

  /// To the line end, which is not passed.
  mutating func skipToLineEnd() {
    while offset < end, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
  }

  /// Passes the line end at the offset, if one is there.
  mutating func skipLineEnd() {
    if byte == 0x0D, byte(after: 1) == 0x0A {
      offset += 2
    } else if offset < end, byte == 0x0A || byte == 0x0D {
      offset += 1
    }
  }

  /// The next line without its end; the scanner stands after the line end.
  mutating func line() -> Range<Int> {
    let start = offset
    skipToLineEnd()
    let line = start..<offset
    skipLineEnd()
    return line
  }

  func starts(with text: StaticString) -> Bool {
    let text = "\(text)".utf8
    return offset + text.count <= end && bytes[offset..<offset + text.count].elementsEqual(text)
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// `range` without blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }

  func fault(_ message: String, isLimit: Bool = false) -> TextFault {
    TextFault(offset: offset, message: message, isLimit: isLimit)
  }

  func expected(_ what: StaticString) -> TextFault {
    guard !isAtEnd else { return fault("Expected \(what), found the end of the text.") }
    if byte == 0x0A || byte == 0x0D { return fault("Expected \(what), found the end of the line.") }
    // One scalar at most, decoded alone so that what follows cannot be long.
    let scalar = String(decoding: bytes[offset..<min(offset + 4, end)], as: UTF8.self).unicodeScalars.first
    guard let scalar, scalar.value >= 0x20, scalar.value != 0x7F else {
      return fault("Expected \(what), found a control character.")
    }
    return fault("Expected \(what), found '\(scalar)'.")
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  /// Letters, digits and `_`.
  static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") }

  static func hexadecimal(_ byte: UInt8) -> UInt32? {
    if isDigit(byte) { return UInt32(byte - 0x30) }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? UInt32(letter) + 10 : nil
  }
}
