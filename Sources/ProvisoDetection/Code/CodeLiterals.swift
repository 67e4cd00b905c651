internal import ProvisoText

/// Finds the string literals of a source file in one pass, with the call, label and collections each stands in.
///
/// It is no parser: it knows strings, comments, brackets, the word before an opening bracket and the names before `=` and
/// `:`. Strings of several lines, with interpolation, or with a prefix that makes them something else (`f"…"`, `b"…"`) are
/// passed over, since they have no value that could be read.
struct CodeLiterals {
  private static let maximumDepth = 256
  static let maximumLength = 512

  /// The brackets that are open at this place, and what has been read since the last comma or statement.
  struct Frame {
    var kind: CodeScope.Kind
    var scope: Int?
    var argument = 0
    var label: Range<Int>?
    /// The label was followed by a type: an `=` after it gives the value, not another name.
    var isAnnotated = false
    /// Swift: `case` and `default` end at a colon that labels nothing.
    var isCase = false
    /// Swift: `?` whose `:` is still to come.
    var conditions = 0
  }

  let bytes: [UInt8]
  let dialect: CodeDialect
  private(set) var literals: [CodeLiteral] = []
  private(set) var scopes: [CodeScope] = []
  var offset = 0
  /// The statements outside of all brackets, then the open brackets.
  private var frames = [Frame(kind: .block)]
  /// Brackets beyond the depth that is followed.
  private var deeper = 0
  /// The last word, while it could still be a callee or a label.
  private var name: Range<Int>?
  private var isAtStart = true
  /// Whether ``name`` is the first of its statement or argument, `self.` and the like before it not counted.
  private var nameIsFirst = false
  /// The last byte that is neither blank nor comment; `a` for a word, `"` for a string.
  private var previous: UInt8 = 0
  private var lastString: Range<Int>?

  static func find(in source: SourceText, dialect: CodeDialect) -> Self {
    var finder = Self(bytes: source.bytes, dialect: dialect)
    finder.run()
    return finder
  }

  private init(bytes: [UInt8], dialect: CodeDialect) {
    self.bytes = bytes
    self.dialect = dialect
  }

