internal import ProvisoText

/// How a language writes strings, comments and labelled arguments: all that is needed to find a literal and its place.
struct CodeDialect: Sendable {
  enum BlockComment: Sendable { case none, nested }

  var lineComment: [UInt8]
  var blockComment: BlockComment
  /// Whether `'…'` is a string.
  var hasSingleQuotes: Bool
  /// What stands between an argument's label and its value.
  var labelSeparator: UInt8

  static let python = Self(
    lineComment: Array("#".utf8), blockComment: .none, hasSingleQuotes: true, labelSeparator: UInt8(ascii: "="))
  static let swift = Self(
    lineComment: Array("//".utf8), blockComment: .nested, hasSingleQuotes: false, labelSeparator: UInt8(ascii: ":"))
}

/// A string literal without interpolation, and what stands around it.
struct CodeLiteral: Sendable {
  /// What is between the quotes, as written.
  var text: String
  /// The bytes between the quotes.
  var range: Range<Int>
  var isInComment: Bool
  /// The call whose argument it is, directly: `from_pretrained`; empty outside of one.
  var callee: String
  /// The argument's label, or the name that the literal is assigned to; nil for neither.
  var label: String?
  /// The argument's place in the call, from 0.
  var argument: Int
  /// Which call it is, so that arguments of one call are brought together; unique in the file.
  var call: Int
}

/// Finds the string literals of a source file in one pass, with the call and label each stands in.
///
/// It is no parser: it knows strings, comments, brackets and the word before an opening bracket. Strings with interpolation
/// or a prefix that makes them something else (`f"…"`, `b"…"`) are passed over, since they have no value that could be read.
struct CodeLiterals {
  private static let maximumDepth = 256
  private static let maximumLiteral = 512

  private struct Frame {
    var callee: String
    var argument: Int
    var label: String?
    var call: Int
  }

  private let source: SourceText
  private let bytes: [UInt8]
  private let dialect: CodeDialect
  private var offset = 0
  private var frames: [Frame] = []
  private var calls = 0
  private var lastWord: Range<Int>?
  private var literals: [CodeLiteral] = []

  static func find(in source: SourceText, dialect: CodeDialect) -> [CodeLiteral] {
    var finder = Self(source: source, dialect: dialect)
    finder.run()
    return finder.literals
  }

  private init(source: SourceText, dialect: CodeDialect) {
    self.source = source
    bytes = source.bytes
    self.dialect = dialect
  }

  private mutating func run() {
    while offset < bytes.count {
      let byte = bytes[offset]
      if starts(with: dialect.lineComment) {
        lineComment()
      } else if dialect.blockComment == .nested, starts(with: [UInt8(ascii: "/"), UInt8(ascii: "*")]) {
        blockComment()
      } else if isQuote(byte) {
        string(isInComment: false)
      } else if ASCII.isWord(byte) || byte >= 0x80 {
        word()
      } else {
        punctuation(byte)
      }
    }
  }

  private mutating func word() {
    let start = offset
    while offset < bytes.count, ASCII.isWord(bytes[offset]) || bytes[offset] >= 0x80 { offset += 1 }
    lastWord = start..<offset
  }

