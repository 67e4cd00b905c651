extension HCLParser {
  /// An expression up to the end of its line, a comma or a closing bracket. Inside brackets line ends do not count.
  mutating func expression(depth: Int, inBrackets: Bool = false) throws(TextFault) -> DataNode {
    let start = scanner.offset
    var parts: [DataNode] = []
    // What the next string is held against, or looked for in.
    var isTested = false
    while true {
      if inBrackets { try skipSpace() } else { scanner.skipBlanks() }
      if scanner.isAtEnd { break }
      switch scanner.byte {
      case 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"):
        return made(parts, from: start)
      case UInt8(ascii: "\""):
        let node = try stringNode(depth: depth)
        if !isTested { parts.append(node) }
        isTested = false
      case UInt8(ascii: "<") where scanner.byte(after: 1) == UInt8(ascii: "<"):
        parts.append(try heredoc(depth: depth))
        // The line of the closing word ends the expression.
        if !inBrackets { return made(parts, from: start) }
      case UInt8(ascii: "["): parts.append(try list(close: UInt8(ascii: "]"), depth: depth))
      case UInt8(ascii: "("):
        let node = try list(close: UInt8(ascii: ")"), depth: depth)
        if !isTested { parts.append(node) }
        isTested = false
      case UInt8(ascii: "{"): parts.append(try object(depth: depth))
      case UInt8(ascii: "#"): scanner.skipToLineEnd()
      case UInt8(ascii: "/"): if try !skipComment() { scanner.offset += 1 }
      case UInt8(ascii: "="):
        // `=>` of an object made by `for`, `==`.
        isTested = scanner.byte(after: 1) == UInt8(ascii: "=")
        if isTested, parts.last?.scalar?.form == .string { parts.removeLast() }
        scanner.offset += isTested ? 2 : 1
      case UInt8(ascii: "!") where scanner.byte(after: 1) == UInt8(ascii: "="):
        isTested = true
        if parts.last?.scalar?.form == .string { parts.removeLast() }
        scanner.offset += 2
      default:
        let word = scanner.run { ByteScanner.isWord($0) || [0x2E, 0x2D].contains($0) || $0 >= 0x80 }
        if word.isEmpty { scanner.offset += 1 } else if let node = literal(word) { parts.append(node) }
        isTested = scanner.byte == UInt8(ascii: "(") && Self.tests.contains(scanner.string(word))
      }
    }
    return made(parts, from: start)
  }

  /// Functions that look for a piece of a text: what they are given is no value of the setting.
  private static let tests: Set<String> = ["endswith", "regex", "regexall", "replace", "startswith", "strcontains"]

  /// A word that is a value: a number or a boolean; names are not.
  private func literal(_ range: Range<Int>) -> DataNode? {
    let text = scanner.string(range)
    let form = YAMLSchema.form(ofPlain: text)
    return form == .string || form == .null
      ? nil : DataNode(content: .scalar(.init(text: text, form: form)), range: range)
  }

  private func made(_ parts: [DataNode], from start: Int) -> DataNode {
    if parts.count == 1 { return parts[0] }
    let range = start..<max(start, parts.last?.range.upperBound ?? start)
    if parts.isEmpty { return DataNode(content: .scalar(.init(text: "", form: .null)), range: range) }
    return DataNode(content: .sequence(parts), range: range)
  }

  private mutating func stringNode(depth: Int) throws(TextFault) -> DataNode {
    let start = scanner.offset
    try count(at: start, depth: depth)
    let text = try string()
    return DataNode(content: .scalar(.init(text: text, form: .string)), range: start..<scanner.offset)
  }

  /// The items of a list, or the arguments of a call: a call with one argument is that argument.
  private mutating func list(close: UInt8, depth: Int) throws(TextFault) -> DataNode {
    let start = scanner.offset
    try count(at: start, depth: depth)
    scanner.offset += 1
    var items: [DataNode] = []
    while true {
      try skipSpace()
      guard !scanner.isAtEnd else {
        throw TextFault(offset: start, message: "The bracket that is opened here is not closed.")
      }
      if scanner.byte == close { break }
      if scanner.byte == UInt8(ascii: ",") {
        scanner.offset += 1
        continue
      }
      let before = scanner.offset
      items.append(try expression(depth: depth + 1, inBrackets: true))
      // A bracket that closes another.
      guard scanner.offset > before else { throw scanner.expected("a value or the closing bracket") }
    }
    scanner.offset += 1
    let isCall = close == UInt8(ascii: ")")
    if isCall, items.count == 1 { return items[0] }
    return DataNode(content: .sequence(items), range: start..<scanner.offset)
  }

  /// `{ key = value, "key": value }`; the body of `for` is passed over.
  private mutating func object(depth: Int) throws(TextFault) -> DataNode {
    let start = scanner.offset
    try count(at: start, depth: depth)
    scanner.offset += 1
    var entries: [DataNode.Entry] = []
    while true {
      try skipSpace()
      guard !scanner.isAtEnd else {
        throw TextFault(offset: start, message: "The object that starts here is not closed by }.")
      }
      if scanner.byte == UInt8(ascii: "}") { break }
      if scanner.byte == UInt8(ascii: ",") {
        scanner.offset += 1
      } else {
        entries.append(try member(depth: depth + 1))
      }
    }
    scanner.offset += 1
    return DataNode(content: .mapping(entries), range: start..<scanner.offset)
  }

  private mutating func member(depth: Int) throws(TextFault) -> DataNode.Entry {
    let start = scanner.offset
    var key: (text: String, range: Range<Int>) = ("", start..<start)
    if scanner.byte == UInt8(ascii: "\"") || ByteScanner.isWord(scanner.byte) { key = try name() }
    scanner.skipBlanks()
    if scanner.byte == UInt8(ascii: "=") || scanner.byte == UInt8(ascii: ":") {
      scanner.offset += 1
    } else if scanner.byte == UInt8(ascii: "}") || scanner.byte == UInt8(ascii: ",") {
      return .init(
        key: key.text, keyRange: key.range,
        value: DataNode(content: .scalar(.init(text: "", form: .null)), range: scanner.offset..<scanner.offset))
    }
    let before = scanner.offset
    let value = try expression(depth: depth)
    // `)` or `]` that closes nothing.
    if scanner.offset == before, scanner.byte == UInt8(ascii: ")") || scanner.byte == UInt8(ascii: "]") {
      throw scanner.expected("a member or }")
    }
    return .init(key: key.text, keyRange: key.range, value: value)
  }

  /// `"…"`: escapes resolved, templates kept as they stand. A template may have quotes inside.
  mutating func string() throws(TextFault) -> String {
    let start = scanner.offset
    scanner.offset += 1
    var decoded: [UInt8] = []
    /// Open `${` and the braces inside them.
    var braces = 0
    while !scanner.isAtEnd, scanner.byte != 0x0A, scanner.byte != 0x0D {
      let byte = scanner.byte
      if braces == 0, byte == UInt8(ascii: "\"") {
        scanner.offset += 1
        return String(decoding: decoded, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        decoded.append(Self.unescaped(scanner.byte(after: 1)))
        scanner.offset = min(scanner.offset + 2, scanner.end)
        continue
      }
      if byte == UInt8(ascii: "{"), braces > 0 || decoded.last == UInt8(ascii: "$") || decoded.last == UInt8(ascii: "%")
      {
        braces += 1
      } else if byte == UInt8(ascii: "}"), braces > 0 {
        braces -= 1
      }
      decoded.append(byte)
      scanner.offset += 1
    }
    throw TextFault(offset: start, message: "The text in quotes that starts here is not closed.")
  }

  private static func unescaped(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: byte
    }
  }

  /// `<<EOF` or `<<-EOF` up to a line that is the word; the range is that of the lines between.
  private mutating func heredoc(depth: Int) throws(TextFault) -> DataNode {
    let start = scanner.offset
    try count(at: start, depth: depth)
    scanner.offset += 2
    if scanner.byte == UInt8(ascii: "-") { scanner.offset += 1 }
    let word = scanner.run { ByteScanner.isWord($0) || $0 == UInt8(ascii: "-") }
    guard !word.isEmpty else { throw scanner.expected("the word that closes the text") }
    scanner.skipToLineEnd()
    scanner.skipLineEnd()
    let content = scanner.offset
    while !scanner.isAtEnd {
      let line = scanner.line()
      if scanner.bytes[scanner.trimmed(line)].elementsEqual(scanner.bytes[word]) {
        let range = content..<max(content, line.lowerBound)
        scanner.offset = line.upperBound
        return DataNode(content: .scalar(.init(text: scanner.string(range), form: .string)), range: range)
      }
    }
    throw TextFault(offset: start, message: "The text that starts here is not closed by \(scanner.string(word)).")
  }
}
