internal import ProvisoText

/// Names that are put together from what stands in the file: `"facebook/" "nllb-200-3.3B"`, `ORG + "/nllb-200-3.3B"`,
/// `f"{ORG}/nllb-200-3.3B"`, `"%s/nllb-200-3.3B" % ORG`, `"{}/nllb-200-3.3B".format(ORG)`, `\(org)/…`, `${ORG}/…`.
///
/// No program is run: operands are literals and names that the file gives one literal and nothing else. What is none of these stays
/// as `{name}`, and the whole is known in part.
struct JoinedNames {
  /// What an expression comes to.
  struct Value: Hashable {
    var text: String
    /// The first literal of the expression, between its quotes.
    var range: Range<Int>
    /// False where a part is only known at run time.
    var isWhole = true
    /// How many literals went into it.
    var parts = 1
  }

  /// The values by the offset of the expression's first literal.
  private(set) var values: [Int: Value] = [:]
  /// Where the other literals of these expressions begin.
  private(set) var operands: Set<Int> = []

  private let code: CodeLiterals
  private let source: SourceText
  private var constants: FileConstants

  private static let longestName = 200

  static func find(in code: CodeLiterals, _ source: SourceText) -> Self {
    var names = Self(code: code, source: source, constants: FileConstants(code, source))
    var end = 0
    // The end of what was too long: its last literals are no name by themselves, and to begin at each takes forever.
    var unread = 0
    for literal in code.literals where !literal.isInComment && !literal.isKey {
      guard literal.isPart || literal.isComputed || isCalled(literal, source.bytes) else {
        if literal.range.lowerBound < end { names.operands.insert(literal.range.lowerBound) }
        continue
      }
      if literal.range.lowerBound < end {
        names.operands.insert(literal.range.lowerBound)
        continue
      }
      // No name has a blank in it.
      guard literal.range.lowerBound >= unread, literal.range.count <= longestName,
        !source.bytes[literal.range].contains(UInt8(ascii: " "))
      else { continue }
      switch names.value(at: literal) {
      case .none: continue
      case .tooLong(let stop): unread = stop
      case .joined(let value, let stop):
        names.values[literal.range.lowerBound] = value
        end = stop
      }
    }
    return names
  }

  /// `"{}/name".format(…)`, `"/".join(…)`
  private static func isCalled(_ literal: CodeLiteral, _ bytes: [UInt8]) -> Bool {
    let end = literal.range.upperBound + 1
    guard end + 6 < bytes.count, bytes[end] == UInt8(ascii: ".") else { return false }
    return bytes[end...].starts(with: ".format(".utf8) || bytes[end...].starts(with: ".join(".utf8)
  }

  private init(code: CodeLiterals, source: SourceText, constants: FileConstants) {
    self.code = code
    self.source = source
    self.constants = constants
  }

  private enum Reading {
    case joined(Value, end: Int)
    /// It is longer than any name.
    case tooLong(end: Int)
    /// It says no more than the literal.
    case none
  }

  /// What the expression comes to that the literal is the first of.
  private mutating func value(at literal: CodeLiteral) -> Reading {
    var reader = ExpressionReader(
      bytes: source.bytes, dialect: code.dialect, offset: ExpressionReader.start(of: literal, in: code),
      isInBrackets: literal.scope.map { code.scopes[$0].kind != .block } == true)
    guard let parts = reader.parts() else { return reader.isTooLong ? .tooLong(end: reader.offset) : .none }
    var value = Value(text: "", range: literal.range, parts: 0)
    var known = 0
    for part in parts {
      switch part {
      case .text(let text):
        value.text += text
        value.parts += 1
      case .name(let name):
        if let constant = constants[name] {
          value.text += constant
          known += 1
        } else {
          value.text += "{\(name)}"
          value.isWhole = false
        }
      }
      guard value.text.utf8.count <= Self.longestName else { return .none }
    }
    guard known > 0 || reader.literals > 1 else { return .none }
    return .joined(value, end: reader.offset)
  }
}

