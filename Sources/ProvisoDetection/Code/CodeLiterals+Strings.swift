internal import ProvisoText

/// Strings and comments: where they end, and whether a string's value is what stands between its quotes.
extension CodeLiterals {
  private static let maximumNesting = 32

  /// `{"model": …`, `{\"model\": …`, `[{"id": …`.
  func isJSON(_ range: Range<Int>) -> Bool {
    guard range.count > 12, let first = bytes[range].first,
      first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    else { return false }
    let rest = bytes[range].dropFirst().drop {
      ASCII.isBlank($0) || $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "\\")
    }
    return rest.first == UInt8(ascii: "\"")
  }

  /// A keyword of a Lisp, the word behind its bracket or what a definition defines; not the second word of a call such as
  /// `(declare-function make-chat "file")`.
  func nameOfString(_ name: Range<Int>) -> Range<Int>? {
    if name.lowerBound > 0, bytes[name.lowerBound - 1] == UInt8(ascii: ":") { return name }
    guard let first = owner, first != name else { return name }
    let word = bytes[first]
    return ["def", "set", "let"].contains { word.starts(with: $0.utf8) } ? name : nil
  }

  /// What is between quotes.
  struct Text {
    var range: Range<Int>
    /// It stands on one line and is text: neither bytes nor a block.
    var isReadable: Bool
    /// Something is put in at run time.
    var isComputed = false
    /// It is closed, and may stand on several lines.
    var isBlock = false
  }

  /// Goes behind the string that starts here.
  /// - Parameter prefix: The word directly before the quote.
  mutating func skipString(prefix: Range<Int>?, nesting: Int = 0) -> Text {
    let quote = bytes[offset]
    let isBacktick = quote == UInt8(ascii: "`")
    if isRaw(prefix), bytes[offset] == UInt8(ascii: "\""), dialect.rawPrefixes == [UInt8(ascii: "R")] {
      return skipDelimited()
    }
    let hashes = dialect.hasHashes ? hashesBefore(offset) : 0
    let isTriple = dialect.hasTripleQuotes && !isBacktick && peek(1) == quote && peek(2) == quote
    let hasEscapes =
      !(isBacktick && dialect.backtick == .raw) && !isRaw(prefix) && !(hashes > 0 && !isSwift)
      && !(isTriple && dialect.hasRawTripleQuotes)
    let isBlock = isTriple || isBacktick
    let isFormat = dialect.interpolation == .prefixed && prefix.map(isFormatting) == true
    let isBytes = dialect.interpolation == .prefixed && prefix.map(isBytePrefix) == true
    offset += isTriple ? 3 : 1
    let start = offset
    var isComputed = false
    var hasLineEnd = false
    while offset < end {
      let byte = bytes[offset]
      if byte == quote, closes(isTriple: isTriple, hashes: hashes) {
        if isTriple, dialect.hasRawTripleQuotes { while peek(3) == quote { offset += 1 } }
        let stop = offset
        offset += (isTriple ? 3 : 1) + hashes
        let isBlock = hasLineEnd || isTriple && !isOneWord(start..<stop)
        return Text(
          range: start..<stop, isReadable: !isBytes && !isBlock, isComputed: isComputed, isBlock: !isBytes && isBlock)
      }
      if byte == UInt8(ascii: "\\"), hasEscapes {
        if isSwift, isEscape(hashes: hashes) {
          offset += 1 + hashes
          if peek(0) == UInt8(ascii: "(") {
            isComputed = true
            skipInterpolation(isBlock: isBlock, nesting: nesting)
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
      if let length = interpolation(byte, quote) {
        isComputed = true
        offset += length
        if peek(0) == UInt8(ascii: "{") { skipInterpolation(isBlock: isBlock, nesting: nesting) }
        continue
      }
      if isFormat, byte == UInt8(ascii: "{") { isComputed = true }
      if isLineEnd(byte) {
        // Rust's strings, and those of C# behind `@`, go on.
        if !isBlock, !dialect.hasLongStrings, !isRaw(prefix), !(hashes > 0 && !isSwift) { break }
        hasLineEnd = true
      }
      offset = nextMark(after: offset, quote: quote)
    }
    offset = min(offset, end)
    return Text(range: start..<offset, isReadable: false)
  }

  /// Whether what stands between the quotes of a block is a name, and no text: `"""owner/name"""`.
  private func isOneWord(_ range: Range<Int>) -> Bool {
    !range.isEmpty && range.count <= Self.maximumLength && !bytes[range].contains(where: ASCII.isWhitespace)
  }

  private var isSwift: Bool { dialect.interpolation == .backslash }

  /// The bytes of `$` or `#` where it begins something that is put in at run time.
  private func interpolation(_ byte: UInt8, _ quote: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "$"):
      if quote == UInt8(ascii: "`") { return peek(1) == UInt8(ascii: "{") ? 1 : nil }
      guard dialect.interpolation == .dollar, quote == UInt8(ascii: "\"") || dialect.singleQuote == .string else {
        return nil
      }
      return peek(1) == UInt8(ascii: "{") || ASCII.isLetter(peek(1)) ? 1 : nil
    case UInt8(ascii: "#"):
      return dialect.interpolation == .hash && quote == UInt8(ascii: "\"") && peek(1) == UInt8(ascii: "{") ? 1 : nil
    default: return nil
    }
  }

  /// The next byte that can end a string or mean something in it.
  private func nextMark(after start: Int, quote: UInt8) -> Int {
    var next = start + 1
    while next < end {
      let byte = bytes[next]
      if byte == quote || byte == UInt8(ascii: "\\") || isLineEnd(byte) || byte == UInt8(ascii: "$")
        || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "#")
      {
        break
      }
      next += 1
    }
    return next
  }

  /// `\( … )` of Swift, `${ … }` of others: brackets balance, strings inside are passed over.
  private mutating func skipInterpolation(isBlock: Bool, nesting: Int) {
    let opening = peek(0)
    let closing = opening == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
    var depth = 0
    while offset < end {
      let byte = bytes[offset]
      if isLineEnd(byte), !isBlock { return }
      let isQuote =
        byte == UInt8(ascii: "\"") || (!isSwift && byte == UInt8(ascii: "'") && dialect.singleQuote == .string)
        || (byte == UInt8(ascii: "`") && dialect.backtick == .template)
      if isQuote, nesting < Self.maximumNesting {
        _ = skipString(prefix: nil, nesting: nesting + 1)
        continue
      }
      offset += 1
      if byte == opening { depth += 1 }
      if byte == closing { depth -= 1 }
      if depth == 0 { return }
    }
  }

  /// `R"x( … )x"` of C++.
  private mutating func skipDelimited() -> Text {
    offset += 1
    var delimiter: [UInt8] = [UInt8(ascii: ")")]
    while offset < end, bytes[offset] != UInt8(ascii: "("), delimiter.count <= 17 {
      delimiter.append(bytes[offset])
      offset += 1
    }
    delimiter.append(UInt8(ascii: "\""))
    let start = min(offset + 1, end)
    while offset < end, !(bytes[offset] == delimiter[0] && starts(with: delimiter)) { offset += 1 }
    let stop = max(start, min(offset, end))
    let isClosed = offset < end
    offset = min(offset + delimiter.count, end)
    let isReadable = isClosed && isOneWord(start..<stop)
    return Text(range: start..<stop, isReadable: isReadable, isBlock: isClosed && !isReadable)
  }

  /// `'x'`, `'\n'`; a lifetime or a digit's separator is passed over.
  mutating func skipCharacter() {
    offset += 1
    if peek(0) == UInt8(ascii: "\\") {
      var next = offset + 2
      while next < min(end, offset + 12), bytes[next] != UInt8(ascii: "'"), !isLineEnd(bytes[next]) { next += 1 }
      if next < end, bytes[next] == UInt8(ascii: "'") { offset = next + 1 }
      return
    }
    for length in 1...4 where peek(length) == UInt8(ascii: "'") && (length == 1 || peek(0) >= 0x80) {
      offset += length + 1
      return
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

  private func isRaw(_ prefix: Range<Int>?) -> Bool {
    guard let raw = dialect.rawPrefixes.first else { return false }
    if raw == UInt8(ascii: "@") {
      return offset > 0
        && (bytes[offset - 1] == raw
          || (bytes[offset - 1] == UInt8(ascii: "$") && offset > 1 && bytes[offset - 2] == raw))
    }
    return prefix.map { $0.count == 1 && bytes[$0.lowerBound] == raw } == true
  }

  /// `f"…"`, `rf"…"`, `t"…"`. `r"…"` and `u"…"` are no such prefix, nor is `return`.
  private func isFormatting(_ prefix: Range<Int>) -> Bool {
    isPrefix(prefix, holding: [UInt8(ascii: "f"), UInt8(ascii: "t")])
  }

  private func isBytePrefix(_ prefix: Range<Int>) -> Bool { isPrefix(prefix, holding: [UInt8(ascii: "b")]) }

  private func isPrefix(_ prefix: Range<Int>, holding letters: [UInt8]) -> Bool {
    guard prefix.count <= 2 else { return false }
    let word = bytes[prefix].map { $0 | 0x20 }
    return word.allSatisfy { "bfrtu".utf8.contains($0) } && word.contains { letters.contains($0) }
  }

  func isLineComment(_ byte: UInt8) -> Bool {
    // `#[Attribute]` of PHP.
    if byte == UInt8(ascii: "#"), dialect.hasBlockComments, peek(1) == UInt8(ascii: "[") { return false }
    return dialect.lineComments.contains { $0[0] == byte && starts(with: $0) }
  }

  mutating func lineComment() {
    while offset < end, !isLineEnd(bytes[offset]) {
      if bytes[offset] == UInt8(ascii: "\"") {
        commentString()
      } else {
        offset = nextMark(after: offset, quote: UInt8(ascii: "\""))
      }
    }
  }

  mutating func blockComment() {
    var depth = 0
    while offset < end {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        // Where they do not nest, a second opening is text.
        if depth == 0 || dialect.hasNestedComments { depth += 1 }
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
    var stop = start
    while stop < end, bytes[stop] != UInt8(ascii: "\""), !isLineEnd(bytes[stop]) { stop += 1 }
    guard stop < end, bytes[stop] == UInt8(ascii: "\"") else {
      offset = start
      return
    }
    offset = stop + 1
    if stop - start <= Self.maximumLength { appendComment(start..<stop) }
  }

  /// The byte `distance` after the offset; 0 behind the end.
  func peek(_ distance: Int) -> UInt8 {
    offset + distance < end ? bytes[offset + distance] : 0
  }

  func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  func starts(with token: [UInt8]) -> Bool {
    token.indices.allSatisfy { peek($0) == token[$0] }
  }
}
