/// An amount in whole units of a currency. Amounts in different currencies do not compare: no exchange rate is invented.
package struct Money: Sendable, Hashable {
  package var amount: Int
  /// ISO 4217.
  package var currency: String
  package var asOf: CalendarDate?

  package init(amount: Int, currency: String = Currency.assumed, asOf: CalendarDate? = nil) {
    self.amount = amount
    self.currency = currency
    self.asOf = asOf
  }
}