/// The names of a file that are given one literal, and nothing else anywhere.
struct FileConstants {
  private let code: CodeLiterals
  private let source: SourceText
  /// The literals by their names; nil for a name that has several. Made when a name is first asked for.
  private var literals: [String: Range<Int>?]?
  private var known: [String: String?] = [:]

  private static let mostNames = 32

  init(_ code: CodeLiterals, _ source: SourceText) {
    self.code = code
    self.source = source
  }

  subscript(name: String) -> String? {
    mutating get {
      if let value = known[name] { return value }
      guard known.count < Self.mostNames else { return nil }
      let value = value(of: name)
      known[name] = .some(value)
      return value
    }
  }

  private mutating func value(of name: String) -> String? {
    if literals == nil { literals = all() }
    guard let found = literals?[name], let range = found, isGivenOnce(name) else { return nil }
    let text = source.string(in: range)
    return text.utf8.contains(UInt8(ascii: "\\")) ? nil : text
  }

  private func all() -> [String: Range<Int>?] {
    var literals: [String: Range<Int>?] = [:]
    for literal in code.literals where !literal.isInComment && !literal.isKey {
      guard let label = literal.label, !literal.range.isEmpty, isOfStatement(literal, label) else { continue }
      let name = source.string(in: label)
      let isWhole = !literal.isPart && !literal.isComputed && literals[name] == nil
      literals[name] = .some(isWhole ? literal.range : nil)
    }
    return literals
  }

  /// Whether a statement gives the name this literal alone: no default of a parameter, no entry of a dictionary.
  private func isOfStatement(_ literal: CodeLiteral, _ label: Range<Int>) -> Bool {
    guard literal.scope.map({ code.scopes[$0].kind == .block }) ?? true else { return false }
    let between = source.bytes[label.upperBound..<max(label.upperBound, literal.range.lowerBound - 1)]
    return between.count <= 80 && between.contains(UInt8(ascii: "="))
      && !between.contains { "?|&(,".utf8.contains($0) }
  }

  /// Whether the name stands before one `=`, and in no loop.
  private func isGivenOnce(_ name: String) -> Bool {
    let (bytes, word) = (source.bytes, Array(name.utf8))
    var given = 0
    guard let first = word.first else { return false }
    var next = 0
    while given < 2, let start = bytes[next...].firstIndex(of: first) {
      next = start + 1
      let end = start + word.count
      guard end <= bytes.count, bytes[start..<end].elementsEqual(word), start == 0 || !ASCII.isWord(bytes[start - 1]),
        end == bytes.count || !ASCII.isWord(bytes[end])
      else { continue }
      if Self.isGiven(bytes, end) || Self.isOfLoop(bytes, start) { given += 1 }
    }
    return given == 1
  }

  /// `name =`, `name: str =`, `name +=`, `name := `; not `name == `.
  private static func isGiven(_ bytes: [UInt8], _ end: Int) -> Bool {
    var next = end
    while next < bytes.count, ASCII.isBlank(bytes[next]) { next += 1 }
    if next < bytes.count, bytes[next] == UInt8(ascii: ":") {
      next += 1
      while next < bytes.count, next - end < 40,
        ASCII.isWord(bytes[next]) || ASCII.isBlank(bytes[next]) || "[].?".utf8.contains(bytes[next])
      {
        next += 1
      }
    } else if next < bytes.count, "+|%".utf8.contains(bytes[next]) {
      next += 1
    }
    guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else { return false }
    return next + 1 == bytes.count || bytes[next + 1] != UInt8(ascii: "=") && bytes[next + 1] != UInt8(ascii: ">")
  }

  /// `for name in`, `as name`
  private static func isOfLoop(_ bytes: [UInt8], _ start: Int) -> Bool {
    ["for ", " as "].contains { bytes[..<start].suffix(4).elementsEqual($0.utf8) }
  }
}