  private mutating func run() {
    let isSwift = dialect.language == .swift
    while offset < bytes.count {
      let byte = bytes[offset]
      if ASCII.isWord(byte) || byte >= 0x80 {
        word()
      } else if ASCII.isBlank(byte) {
        skipBlanks()
      } else if byte == UInt8(ascii: "\"") || (byte == UInt8(ascii: "'") && !isSwift) {
        string()
      } else if byte == dialect.lineComment[0], starts(with: dialect.lineComment) {
        lineComment()
      } else if isSwift, byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        blockComment()
      } else {
        offset += 1
        punctuation(byte)
      }
    }
  }

  private mutating func word() {
    let start = offset
    let bytes = bytes
    var end = start + 1
    while end < bytes.count, ASCII.isWord(bytes[end]) || bytes[end] >= 0x80 { end += 1 }
    offset = end
    name = start..<end
    if previous != UInt8(ascii: ".") { nameIsFirst = isAtStart }
    if isAtStart {
      isAtStart = false
      if dialect.language == .swift, top.kind == .block, isWord("case") || isWord("default") {
        frames[frames.count - 1].isCase = true
      }
    }
    previous = UInt8(ascii: "a")
  }

  private mutating func skipBlanks() {
    let bytes = bytes
    var end = offset + 1
    while end < bytes.count, ASCII.isBlank(bytes[end]) { end += 1 }
    offset = end
  }

  private mutating func punctuation(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      open(byte)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      close()
    case UInt8(ascii: ","):
      comma()
    case UInt8(ascii: ":"):
      if peek(0) == UInt8(ascii: "=") { break }
      colon()
    case UInt8(ascii: "="):
      equals()
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      newline()
      return
    case UInt8(ascii: ";"):
      endStatement()
    case UInt8(ascii: "\\"):
      // Python goes on with the statement on the next line.
      if peek(0) == UInt8(ascii: "\r"), peek(1) == UInt8(ascii: "\n") { offset += 1 }
      if isLineEnd(peek(0)) { offset += 1 }
      return
    case UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      if peek(0) == UInt8(ascii: "=") {
        offset += 1
        compare()
      } else if !(byte == UInt8(ascii: "!") && dialect.language == .swift) {
        name = nil
      }
    case UInt8(ascii: "?"):
      if offset >= 2, ASCII.isWhitespace(bytes[offset - 2]), peek(0) != byte {
        frames[frames.count - 1].conditions += 1
      }
      name = nil
    case UInt8(ascii: "."):
      // `a.b(` is a call of `b`.
      break
    default:
      // After `a + ` there is no word that could name a call; `a += ` gives `a` a value.
      if peek(0) != UInt8(ascii: "=") { name = nil }
    }
    previous = byte
  }

  private mutating func open(_ byte: UInt8) {
    guard frames.count <= Self.maximumDepth else {
      deeper += 1
      return
    }
    let callee = previous == UInt8(ascii: "a") ? name.flatMap { isKeyword($0) ? nil : $0 } : nil
    let kind = self.kind(byte, hasCallee: callee != nil)
    let label = kind == .block && !top.isAnnotated ? nil : top.label
    scopes.append(
      CodeScope(kind: kind, callee: kind == .call ? callee : nil, label: label, parent: top.scope))
    frames.append(Frame(kind: kind, scope: scopes.count - 1))
    name = nil
    isAtStart = true
  }

  private func kind(_ byte: UInt8, hasCallee: Bool) -> CodeScope.Kind {
    if byte == UInt8(ascii: "{") { return dialect.language == .swift ? .block : .collection }
    guard hasCallee || endsOperand(previous) else { return .collection }
    return byte == UInt8(ascii: "(") ? .call : .subscript
  }

  /// Whether a bracket after `byte` takes what stands before it.
  private func endsOperand(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: ">"):
      true
    default: false
    }
  }

  private mutating func close() {
    isAtStart = false
    guard deeper == 0 else {
      deeper -= 1
      return
    }
    let isSubscript = top.kind == .subscript
    if frames.count > 1 { frames.removeLast() }
    // `settings["model"] = …`: the key is the name.
    name = isSubscript && previous == UInt8(ascii: "\"") ? lastString : nil
    nameIsFirst = false
  }

  private mutating func comma() {
    let last = frames.count - 1
    frames[last].argument += 1
    frames[last].isAnnotated = false
    if frames[last].kind != .block { frames[last].label = nil }
    name = nil
    isAtStart = true
  }

  private mutating func colon() {
    let last = frames.count - 1
    defer { name = nil }
    if frames[last].conditions > 0 {
      frames[last].conditions -= 1
      return
    }
    if frames[last].isCase {
      endStatement()
      return
    }
    let isWord = previous == UInt8(ascii: "a")
    switch frames[last].kind {
    case .collection:
      if previous == UInt8(ascii: "\"") {
        frames[last].label = lastString
        if let index = literals.indices.last, literals[index].range == lastString { literals[index].isKey = true }
      } else {
        annotate(isWord)
      }
    case .call, .block:
      annotate(isWord && (dialect.language == .swift || (nameIsFirst && !self.isWord("else"))))
    case .subscript:
      break
    }
  }

  private mutating func annotate(_ isLabel: Bool) {
    guard isLabel else { return }
    frames[frames.count - 1].label = name
    frames[frames.count - 1].isAnnotated = true
  }

  private mutating func equals() {
    if peek(0) == UInt8(ascii: "=") {
      while peek(0) == UInt8(ascii: "=") { offset += 1 }
      compare()
    } else {
      if !top.isAnnotated { frames[frames.count - 1].label = name }
      name = nil
    }
  }

  /// What a literal is compared with names it as an assignment would.
  private mutating func compare() {
    if let name, !top.isAnnotated { frames[frames.count - 1].label = name }
    name = nil
  }

  private mutating func newline() {
    guard top.kind == .block, frames.count == 1 || dialect.language == .swift else { return }
    if dialect.language == .swift, previous == UInt8(ascii: "=") || goesOn { return }
    endStatement()
    previous = UInt8(ascii: "\n")
  }

  /// Whether the next line begins with what goes on with an expression in Swift.
  private var goesOn: Bool {
    var next = offset
    while next < bytes.count, ASCII.isWhitespace(bytes[next]) { next += 1 }
    guard next < bytes.count else { return false }
    switch bytes[next] {
    case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "&"),
      UInt8(ascii: "|"):
      return true
    default: return false
    }
  }

  private mutating func endStatement() {
    let last = frames.count - 1
    if frames[last].kind == .block {
      frames[last].label = nil
      frames[last].isAnnotated = false
      frames[last].isCase = false
      frames[last].conditions = 0
    }
    name = nil
    isAtStart = true
  }

  private mutating func string() {
    let string = skipString(prefix: name.flatMap { $0.upperBound == offset ? $0 : nil })
    let isBeside = previous == UInt8(ascii: "\"") && !isAtStart
    if isBeside, let index = literals.indices.last, literals[index].range == lastString {
      literals[index].isPart = true
    }
    let isOperand = previous == UInt8(ascii: "+") || previous == UInt8(ascii: "/") || previous == UInt8(ascii: "%")
    previous = UInt8(ascii: "\"")
    name = nil
    isAtStart = false
    lastString = string.range
    guard string.isLiteral, string.range.count <= Self.maximumLength else { return }
    literals.append(
      CodeLiteral(
        range: string.range, isKey: top.kind == .subscript, isPart: isBeside || isOperand || isOperandOfNext,
        label: top.label, argument: top.argument, scope: top.scope))
  }

  private var isOperandOfNext: Bool {
    var next = offset
    while next < bytes.count, ASCII.isBlank(bytes[next]) { next += 1 }
    return next < bytes.count && (bytes[next] == UInt8(ascii: "+") || bytes[next] == UInt8(ascii: "%"))
  }

  mutating func appendComment(_ range: Range<Int>) {
    literals.append(CodeLiteral(range: range, isInComment: true))
  }

  private var top: Frame {
    _read { yield frames[frames.count - 1] }
  }

  private func isKeyword(_ word: Range<Int>) -> Bool {
    guard dialect.isKeyword(bytes[word]) else { return false }
    return word.lowerBound == 0 || bytes[word.lowerBound - 1] != UInt8(ascii: ".")
  }

  private func isWord(_ word: StaticString) -> Bool {
    guard let name, name.count == word.utf8CodeUnitCount else { return false }
    return bytes[name].elementsEqual(word.description.utf8)
  }
}
