/// How a language writes strings, comments and labelled arguments: all that is needed to find a literal and its place.
struct CodeDialect: Sendable {
  enum Language: Sendable { case python, swift }

  let language: Language
  let lineComment: [UInt8]
  /// What stands between an argument's label and its value.
  let labelSeparator: UInt8

  static let python = Self(language: .python, lineComment: Array("#".utf8), labelSeparator: UInt8(ascii: "="))
  static let swift = Self(language: .swift, lineComment: Array("//".utf8), labelSeparator: UInt8(ascii: ":"))

  /// Whether `word` before a bracket makes no call of it.
  func isKeyword(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 6, let first = word.first else { return false }
    return keywords.contains { $0.count == word.count && $0[0] == first && word.elementsEqual($0) }
  }

  private var keywords: [[UInt8]] { language == .python ? Self.pythonKeywords : Self.swiftKeywords }

  private static let pythonKeywords = words(
    "and as assert await case del elif else except for from if import in is lambda match not or raise return while with"
      + " yield")
  private static let swiftKeywords = words(
    "as await case else for guard if in is let return switch throw throws try var where while yield")

  private static func words(_ text: String) -> [[UInt8]] {
    text.utf8.split(separator: UInt8(ascii: " ")).map(Array.init)
  }
}
