/// The parser behind ``JSONReader``. Open arrays and objects are on a stack of its own, not on the thread's.
struct JSONParser {
  private struct Frame {
    var start: Int
    var isObject: Bool
    var items: [DataNode] = []
    var entries: [DataNode.Entry] = []
    /// Of the member whose value is being read.
    var key = ""
    var keyRange = 0..<0
  }

  private var lexer: JSONLexer
  private let limits: TreeLimits
  private var frames: [Frame] = []
  private var nodes = 0
  private var duplicates: [DuplicateKey] = []

  init(_ bytes: [UInt8], in range: Range<Int>, isLenient: Bool, limits: TreeLimits) {
    lexer = JSONLexer(bytes, in: range, isLenient: isLenient)
    self.limits = limits
  }

  mutating func document() throws(TextFault) -> JSONDocument {
    try lexer.skipByteOrderMark()
    let root = try value()
    try lexer.skipSpace()
    guard lexer.isAtEnd else { throw lexer.expected("the end of the text after the value") }
    duplicates.sort { $0.again.lowerBound < $1.again.lowerBound }
    return JSONDocument(root: root, duplicateKeys: duplicates)
  }

  private mutating func value() throws(TextFault) -> DataNode {
    while true {
      try lexer.skipSpace()
      nodes += 1
      guard nodes <= limits.nodes else {
        throw lexer.fault("The text has more than \(limits.nodes) values.", isLimit: true)
      }
      var node: DataNode
      switch lexer.byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        guard let closed = try open() else { continue }
        node = closed
      case UInt8(ascii: "\""):
        let start = lexer.offset
        let text = try lexer.string()
        node = DataNode(content: .scalar(.init(text: text, form: .string)), range: start..<lexer.offset)
      default:
        let start = lexer.offset
        let scalar = try lexer.literal()
        node = DataNode(content: .scalar(scalar), range: start..<lexer.offset)
      }
      // A value is complete: it may complete the collections around it.
      while true {
        if frames.isEmpty { return node }
        guard let closed = try add(node) else { break }
        node = closed
      }
    }
  }

  /// At `[` or `{`: an empty collection at once, else nil with a new frame before its first value.
  private mutating func open() throws(TextFault) -> DataNode? {
    guard frames.count < limits.depth else {
      throw lexer.fault("The values are nested more than \(limits.depth) levels deep.", isLimit: true)
    }
    let start = lexer.offset
    let isObject = lexer.byte == UInt8(ascii: "{")
    lexer.offset += 1
    try lexer.skipSpace()
    if lexer.byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      lexer.offset += 1
      return DataNode(content: isObject ? .mapping([]) : .sequence([]), range: start..<lexer.offset)
    }
    var frame = Frame(start: start, isObject: isObject)
    if isObject {
      (frame.key, frame.keyRange) = try key(expectation: "a key in quotes or }")
      frame.entries.reserveCapacity(6)
    }
    frames.append(frame)
    return nil
  }

  /// Adds a value to the innermost collection and reads on to the next value (nil) or the end of the collection.
  private mutating func add(_ node: DataNode) throws(TextFault) -> DataNode? {
    let top = frames.count - 1
    let isObject = frames[top].isObject
    if isObject {
      frames[top].entries.append(.init(key: frames[top].key, keyRange: frames[top].keyRange, value: node))
    } else {
      frames[top].items.append(node)
    }
    let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    try lexer.skipSpace()
    if lexer.byte == UInt8(ascii: ",") {
      lexer.offset += 1
      try lexer.skipSpace()
      if lexer.byte != close || !lexer.isLenient {
        if isObject {
          let key = try key(expectation: "a key in quotes after the comma")
          (frames[top].key, frames[top].keyRange) = key
        }
        return nil
      }
    }
    guard lexer.byte == close else {
      throw lexer.expected(isObject ? "a comma or } after the member" : "a comma or ] after the element")
    }
    lexer.offset += 1
    let frame = frames.removeLast()
    if isObject { DuplicateKey.collect(from: frame.entries, into: &duplicates) }
    return DataNode(
      content: isObject ? .mapping(frame.entries) : .sequence(frame.items), range: frame.start..<lexer.offset)
  }

  private mutating func key(expectation: StaticString) throws(TextFault) -> (String, Range<Int>) {
    guard lexer.byte == UInt8(ascii: "\"") else { throw lexer.expected("\(expectation)") }
    let start = lexer.offset
    let key = try lexer.string()
    let range = start..<lexer.offset
    try lexer.skipSpace()
    guard lexer.byte == UInt8(ascii: ":") else { throw lexer.expected("a colon after the key") }
    lexer.offset += 1
    return (key, range)
  }
}
