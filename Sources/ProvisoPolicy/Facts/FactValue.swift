/// The value of a fact, one case for each ``FactName/Kind``.
package enum FactValue: Sendable, Hashable {
  case boolean(Bool)
  case count(CountHistory)
  case money(Money)
  case country(String)
  case regions([String])
  case words([String])
}
