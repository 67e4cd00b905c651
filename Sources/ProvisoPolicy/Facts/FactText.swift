import ProvisoCore

/// Reads the simple values that facts are made of, the same in a policy file and on the command line.
enum FactText {
  /// The word for a fact that is not known, legal in the place of every value.
  static let unknown = "unknown"

  static let digitsHint = "write all its digits, for example 9_400_000"

  static func boolean(_ text: String) throws(ValueProblem) -> Bool {
    switch text {
    case "true": return true
    case "false": return false
    default:
      let hint: String? =
        switch text.lowercased() {
        case "yes", "on", "y", "true", "1": "write `true`"
        case "no", "off", "n", "false", "0": "write `false`"
        default: nil
        }
      throw ValueProblem("expected `true`, `false` or `unknown`, found \(Quoted.text(text))", hint: hint)
    }
  }

  /// True for digits with an optional sign and `_` between digits, which YAML 1.2 reads as a string.
  static func looksLikeNumber(_ text: String) -> Bool {
    var previous = UInt8(ascii: "_")
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): previous = byte
      case UInt8(ascii: "_") where previous != byte: previous = byte
      case UInt8(ascii: "-") where index == 0, UInt8(ascii: "+") where index == 0: break
      default: return false
      }
    }
    return previous != UInt8(ascii: "_")
  }

  /// A whole number that is not negative; `_` may stand between digits.
  static func number(_ text: String) throws(ValueProblem) -> Int {
    guard looksLikeNumber(text) else {
      throw ValueProblem(
        "expected a whole number, found \(Quoted.text(text))", hint: digitsHint)
    }
    if text.hasPrefix("-") { throw ValueProblem("expected a number that is not negative, found \(Quoted.text(text))") }
    var value = 0
    for byte in text.utf8 where byte != UInt8(ascii: "_") && byte != UInt8(ascii: "+") {
      let (product, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowsToo) = product.addingReportingOverflow(Int(byte) - Int(UInt8(ascii: "0")))
      guard !overflows, !overflowsToo else { throw ValueProblem("\(Quoted.text(text)) is too large a number") }
      value = sum
    }
    return value
  }

  static func country(_ text: String) throws(ValueProblem) -> String {
    if Region.countries.contains(text) { return text }
    let hint: String? =
      Region.unions.contains(text) ? "name the one country" : codeHint(text, among: Region.countries)
    throw ValueProblem("\(Quoted.text(text)) is not a country code of ISO 3166", hint: hint)
  }

  static func region(_ text: String) throws(ValueProblem) -> String {
    if Region.countries.contains(text) || Region.unions.contains(text) { return text }
    throw ValueProblem(
      "\(Quoted.text(text)) is not a country code of ISO 3166, `EU` or `EEA`",
      hint: codeHint(text, among: Region.unions + Region.countries) ?? listHint(text))
  }

  private static func listHint(_ text: String) -> String? {
    guard text.contains(",") else { return nil }
    let items = text.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    return "write a list: [\(items.joined(separator: ", "))]"
  }

  static func currency(_ text: String) throws(ValueProblem) -> String {
    if Currency.all.contains(text) { return text }
    throw ValueProblem(
      "\(Quoted.text(text)) is not a currency code of ISO 4217",
      hint: codeHint(text, among: Currency.all) ?? "a code has three capitals, for example EUR")
  }

  /// A use that a license may bar.
  static func word(_ text: String) throws(ValueProblem) -> String { try word(text, among: Restriction.all) }

  /// The same, or what an organization does that nobody bars by itself.
  static func activity(_ text: String) throws(ValueProblem) -> String {
    try word(text, among: Restriction.all + Activity.all)
  }

  private static func word(_ text: String, among words: [String]) throws(ValueProblem) -> String {
    if words.contains(text) { return text }
    // `medical` is a part of `medical-advice`.
    let parts = words.filter { $0.split(separator: "-").contains { $0 == text.lowercased() } }
    throw ValueProblem(
      "\(Quoted.text(text)) is not a word of the restriction vocabulary",
      hint: parts.first.map { "did you mean `\($0)`?" } ?? Suggestion.hint(for: text, among: words)
        ?? "the words are \(words.joined(separator: ", "))")
  }

  /// Codes are too short for a guess by spelling: only the case and a few well-known mistakes are put right.
  private static func codeHint(_ text: String, among codes: [String]) -> String? {
    if "“”‘’„".contains(where: text.contains) { return "these quotes are a part of the text; leave them out" }
    let capitals = text.uppercased()
    let code = Region.commonMistakes[capitals] ?? capitals
    return codes.contains(code) ? "did you mean `\(code)`?" : nil
  }
}
