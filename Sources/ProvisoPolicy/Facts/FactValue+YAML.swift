extension FactValue {
  /// The value as a policy writes it.
  package var yaml: String {
    switch self {
    case .boolean(let value): "\(value)"
    case .count(let history): Self.yaml(history)
    case .money(let money): Self.yaml(money)
    case .country(let code): Self.quoted(code)
    case .regions(let codes): "[\(codes.map(Self.quoted).joined(separator: ", "))]"
    case .words(let words): "[\(words.joined(separator: ", "))]"
    }
  }

  private static func yaml(_ history: CountHistory) -> String {
    if history.entries.count == 1, let only = history.entries.first, only.asOf == nil { return "\(only.value)" }
    let entries = history.entries.map { entry in
      "{\(entry.asOf.map { "as_of: \($0), " } ?? "")value: \(entry.value)}"
    }
    return "[\(entries.joined(separator: ", "))]"
  }

  private static func yaml(_ money: Money) -> String {
    if money.currency == Currency.assumed, money.asOf == nil { return "\(money.amount)" }
    return "{amount: \(money.amount), currency: \(money.currency)\(money.asOf.map { ", as_of: \($0)" } ?? "")}"
  }

  /// `NO` is Norway; older readers take it for a boolean.
  private static func quoted(_ code: String) -> String { code == "NO" ? "\"NO\"" : code }
}