  private mutating func punctuation(_ byte: UInt8) {
    offset += 1
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      guard frames.count < Self.maximumDepth else { return }
      let isCall = byte == UInt8(ascii: "(")
      calls += isCall ? 1 : 0
      frames.append(
        Frame(callee: isCall ? lastWord.map(source.string(in:)) ?? "" : "", argument: 0, label: nil, call: calls))
      lastWord = nil
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      _ = frames.popLast()
      lastWord = nil
    case UInt8(ascii: ","):
      if !frames.isEmpty {
        frames[frames.count - 1].argument += 1
        frames[frames.count - 1].label = nil
      }
      lastWord = nil
    case dialect.labelSeparator, UInt8(ascii: "="):
      let label = lastWord.map(source.string(in:))
      if frames.isEmpty { topLevelLabel = label } else { frames[frames.count - 1].label = label }
    case UInt8(ascii: "\n"), UInt8(ascii: ";"):
      if frames.isEmpty { topLevelLabel = nil }
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      break
    default:
      // `a.b(` is a call of `b`; after `a + ` there is no word that could name a call.
      if byte != UInt8(ascii: ".") { lastWord = nil }
    }
  }

  /// The name that the statement assigns to, outside of all brackets.
  private var topLevelLabel: String?

  private mutating func lineComment() {
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
      if bytes[offset] == UInt8(ascii: "\"") { commentString() } else { offset += 1 }
    }
  }

  private mutating func blockComment() {
    var depth = 0
    while offset < bytes.count {
      if starts(with: [UInt8(ascii: "/"), UInt8(ascii: "*")]) {
        depth += 1
        offset += 2
      } else if starts(with: [UInt8(ascii: "*"), UInt8(ascii: "/")]) {
        depth -= 1
        offset += 2
        if depth == 0 { return }
      } else if bytes[offset] == UInt8(ascii: "\"") {
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
    while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\n") { end += 1 }
    offset = end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? end + 1 : start
    guard offset > start, end - start <= Self.maximumLiteral else { return }
    literals.append(
      CodeLiteral(
        text: source.string(in: start..<end), range: start..<end, isInComment: true, callee: "", label: nil,
        argument: 0,
        call: 0))
  }

  private mutating func string(isInComment: Bool) {
    let quote = bytes[offset]
    let isTriple = offset + 2 < bytes.count && bytes[offset + 1] == quote && bytes[offset + 2] == quote
    let isComputed = hasComputingPrefix
    var hashes = 0
    while offset - hashes > 0, bytes[offset - hashes - 1] == UInt8(ascii: "#") { hashes += 1 }
    offset += isTriple ? 3 : 1
    let start = offset
    var hasInterpolation = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\\") {
        if dialect.labelSeparator == UInt8(ascii: ":"), offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "(")
        {
          hasInterpolation = true
          skipInterpolation()
          continue
        }
        offset += hashes > 0 ? 1 : 2
        continue
      }
      if byte == UInt8(ascii: "\n"), !isTriple { break }
      if byte == quote, closes(quote, isTriple: isTriple) { break }
      offset += 1
    }
    let end = min(offset, bytes.count)
    if offset < bytes.count, bytes[offset] == quote { offset += isTriple ? 3 : 1 }
    defer { lastWord = nil }
    guard !isTriple, !hasInterpolation, !isComputed, end - start <= Self.maximumLiteral else { return }
    let frame = frames.last
    literals.append(
      CodeLiteral(
        text: source.string(in: start..<end), range: start..<end, isInComment: false, callee: frame?.callee ?? "",
        label: frame.map { $0.label } ?? topLevelLabel, argument: frame?.argument ?? 0, call: frame?.call ?? 0))
  }

  /// `\( … )` of Swift: brackets balance, strings inside are passed over.
  private mutating func skipInterpolation() {
    var depth = 0
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
      if bytes[offset] == UInt8(ascii: "(") { depth += 1 }
      if bytes[offset] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 {
          offset += 1
          return
        }
      }
      offset += 1
    }
  }

  private func closes(_ quote: UInt8, isTriple: Bool) -> Bool {
    guard isTriple else { return true }
    return offset + 2 < bytes.count && bytes[offset + 1] == quote && bytes[offset + 2] == quote
  }

  /// `f"…"`, `rb"…"`: the literal's value is not what stands in the file. `r"…"` and `u"…"` are.
  private var hasComputingPrefix: Bool {
    guard let lastWord, lastWord.upperBound == offset, lastWord.count <= 2 else { return false }
    return bytes[lastWord].contains { [UInt8(ascii: "f"), UInt8(ascii: "b"), UInt8(ascii: "t")].contains($0 | 0x20) }
  }

  private func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || (dialect.hasSingleQuotes && byte == UInt8(ascii: "'"))
  }

  private func starts(with token: [UInt8]) -> Bool {
    guard offset + token.count <= bytes.count else { return false }
    return token.indices.allSatisfy { bytes[offset + $0] == token[$0] }
  }
}
