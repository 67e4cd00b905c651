/// The parser behind ``TOMLReader``.
struct TOMLParser {
  var scanner: ByteScanner
  private let limits: TreeLimits
  private var tables = TOMLTables()
  private var nodes = 0

  init(_ bytes: [UInt8], limits: TreeLimits) {
    scanner = ByteScanner(bytes)
    self.limits = limits
  }

  mutating func document() throws(TextFault) -> DataNode {
    scanner.skipByteOrderMark()
    var current = TOMLTables.root
    // The parts of the current table's own name.
    var depth = 0
    while true {
      skipBlankLines()
      guard !scanner.isAtEnd else { return tables.node() }
      if scanner.byte == UInt8(ascii: "[") {
        (current, depth) = try header()
      } else {
        try pair(into: current, depth: depth)
      }
      try endOfLine()
    }
  }

  /// `[a.b]` or `[[a.b]]`: the table that what follows belongs to.
  private mutating func header() throws(TextFault) -> (table: Int, depth: Int) {
    let start = scanner.offset
    let isArray = scanner.byte(after: 1) == UInt8(ascii: "[")
    scanner.offset += isArray ? 2 : 1
    let path = try keyPath(depth: 0)
    for _ in 0..<(isArray ? 2 : 1) {
      guard scanner.byte == UInt8(ascii: "]") else {
        throw TextFault(offset: start, message: "The name of the table that starts here is not closed by ].")
      }
      scanner.offset += 1
    }
    try count(at: start)
    guard isArray, let last = path.last else { return (tables.open(path, from: TOMLTables.root), path.count) }
    let parent = tables.open(path.dropLast(), from: TOMLTables.root)
    return (tables.append(last, to: parent), path.count)
  }

  private mutating func pair(into table: Int, depth: Int) throws(TextFault) {
    let path = try keyPath(depth: depth)
    guard scanner.byte == UInt8(ascii: "="), let key = path.last else {
      throw scanner.expected("= after the key")
    }
    scanner.offset += 1
    let value = try value(depth: depth + path.count)
    tables.add(key, value, to: tables.open(path.dropLast(), from: table))
  }

  /// `a."b c".d`, blanks around the full stops allowed.
  private mutating func keyPath(depth: Int) throws(TextFault) -> [TOMLTables.Key] {
    var path: [TOMLTables.Key] = []
    while true {
      scanner.skipBlanks()
      let start = scanner.offset
      path.append((try key(), start..<scanner.offset))
      guard depth + path.count <= limits.depth else {
        throw TextFault(
          offset: start, message: "The tables are nested more than \(limits.depth) levels deep.", isLimit: true)
      }
      scanner.skipBlanks()
      guard scanner.byte == UInt8(ascii: ".") else { return path }
      scanner.offset += 1
    }
  }

  private mutating func key() throws(TextFault) -> String {
    if scanner.byte == UInt8(ascii: "\"") { return try basicString() }
    if scanner.byte == UInt8(ascii: "'") { return try literalString() }
    let range = scanner.run { ByteScanner.isWord($0) || $0 == UInt8(ascii: "-") }
    guard !range.isEmpty else { throw scanner.expected("a key") }
    return scanner.string(range)
  }

  private mutating func value(depth: Int) throws(TextFault) -> DataNode {
    scanner.skipBlanks()
    try count(at: scanner.offset)
    guard depth <= limits.depth else {
      throw scanner.fault("The values are nested more than \(limits.depth) levels deep.", isLimit: true)
    }
    let start = scanner.offset
    switch scanner.byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let text = try string()
      return DataNode(content: .scalar(.init(text: text, form: .string)), range: start..<scanner.offset)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "{"): return try inlineTable(depth: depth)
    default: return try literal()
    }
  }

  private mutating func array(depth: Int) throws(TextFault) -> DataNode {
    let start = scanner.offset
    scanner.offset += 1
    var items: [DataNode] = []
    while true {
      skipBlankLines()
      if scanner.byte == UInt8(ascii: "]") { break }
      items.append(try value(depth: depth + 1))
      skipBlankLines()
      if scanner.byte == UInt8(ascii: ",") {
        scanner.offset += 1
      } else if scanner.byte != UInt8(ascii: "]") {
        throw scanner.expected("a comma or ] after the value")
      }
    }
    scanner.offset += 1
    return DataNode(content: .sequence(items), range: start..<scanner.offset)
  }

  private mutating func inlineTable(depth: Int) throws(TextFault) -> DataNode {
    let start = scanner.offset
    scanner.offset += 1
    var inner = TOMLTables()
    while true {
      skipBlankLines()
      if scanner.byte == UInt8(ascii: "}") { break }
      let path = try keyPath(depth: depth)
      guard scanner.byte == UInt8(ascii: "="), let key = path.last else { throw scanner.expected("= after the key") }
      scanner.offset += 1
      inner.add(
        key, try value(depth: depth + path.count), to: inner.open(path.dropLast(), from: TOMLTables.root))
      skipBlankLines()
      if scanner.byte == UInt8(ascii: ",") {
        scanner.offset += 1
      } else if scanner.byte != UInt8(ascii: "}") {
        throw scanner.expected("a comma or } after the value")
      }
    }
    scanner.offset += 1
    return DataNode(content: inner.node().content, range: start..<scanner.offset)
  }

  /// Numbers, booleans and dates; `1979-05-27 07:32:00` is one value.
  private mutating func literal() throws(TextFault) -> DataNode {
    let isPart: (UInt8) -> Bool = { ByteScanner.isWord($0) || [0x2B, 0x2D, 0x2E, 0x3A].contains($0) }
    let start = scanner.offset
    var range = scanner.run(isPart)
    guard !range.isEmpty else { throw scanner.expected("a value") }
    if range.count == 10, scanner.byte == 0x20, ByteScanner.isDigit(scanner.byte(after: 1)) {
      scanner.offset += 1
      range = start..<scanner.run(isPart).upperBound
    }
    let text = scanner.string(range)
    let form: DataNode.Form =
      switch text {
      case "true": .boolean(true)
      case "false": .boolean(false)
      case "inf", "+inf", "-inf", "nan", "+nan", "-nan": .decimal
      default: Self.form(text)
      }
    guard form != .string || ByteScanner.isDigit(scanner.bytes[start]) else {
      throw TextFault(offset: start, message: "Expected a value; text must stand in quotes.")
    }
    return DataNode(content: .scalar(.init(text: text, form: form)), range: range)
  }

  private static func form(_ text: String) -> DataNode.Form {
    let text = String(text.filter { $0 != "_" })
    // YAML has no binary numbers.
    let isBinary = text.hasPrefix("0b") && text.utf8.count > 2 && text.dropFirst(2).allSatisfy { "01".contains($0) }
    return isBinary ? .integer : YAMLSchema.form(ofPlain: text)
  }

  private mutating func count(at offset: Int) throws(TextFault) {
    nodes += 1
    guard nodes <= limits.nodes else {
      throw TextFault(offset: offset, message: "The text has more than \(limits.nodes) values.", isLimit: true)
    }
  }

  private mutating func skipBlankLines() {
    while true {
      scanner.skipSpace()
      guard scanner.byte == UInt8(ascii: "#") else { return }
      scanner.skipToLineEnd()
    }
  }

  private mutating func endOfLine() throws(TextFault) {
    scanner.skipBlanks()
    if scanner.byte == UInt8(ascii: "#") { scanner.skipToLineEnd() }
    guard scanner.isAtEnd || scanner.byte == 0x0A || scanner.byte == 0x0D else {
      throw scanner.expected("the end of the line")
    }
  }
}
