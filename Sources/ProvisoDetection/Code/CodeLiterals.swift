internal import ProvisoText

/// Finds the string literals of a source file in one pass, with the call, label and collections each stands in.
///
/// It is no parser: it knows strings, comments, brackets, the word before an opening bracket and the names before `=` and
/// `:`. Strings of several lines are kept apart, bytes (`b"…"`) are passed over; those that something is put into at run time
/// are marked.
struct CodeLiterals {
  static let maximumDepth = 256
  static let maximumLength = 512

  /// The brackets that are open at this place, and what has been read since the last comma or statement.
  struct Frame {
    var kind: CodeScope.Kind
    var scope: Int?
    var argument = 0
    var label: Range<Int>?
    /// The label was followed by a type: an `=` after it gives the value, not another name.
    var isAnnotated = false
    /// `case` and `default` end at a colon that labels nothing.
    var isCase = false
    /// `?` whose `:` is still to come.
    var conditions = 0
    /// The name before a brace: `ModelId` of `string ModelId { get; set; } = "…"`.
    var owner: Range<Int>?
  }

  let bytes: [UInt8]
  let dialect: CodeDialect
  private(set) var literals: [CodeLiteral] = []
  private(set) var blocks: [CodeBlock] = []
  private(set) var scopes: [CodeScope] = []
  /// The names that calls are given.
  private(set) var arguments: [CodeArgument] = []
  /// Where to stop.
  let end: Int
  var offset = 0
  /// Up to where no regular expression begins, since none that began before was closed on the line.
  var noRegexBefore = 0
  /// How far empty lines were walked over.
  private var blanksEnd = 0
  /// The statements outside of all brackets, then the open brackets.
  private var frames = [Frame(kind: .block)]
  /// The names of Python's `a, b = "…", "…"`, outside of all brackets, and which of them the next value is for.
  private var targets: [Range<Int>] = []
  private var target = 0
  /// Brackets beyond the depth that is followed.
  private var deeper = 0
  /// Where brackets began to be deeper than they are followed.
  private(set) var tooDeep: Int?
  /// The last word, while it could still be a callee or a label.
  var name: Range<Int>?
  var isAtStart = true
  /// Whether ``name`` is the first of its statement or argument, `self.` and the like before it not counted.
  private var nameIsFirst = false
  /// The last byte that is neither blank nor comment; `a` for a word, `"` for a string.
  var previous: UInt8 = 0
  private var lastString: Range<Int>?
  /// For each byte, what it begins.
  private let kinds: [Kind]

  private enum Kind: UInt8 { case punctuation, word, blank, string, character, comment }

  /// The literals of `source`, or of `range` of it.
  static func find(in source: SourceText, range: Range<Int>? = nil, dialect: CodeDialect) -> Self {
    var finder = Self(bytes: source.bytes, range: range ?? 0..<source.bytes.count, dialect: dialect)
    finder.run()
    return finder
  }

  private init(bytes: [UInt8], range: Range<Int>, dialect: CodeDialect) {
    self.bytes = bytes
    self.dialect = dialect
    let range = range.clamped(to: 0..<bytes.count)
    offset = range.lowerBound
    end = range.upperBound
    kinds = Self.kinds(of: dialect)
  }

  private static func kinds(of dialect: CodeDialect) -> [Kind] {
    var kinds: [Kind] = (0..<256).map { value in
      let byte = UInt8(value)
      return ASCII.isWord(byte) || byte >= 0x80 ? .word : ASCII.isBlank(byte) ? .blank : .punctuation
    }
    for comment in dialect.lineComments { kinds[Int(comment[0])] = .comment }
    if dialect.hasBlockComments { kinds[Int(UInt8(ascii: "/"))] = .comment }
    kinds[Int(UInt8(ascii: "\""))] = .string
    if dialect.singleQuote == .string { kinds[Int(UInt8(ascii: "'"))] = .string }
    if dialect.singleQuote == .character { kinds[Int(UInt8(ascii: "'"))] = .character }
    if dialect.backtick != .nothing { kinds[Int(UInt8(ascii: "`"))] = .string }
    if dialect.hasNamesBeforeStrings { kinds[Int(UInt8(ascii: "-"))] = .word }
    return kinds
  }

