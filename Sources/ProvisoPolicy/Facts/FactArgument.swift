/// A fact given on the command line, `name=value`.
package struct FactArgument: Sendable, Hashable {
  package var name: FactName
  /// nil for `unknown`.
  package var value: FactValue?

  package init(name: FactName, value: FactValue?) {
    self.name = name
    self.value = value
  }

  /// `commercial=true`, as reports print it.
  package var words: String { "\(name.rawValue)=\(value?.yaml ?? FactText.unknown)" }

  /// Reads `monthly_active_users=800000000`, `annual_revenue=5000000 EUR`, `regions_served=EU,US`, `commercial=unknown`, and what
  /// a policy writes in brackets: `monthly_active_users=[{as_of: 2024-06, value: 800000000}]`. A list without elements is `[]`.
  package static func parse(_ argument: String) throws(ValueProblem) -> Self {
    guard let separator = argument.firstIndex(of: "=") else {
      throw ValueProblem(
        "expected a fact as name=value, found \(Quoted.text(argument))", hint: "for example `commercial=true`")
    }
    let written = trimmed(argument[..<separator])
    guard let name = FactName(rawValue: written) else {
      throw ValueProblem(
        "there is no fact \(Quoted.text(written))",
        hint: Suggestion.hint(for: written, among: FactName.allCases.map(\.rawValue)))
    }
    do {
      return Self(name: name, value: try value(trimmed(argument[argument.index(after: separator)...]), of: name.kind))
    } catch {
      throw ValueProblem("`\(name.rawValue)`: \(error.message)", hint: error.hint)
    }
  }

  private static func value(_ text: String, of kind: FactName.Kind) throws(ValueProblem) -> FactValue? {
    if text == FactText.unknown { return nil }
    if text.isEmpty { throw ValueProblem("there is no value after `=`", hint: "write `unknown` for what is not known") }
    if text.hasPrefix("{") || (text.hasPrefix("[") && text != "[]") { return try FactsReader.value(text, of: kind) }
    switch kind {
    case .boolean: return .boolean(try FactText.boolean(text))
    case .count: return .count(CountHistory(try FactText.number(text)))
    case .money: return .money(try money(text))
    case .country: return .country(try FactText.country(text))
    case .regions: return .regions(try list(text, FactText.region))
    case .words: return .words(try list(text, FactText.activity))
    }
  }

  private static func money(_ text: String) throws(ValueProblem) -> Money {
    let parts = text.split(separator: " ").map(String.init(_:))
    guard parts.count <= 2, let amount = parts.first else {
      throw ValueProblem("expected an amount and a currency such as `5000000 EUR`, found \(Quoted.text(text))")
    }
    let currency = parts.count == 2 ? try FactText.currency(parts[1]) : Currency.assumed
    return Money(amount: try FactText.number(amount), currency: currency)
  }

  private static func list(
    _ text: String, _ element: (String) throws(ValueProblem) -> String
  ) throws(ValueProblem) -> [String] {
    if text == "[]" { return [] }
    var elements: [String] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      elements.append(try element(trimmed(part)))
    }
    return elements
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
