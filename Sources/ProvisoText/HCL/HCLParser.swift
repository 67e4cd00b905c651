/// The parser behind ``HCLReader``: bodies and blocks; expressions are in an extension.
struct HCLParser {
  var scanner: ByteScanner
  private let limits: TreeLimits
  private var nodes = 0

  init(_ bytes: [UInt8], limits: TreeLimits) {
    scanner = ByteScanner(bytes)
    self.limits = limits
  }

  mutating func document() throws(TextFault) -> DataNode {
    scanner.skipByteOrderMark()
    let root = try body(from: 0, depth: 0)
    guard scanner.isAtEnd else { throw scanner.expected("an attribute, a block or the end of the text") }
    return root
  }

  /// Attributes and blocks up to `}` or the end.
  private mutating func body(from start: Int, depth: Int) throws(TextFault) -> DataNode {
    var entries: [DataNode.Entry] = []
    while true {
      try skipSpace()
      if scanner.isAtEnd || scanner.byte == UInt8(ascii: "}") { break }
      entries.append(try item(depth: depth))
    }
    return DataNode(content: .mapping(entries), range: start..<scanner.offset)
  }

  /// `name = expression`, or `name "label" { … }`.
  private mutating func item(depth: Int) throws(TextFault) -> DataNode.Entry {
    let start = scanner.offset
    let key = try name()
    try count(at: start, depth: depth)
    scanner.skipBlanks()
    if scanner.byte == UInt8(ascii: "="), scanner.byte(after: 1) != UInt8(ascii: "=") {
      scanner.offset += 1
      return .init(key: key.text, keyRange: key.range, value: try expression(depth: depth))
    }
    var labels = [key]
    while scanner.byte != UInt8(ascii: "{") {
      guard labels.count <= 8 else { throw scanner.expected("{ after the labels of the block") }
      labels.append(try name())
      scanner.skipBlanks()
    }
    let open = scanner.offset
    scanner.offset += 1
    var value = try body(from: open, depth: depth + 1)
    guard scanner.byte == UInt8(ascii: "}"), !scanner.isAtEnd else {
      throw TextFault(offset: open, message: "The block that starts here is not closed by }.")
    }
    scanner.offset += 1
    value.range = open..<scanner.offset
    for label in labels.dropFirst().reversed() {
      let entry = DataNode.Entry(key: label.text, keyRange: label.range, value: value)
      value = DataNode(content: .mapping([entry]), range: label.range.lowerBound..<scanner.offset)
    }
    return .init(key: key.text, keyRange: key.range, value: value)
  }

  /// An identifier or a string in quotes.
  mutating func name() throws(TextFault) -> (text: String, range: Range<Int>) {
    if scanner.byte == UInt8(ascii: "\"") {
      let start = scanner.offset
      let text = try string()
      return (text, start..<scanner.offset)
    }
    let range = scanner.run { ByteScanner.isWord($0) || $0 == UInt8(ascii: "-") || $0 >= 0x80 }
    guard !range.isEmpty else { throw scanner.expected("a name") }
    return (scanner.string(range), range)
  }

  mutating func count(at offset: Int, depth: Int) throws(TextFault) {
    nodes += 1
    guard nodes <= limits.nodes else {
      throw TextFault(offset: offset, message: "The text has more than \(limits.nodes) values.", isLimit: true)
    }
    guard depth < limits.depth else {
      throw TextFault(
        offset: offset, message: "The values are nested more than \(limits.depth) levels deep.", isLimit: true)
    }
  }

  /// Blanks, line ends and comments.
  mutating func skipSpace() throws(TextFault) {
    while true {
      scanner.skipSpace()
      guard try skipComment() else { return }
    }
  }

  /// At a comment: passes it.
  mutating func skipComment() throws(TextFault) -> Bool {
    if scanner.byte == UInt8(ascii: "#") || scanner.starts(with: "//") {
      scanner.skipToLineEnd()
      return true
    }
    guard scanner.starts(with: "/*") else { return false }
    let start = scanner.offset
    scanner.offset += 2
    while !scanner.starts(with: "*/") {
      guard !scanner.isAtEnd else {
        throw TextFault(offset: start, message: "The comment that starts here is not closed.")
      }
      scanner.offset += 1
    }
    scanner.offset += 2
    return true
  }
}
