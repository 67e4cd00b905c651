/// An amount in whole units of a currency. No exchange rate is invented: amounts in different currencies compare only where every
/// rate that may be thought of gives the same answer.
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

extension Money {
  /// What the amount can be in another currency: itself in its own, nothing where it is nothing, a tenth to ten times as much
  /// between currencies of like units. nil where nobody knows.
  func bounds(in other: String?) -> ClosedRange<Int>? {
    if currency == other || amount == 0 { return amount...amount }
    guard amount > 0, let other, Currency.ofLikeUnits.isSuperset(of: [currency, other]) else { return nil }
    return amount / 10...Self.times(amount, 10)
  }

  /// Twelve times the amount.
  var year: Int { Self.times(amount, 12) }

  /// The largest number there is, where the product is larger.
  static func times(_ amount: Int, _ factor: Int) -> Int {
    let (product, isTooLarge) = amount.multipliedReportingOverflow(by: factor)
    return isTooLarge ? .max : product
  }
}
