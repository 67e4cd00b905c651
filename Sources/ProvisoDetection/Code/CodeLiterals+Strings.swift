/// Strings and comments: where they end, and whether a string's value is what stands between its quotes.
extension CodeLiterals {
  private static let maximumNesting = 32

  /// Goes behind the string that starts here.
  /// - Parameter prefix: The word directly before the quote.
  /// - Returns: What is between the quotes, and whether that is the value of the string.
  mutating func skipString(prefix: Range<Int>?, nesting: Int = 0) -> (range: Range<Int>, isLiteral: Bool) {
    let isSwift = dialect.language == .swift
    let quote = bytes[offset]
    let hashes = isSwift ? hashesBefore(offset) : 0
    let isTriple = peek(1) == quote && peek(2) == quote
    offset += isTriple ? 3 : 1
    let start = offset
    var isComputed = !isSwift && prefix.map(isComputing) == true
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == quote, closes(isTriple: isTriple, hashes: hashes) {
        let end = offset
        offset += (isTriple ? 3 : 1) + hashes
        return (start..<end, !isTriple && !isComputed)
      }
      if byte == UInt8(ascii: "\\") {
        if isSwift, isEscape(hashes: hashes) {
          offset += 1 + hashes
          if peek(0) == UInt8(ascii: "(") {
            isComputed = true
            skipInterpolation(isTriple: isTriple, nesting: nesting)
          } else {
            offset += 1
          }
        } else if isSwift {
          offset += 1
        } else {
          offset += peek(1) == UInt8(ascii: "\r") && peek(2) == UInt8(ascii: "\n") ? 3 : 2
        }
        continue
      }
      if !isTriple, isLineEnd(byte) { break }
      offset = nextMark(after: offset, quote: quote)
    }
    offset = min(offset, bytes.count)
    return (start..<offset, false)
  }

  /// The next byte that can end a string or mean something in it.
  private func nextMark(after start: Int, quote: UInt8) -> Int {
    let bytes = bytes
    var next = start + 1
    while next < bytes.count {
      let byte = bytes[next]
      if byte == quote || byte == UInt8(ascii: "\\") || isLineEnd(byte) { break }
      next += 1
    }
    return next
  }

  /// `\( … )` of Swift: brackets balance, strings inside are passed over.
  private mutating func skipInterpolation(isTriple: Bool, nesting: Int) {
    var depth = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if isLineEnd(byte), !isTriple { return }
      if byte == UInt8(ascii: "\""), nesting < Self.maximumNesting {
        _ = skipString(prefix: nil, nesting: nesting + 1)
        continue
      }
      offset += 1
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return }
    }
  }

  private func closes(isTriple: Bool, hashes: Int) -> Bool {
    let quotes = isTriple ? 3 : 1
    guard !isTriple || (peek(1) == bytes[offset] && peek(2) == bytes[offset]) else { return false }
    return (0..<hashes).allSatisfy { peek(quotes + $0) == UInt8(ascii: "#") }
  }

  /// In `#"…"#` an escape is `\#`.
  private func isEscape(hashes: Int) -> Bool {
    (0..<hashes).allSatisfy { peek(1 + $0) == UInt8(ascii: "#") }
  }

  private func hashesBefore(_ offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] == UInt8(ascii: "#") { start -= 1 }
    return offset - start
  }

  /// `f"…"`, `rb"…"`: the value is not what stands in the file. `r"…"` and `u"…"` are no such prefix, nor is `return`.
  private func isComputing(_ prefix: Range<Int>) -> Bool {
    guard prefix.count <= 2 else { return false }
    var isComputing = false
    for offset in prefix {
      switch bytes[offset] | 0x20 {
      case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "t"): isComputing = true
      case UInt8(ascii: "r"), UInt8(ascii: "u"): break
      default: return false
      }
    }
    return isComputing
  }

  mutating func lineComment() {
    while offset < bytes.count, !isLineEnd(bytes[offset]) {
      if bytes[offset] == UInt8(ascii: "\"") {
        commentString()
      } else {
        offset = nextMark(after: offset, quote: UInt8(ascii: "\""))
      }
    }
  }

  mutating func blockComment() {
    var depth = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        depth += 1
        offset += 2
      } else if byte == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        depth -= 1
        offset += 2
        if depth == 0 { return }
      } else if byte == UInt8(ascii: "\"") {
        commentString()
      } else {
        offset += 1
      }
    }
  }

  /// A quoted word in a comment. An apostrophe or a quote without its fellow on the line is prose.
  private mutating func commentString() {
    let start = offset + 1
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\""), !isLineEnd(bytes[end]) { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else {
      offset = start
      return
    }
    offset = end + 1
    if end - start <= Self.maximumLength { appendComment(start..<end) }
  }

  /// The byte `distance` after the offset; 0 behind the end.
  func peek(_ distance: Int) -> UInt8 {
    offset + distance < bytes.count ? bytes[offset + distance] : 0
  }

  func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  func starts(with token: [UInt8]) -> Bool {
    token.indices.allSatisfy { peek($0) == token[$0] }
  }
}
