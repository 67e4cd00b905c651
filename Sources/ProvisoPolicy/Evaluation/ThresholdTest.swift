internal import ProvisoCore

/// Holds a threshold of a license against the organization's facts.
struct ThresholdTest {
  enum Answer {
    case below
    /// The number that is over the threshold, with unit, and the line that states it.
    case over(String, FactOrigin?)
    case unknown([FactName])
    /// The fact is in a currency that the license does not speak of.
    case otherCurrency(FactName, String)
  }

  let threshold: Terms.Threshold
  let facts: Facts

  func answer() -> Answer {
    switch threshold.metric {
    case .monthlyActiveUsers: users()
    case .annualRevenue: money(.annualRevenue, facts.annualRevenue)
    case .monthlyRevenue: money(.productMonthlyRevenue, facts.productMonthlyRevenue)
    }
  }

  /// A product has no more users than the organization: the one number can answer for the other.
  private func users() -> Answer {
    let isProduct = threshold.scope == .product
    let own = isProduct ? facts.productMonthlyActiveUsers : facts.monthlyActiveUsers
    let other = isProduct ? facts.monthlyActiveUsers : facts.productMonthlyActiveUsers
    if let value = count(own) {
      return isOver(value) ? .over("\(Wording.number(value)) monthly active users", own.origin) : .below
    }
    if let value = count(other) {
      if isProduct, !isOver(value) { return .below }
      if !isProduct, isOver(value) {
        return .over("\(Wording.number(value)) monthly active users of one product", other.origin)
      }
    }
    return .unknown([isProduct ? .productMonthlyActiveUsers : .monthlyActiveUsers])
  }

  private func count(_ fact: Fact<CountHistory>) -> Int? {
    guard let history = fact.value else { return nil }
    guard threshold.measured == .releaseDate, let date = threshold.date.flatMap({ try? CalendarDate(parsing: $0) })
    else { return history.entries.last?.value }
    // "in the preceding calendar month" of the release.
    return history.value(asOf: date.previousMonth ?? date)
  }

  private func money(_ name: FactName, _ fact: Fact<Money>) -> Answer {
    guard let money = fact.value else { return .unknown([name]) }
    guard money.currency == threshold.currency else { return .otherCurrency(name, money.currency) }
    return isOver(money.amount) ? .over("\(Wording.number(money.amount)) \(money.currency)", fact.origin) : .below
  }

  private func isOver(_ value: Int) -> Bool {
    switch threshold.comparison {
    case .greaterThan: value > threshold.amount
    case .atLeast: value >= threshold.amount
    }
  }
}

extension Terms.Threshold {
  /// `more than 700,000,000 monthly active users, affiliates included, in the month before 2024-07-23`.
  var words: String {
    let amount = Wording.number(self.amount)
    let comparison = comparison == .greaterThan ? "more than" : "at least"
    let unit =
      switch metric {
      case .monthlyActiveUsers: "\(amount) monthly active users"
      case .annualRevenue: "\(amount) \(currency ?? "") of revenue a year"
      case .monthlyRevenue: "\(amount) \(currency ?? "") of revenue a month"
      }
    let scope =
      switch self.scope {
      case .product: " of the product"
      case .licensee: ""
      case .licenseeAndAffiliates: ", affiliates included"
      }
    let date = measured == .releaseDate ? date.map { ", tested once, for the month before \($0)" } ?? "" : ""
    return "\(comparison) \(unit)\(scope)\(date)"
  }

  /// What the license says happens above.
  var effectWords: String {
    switch effect {
    case .licenseRequired: "the license gives no rights until the publisher grants a license of its own"
    case .display: "the license asks for a prominent display"
    case .nonCommercialOnly: "the license leaves non-commercial use only, without an agreement with the publisher"
    case .terminates: "the license ends, and an agreement with the publisher is needed"
    }
  }
}