  private mutating func run() {
    while offset < end {
      let byte = bytes[offset]
      switch kinds[Int(byte)] {
      case .word: word()
      case .blank: skipBlanks()
      case .string: string()
      case .character: skipCharacter()
      case .comment where isLineComment(byte): lineComment()
      case .comment where byte == UInt8(ascii: "/") && dialect.hasBlockComments && peek(1) == UInt8(ascii: "*"):
        blockComment()
      case .comment where byte == UInt8(ascii: "/") && dialect.hasRegexLiterals && skipRegex(): break
      case .comment, .punctuation:
        offset += 1
        punctuation(byte)
      }
    }
  }

  private mutating func word() {
    let start = offset
    var next = start + 1
    while next < end, kinds[Int(bytes[next])] == .word { next += 1 }
    offset = next
    name = start..<next
    if previous != UInt8(ascii: ".") { nameIsFirst = isAtStart }
    if isAtStart {
      isAtStart = false
      if dialect.hasNamesBeforeStrings { frames[frames.count - 1].owner = start..<next }
      if dialect.braces != .entries, top.kind == .block, isWord("case") || isWord("default") {
        frames[frames.count - 1].isCase = true
      }
    }
    previous = UInt8(ascii: "a")
  }

  private mutating func skipBlanks() {
    var next = offset + 1
    while next < end, ASCII.isBlank(bytes[next]) { next += 1 }
    offset = next
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
      if peek(0) == UInt8(ascii: ":"), dialect.braces == .either {
        // `a::b(` is a call of `b`; in Julia `a::B` is an `a` of type `B`.
        offset += 1
        if dialect.hasDoubleColonTypes, previous == UInt8(ascii: "a") { annotate(true) }
        name = dialect.hasDoubleColonTypes ? nil : name
        previous = UInt8(ascii: ".")
        return
      }
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
      } else if byte == UInt8(ascii: "<"), dialect.hasArrowAssignment, peek(0) == UInt8(ascii: "-") {
        offset += 1
        frames[frames.count - 1].label = name
        name = nil
      } else if !(byte == UInt8(ascii: "!") && dialect.braces == .statements) {
        name = nil
      }
    case UInt8(ascii: "?"):
      // `model?: string` of TypeScript.
      if peek(0) == UInt8(ascii: ":"), dialect.braces == .either, previous == UInt8(ascii: "a"), offset >= 2,
        !ASCII.isWhitespace(bytes[offset - 2])
      {
        return
      }
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
      tooDeep = tooDeep ?? offset - 1
      return
    }
    let callee = previous == UInt8(ascii: "a") ? name.flatMap { isKeyword($0) ? nil : $0 } : nil
    let kind = self.kind(byte, hasCallee: callee != nil)
    let label = kind == .block && !top.isAnnotated ? nil : top.label
    scopes.append(
      CodeScope(
        kind: kind, callee: kind == .call ? callee : nil, label: label, parent: top.scope, argument: top.argument,
        range: offset - 1..<end))
    var frame = Frame(kind: kind, scope: scopes.count - 1)
    if kind == .block, dialect.braces == .either { frame.owner = callee }
    frames.append(frame)
    name = nil
    isAtStart = true
  }

  private func kind(_ byte: UInt8, hasCallee: Bool) -> CodeScope.Kind {
    if byte == UInt8(ascii: "{") {
      switch dialect.braces {
      case .statements: return .block
      case .entries: return .collection
      case .either: return braceKind
      }
    }
    guard hasCallee || endsOperand(previous) else { return .collection }
    // `vec![…]` of Rust.
    if previous == UInt8(ascii: "!"), dialect.braces == .either { return .collection }
    return byte == UInt8(ascii: "(") ? .call : .subscript
  }

  /// Entries after `=`, `(`, `,` and the like, after `return`, and in Go directly after a type; else statements.
  private var braceKind: CodeScope.Kind {
    switch previous {
    case UInt8(ascii: "="), UInt8(ascii: "("), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: ":"),
      UInt8(ascii: "?"), UInt8(ascii: "]"), UInt8(ascii: "{"):
      return .collection
    case UInt8(ascii: "a"):
      if isWord("return") { return .collection }
      return dialect.hasCompositeLiterals && offset >= 2 && ASCII.isWord(bytes[offset - 2]) ? .call : .block
    default:
      return .block
    }
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
    argumentEnds()
    let isSubscript = top.kind == .subscript
    let owner = top.owner
    if frames.count > 1 {
      if let scope = top.scope { scopes[scope].range = scopes[scope].range.lowerBound..<offset }
      frames.removeLast()
    }
    // `settings["model"] = …`: the key is the name.
    name = isSubscript && previous == UInt8(ascii: "\"") ? lastString : owner
    nameIsFirst = false
  }

  /// A name alone, the last of several joined by operators, or the key of an entry, that a call is given.
  private mutating func argumentEnds() {
    guard "a]".utf8.contains(previous), let name, let scope = top.scope, scopes[scope].callee != nil else { return }
    let isKey = previous == UInt8(ascii: "]")
    arguments.append(
      CodeArgument(name: name, label: top.label, argument: top.argument, scope: scope, isKey: isKey))
  }

  private mutating func comma() {
    argumentEnds()
    let last = frames.count - 1
    frames[last].argument += 1
    frames[last].isAnnotated = false
    if last == 0, dialect.braces == .entries { separate() }
    if frames[last].kind != .block || dialect.braces == .either { frames[last].label = nil }
    name = nil
    isAtStart = true
  }

  /// `model, revision = "owner/name", "main"` of Python: before the `=` names, behind it their values in the same order.
  private mutating func separate() {
    if frames[0].label == nil {
      if let name, previous == UInt8(ascii: "a"), targets.count < Self.maximumTargets { targets.append(name) }
    } else if !targets.isEmpty {
      target += 1
      if targets.indices.contains(target) { frames[0].label = targets[target] }
    }
  }

  private static let maximumTargets = 16

  private mutating func colon() {
    let last = frames.count - 1
    defer { name = nil }
    // A keyword of a Lisp begins with it.
    if dialect.hasNamesBeforeStrings { return }
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
    case .collection where previous == UInt8(ascii: "\""): key()
    case .call where previous == UInt8(ascii: "\"") && dialect.braces == .either: key()
    case .block where previous == UInt8(ascii: "\"") && dialect.braces == .either: key()
    case .collection: annotate(isWord)
    case .call, .block:
      annotate(isWord && (dialect.braces != .entries || (nameIsFirst && !self.isWord("else"))))
    case .subscript:
      break
    }
  }

  /// The string before is the key of what follows.
  private mutating func key() {
    frames[frames.count - 1].label = lastString
    if let index = literals.indices.last, literals[index].range == lastString { literals[index].isKey = true }
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
    } else if peek(0) == UInt8(ascii: ">"), previous == UInt8(ascii: "\"") {
      // `'model' => '…'`; a bracket behind it opens a collection.
      offset += 1
      key()
      name = nil
    } else {
      if !top.isAnnotated { frames[frames.count - 1].label = name }
      if !targets.isEmpty, frames.count == 1, let name {
        targets.append(name)
        target = 0
        frames[0].label = targets[0]
      }
      name = nil
    }
  }

  /// What a literal is compared with names it as an assignment would.
  private mutating func compare() {
    if let name, !top.isAnnotated { frames[frames.count - 1].label = name }
    name = nil
  }

  private mutating func newline() {
    guard top.kind == .block, frames.count == 1 || dialect.braces != .entries else { return }
    if dialect.braces != .entries, previous == UInt8(ascii: "=") || goesOn() { return }
    if dialect.braces == .either, Self.beforeMore.contains(previous) { return }
    endStatement()
    previous = UInt8(ascii: "\n")
  }

  /// What a line ends in when the next goes on with its expression.
  private static let beforeMore = Array("(,+:&|?>.".utf8)

  /// Whether the next line begins with what goes on with an expression.
  private mutating func goesOn() -> Bool {
    // Empty lines by the hundred thousand are walked over once.
    if offset > blanksEnd { blanksEnd = offset }
    while blanksEnd < end, ASCII.isWhitespace(bytes[blanksEnd]) { blanksEnd += 1 }
    guard blanksEnd < end else { return false }
    switch bytes[blanksEnd] {
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
      if !targets.isEmpty { targets = [] }
    }
    name = nil
    isAtStart = true
  }

  private mutating func string() {
    let prefix = name.flatMap { $0.upperBound == offset ? $0 : nil }
    let beginsStatement = isAtStart || prefix != nil && nameIsFirst
    let opening = offset
    let string = skipString(prefix: prefix)
    let isBeside = previous == UInt8(ascii: "\"") && !isAtStart
    if isBeside, let index = literals.indices.last, literals[index].range == lastString {
      literals[index].isPart = true
    }
    if dialect.hasNamesBeforeStrings {
      frames[frames.count - 1].label = previous == UInt8(ascii: "a") ? name.flatMap(nameOfString) : nil
    }
    let isOperand = previous == UInt8(ascii: "+") || previous == UInt8(ascii: "/") || previous == UInt8(ascii: "%")
    previous = UInt8(ascii: "\"")
    name = nil
    isAtStart = false
    lastString = string.range
    if string.isBlock {
      let isDocumentation = top.kind == .block && isDocumentation(opening, beginsStatement: beginsStatement)
      blocks.append(
        CodeBlock(kind: isDocumentation ? .documentation : .text, range: string.range, label: top.label))
    }
    if string.isReadable, isJSON(string.range) {
      blocks.append(CodeBlock(kind: .json, range: string.range, label: top.label))
    }
    if string.isReadable, LiteralCommand.isOne(bytes.span, string.range), !isSaid {
      blocks.append(CodeBlock(kind: .command, range: string.range, label: top.label))
    }
    guard string.isReadable, string.range.count <= Self.maximumLength else { return }
    literals.append(
      CodeLiteral(
        range: string.range, isKey: top.kind == .subscript, isPart: isBeside || isOperand || isOperandOfNext,
        isComputed: string.isComputed, label: top.label, argument: top.argument, scope: top.scope))
  }

  /// Whether the string is what people read: `print("…")`, `help="…"`.
  private var isSaid: Bool {
    if let label = top.label, LiteralCommand.isForPeople(bytes.span, label) { return true }
    guard let scope = top.scope, let callee = scopes[scope].callee else { return false }
    return LiteralCommand.isForPeople(bytes.span, callee)
  }

  /// A string that is a statement (Python), or stands behind `@doc` (Elixir).
  private func isDocumentation(_ opening: Int, beginsStatement: Bool) -> Bool {
    if dialect.braces == .entries { return beginsStatement && top.label == nil }
    guard dialect.interpolation == .hash, dialect.hasTripleQuotes else { return false }
    var start = opening
    while start > 0, !isLineEnd(bytes[start - 1]), opening - start < 200 { start -= 1 }
    let line = bytes[start..<opening].drop(while: ASCII.isBlank)
    return line.first == UInt8(ascii: "@")
      && ["doc", "moduledoc", "typedoc"].contains {
        line.dropFirst().prefix(while: ASCII.isLetter).elementsEqual($0.utf8)
      }
  }

  private var isOperandOfNext: Bool {
    var next = offset
    while next < end, ASCII.isBlank(bytes[next]) { next += 1 }
    guard next < end else { return false }
    // `"llama" in name` of Python asks for a piece of it.
    if dialect.braces == .entries, next > offset, bytes[next] == UInt8(ascii: "i") || bytes[next] == UInt8(ascii: "n") {
      let rest = bytes[next..<min(next + 7, end)]
      return (rest.starts(with: "in ".utf8) || rest.starts(with: "not in ".utf8))
        // With an owner or a tag it is whole.
        && lastString.map { !bytes[$0].contains(UInt8(ascii: "/")) && !bytes[$0].contains(UInt8(ascii: ":")) } == true
    }
    return bytes[next] == UInt8(ascii: "+") || bytes[next] == UInt8(ascii: "%")
  }

  mutating func appendComment(_ range: Range<Int>) {
    literals.append(CodeLiteral(range: range, isInComment: true))
  }

  var owner: Range<Int>? { top.owner }

  private var top: Frame {
    _read { yield frames[frames.count - 1] }
  }

  private func isKeyword(_ word: Range<Int>) -> Bool {
    guard dialect.isKeyword(bytes[word]) else { return false }
    return word.lowerBound == 0 || bytes[word.lowerBound - 1] != UInt8(ascii: ".")
  }

  func isWord(_ word: StaticString) -> Bool {
    guard let name, name.count == word.utf8CodeUnitCount else { return false }
    return bytes[name].elementsEqual(word.description.utf8)
  }
}
