extension TOMLParser {
  /// At a quote: one of the four kinds of strings.
  mutating func string() throws(TextFault) -> String {
    let quote = scanner.byte
    let isMultiline = scanner.byte(after: 1) == quote && scanner.byte(after: 2) == quote
    if quote == UInt8(ascii: "'") { return isMultiline ? try multilineString(quote) : try literalString() }
    return isMultiline ? try multilineString(quote) : try basicString()
  }

  /// `'…'`: no escapes, one line.
  mutating func literalString() throws(TextFault) -> String {
    let start = scanner.offset
    scanner.offset += 1
    let range = scanner.run { $0 != UInt8(ascii: "'") && $0 != 0x0A && $0 != 0x0D }
    guard scanner.byte == UInt8(ascii: "'") else { throw unclosed(start) }
    scanner.offset += 1
    return scanner.string(range)
  }

  /// `"…"`, one line.
  mutating func basicString() throws(TextFault) -> String {
    let start = scanner.offset
    scanner.offset += 1
    var decoded: [UInt8] = []
    while true {
      let run = scanner.run { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != 0x0A && $0 != 0x0D }
      decoded.append(contentsOf: scanner.bytes[run])
      switch scanner.byte {
      case UInt8(ascii: "\"") where !scanner.isAtEnd:
        scanner.offset += 1
        return String(decoding: decoded, as: UTF8.self)
      case UInt8(ascii: "\\") where !scanner.isAtEnd: try escape(into: &decoded)
      default: throw unclosed(start)
      }
    }
  }

  /// Three quotes; a line end right after them does not count, and up to two quotes may stand before the closing three.
  private mutating func multilineString(_ quote: UInt8) throws(TextFault) -> String {
    let start = scanner.offset
    scanner.offset += 3
    if scanner.byte == 0x0D, scanner.byte(after: 1) == 0x0A { scanner.offset += 1 }
    if scanner.byte == 0x0A { scanner.offset += 1 }
    let hasEscapes = quote == UInt8(ascii: "\"")
    var decoded: [UInt8] = []
    while true {
      let run = scanner.run { $0 != quote && !(hasEscapes && $0 == UInt8(ascii: "\\")) }
      decoded.append(contentsOf: scanner.bytes[run])
      guard !scanner.isAtEnd else { throw unclosed(start) }
      if scanner.byte == UInt8(ascii: "\\") {
        if !skipLineEndingBackslash() { try escape(into: &decoded) }
        continue
      }
      let quotes = scanner.run { $0 == quote }
      guard quotes.count >= 3 else {
        decoded.append(contentsOf: scanner.bytes[quotes])
        continue
      }
      let extra = min(quotes.count - 3, 2)
      scanner.offset = quotes.lowerBound + extra + 3
      decoded.append(contentsOf: scanner.bytes[quotes.prefix(extra)])
      return String(decoding: decoded, as: UTF8.self)
    }
  }

  /// `\` at the end of a line: neither it nor the blanks that follow are part of the text.
  private mutating func skipLineEndingBackslash() -> Bool {
    let start = scanner.offset
    scanner.offset += 1
    scanner.skipBlanks()
    guard scanner.byte == 0x0A || scanner.byte == 0x0D else {
      scanner.offset = start
      return false
    }
    scanner.skipSpace()
    return true
  }

  private mutating func escape(into decoded: inout [UInt8]) throws(TextFault) {
    let character = scanner.byte(after: 1)
    switch character {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): decoded.append(character)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "e"): decoded.append(0x1B)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "x"): return try unicodeEscape(digits: 2, into: &decoded)
    case UInt8(ascii: "u"): return try unicodeEscape(digits: 4, into: &decoded)
    case UInt8(ascii: "U"): return try unicodeEscape(digits: 8, into: &decoded)
    default: throw scanner.fault("A backslash must be followed by one of \" \\ b e f n r t u U x.")
    }
    scanner.offset += 2
  }

  private mutating func unicodeEscape(digits: Int, into decoded: inout [UInt8]) throws(TextFault) {
    let start = scanner.offset
    scanner.offset += 2
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = ByteScanner.hexadecimal(scanner.byte) else {
        throw TextFault(offset: start, message: "\(digits) hexadecimal digits were expected after the backslash.")
      }
      value = value << 4 | digit
      scanner.offset += 1
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw TextFault(offset: start, message: "The escape is no Unicode character.")
    }
    decoded.append(contentsOf: String(Character(scalar)).utf8)
  }

  private func unclosed(_ start: Int) -> TextFault {
    TextFault(offset: start, message: "The text in quotes that starts here is not closed.")
  }
}
