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
