internal import ProvisoCore

/// Holds a threshold of a license against the organization's facts.
struct ThresholdTest {
  enum Answer {
    case below
    /// The number that is over the threshold, with unit, and the line that states it.
    case over(String, FactOrigin?)
    /// The facts that would decide; the remark says why what is stated of them does not.
    case unknown([FactName], remark: String? = nil)
  }

  let threshold: Terms.Threshold
  let facts: Facts
  /// Whether the organization's numbers cover its affiliates.
  var affiliatesIncluded: Fact<Bool> = .unknown

  /// The number, and whether the use is one that the line is drawn for: both must be over it.
  func answer() -> Answer {
    guard isMeant != .false else { return .below }
    switch measured() {
    case .below: return .below
    case .over(let value, let origin):
      guard isMeant == .unknown else { return .over(value, origin) }
      return .unknown(openUse, remark: "the policy states \(value)\(Wording.origin(origin))")
    case .unknown(let facts, let remark): return .unknown(facts + openUse, remark: remark)
    }
  }

  /// The number alone.
  func measured() -> Answer {
    switch threshold.metric {
    case .monthlyActiveUsers: threshold.scope == .product ? productUsers() : users()
    case .annualRevenue: threshold.scope == .product ? productYear() : annualRevenue()
    case .monthlyRevenue: monthlyRevenue()
    case .totalFunding: funding()
    }
  }

  /// Whether the use is one that the line is drawn for.
  var isMeant: Tristate {
    switch threshold.boundUse {
    case nil: .true
    case .commercial: facts.commercial.tristate
    case .commercialOrEndUsers: facts.commercial.tristate.or(reachesEndUsers)
    case .commercialByModelServices: facts.commercial.tristate.and(facts.modelAsAService.tristate)
    }
  }

  /// The facts that would say so, empty where it is known. Commercial use is asked for first: it settles the rest.
  var openUse: [FactName] {
    guard isMeant == .unknown else { return [] }
    if facts.commercial.tristate == .unknown { return [.commercial] }
    if threshold.boundUse == .commercialByModelServices { return [.modelAsAService] }
    let ways = [(FactName.servesOverNetwork, facts.servesOverNetwork), (.distributesProduct, facts.distributesProduct)]
    return ways.filter { $0.1.tristate == .unknown }.map(\.0)
  }

  private var reachesEndUsers: Tristate {
    facts.servesOverNetwork.tristate.or(facts.distributesProduct.tristate)
  }

  /// A product has no more users than the organization.
  private func productUsers() -> Answer {
    let (product, whole) = (facts.productMonthlyActiveUsers, facts.monthlyActiveUsers)
    switch isOver(product) {
    case .true: return over(product)
    case .false: return .below
    case .unknown: break
    }
    if isOver(whole) == .false { return .below }
    return unknown(.productMonthlyActiveUsers, product)
  }

  /// The organization has no fewer users than one of its products, also where the policy gives it a smaller number.
  private func users() -> Answer {
    let (whole, product) = (facts.monthlyActiveUsers, facts.productMonthlyActiveUsers)
    if isOver(whole) == .true { return over(whole) }
    // A number for the month that counts outweighs one without a date, which is likely to be today's.
    let isOutweighed =
      threshold.measured == .releaseDate && isOver(whole) == .false && isDated(whole) && !isDated(product)
    if isOver(product) == .true, !isOutweighed { return over(product, " of one product") }
    return isOver(whole) == .false ? below(.monthlyActiveUsers) : unknown(.monthlyActiveUsers, whole)
  }

  /// A year has no less revenue than one month of one product.
  private func annualRevenue() -> Answer {
    let (year, month) = (facts.annualRevenue, facts.productMonthlyRevenue)
    for fact in [year, month] where isOver(fact) == .true { return over(fact) }
    return isOver(year) == .unknown ? unknown(.annualRevenue, year) : below(.annualRevenue)
  }

  /// What a product earns a year is twelve times what it earns a month, as recurring revenue is reckoned, and no more than the
  /// organization does.
  private func productYear() -> Answer {
    let (year, month) = (facts.annualRevenue, facts.productMonthlyRevenue)
    switch isOver(month, months: 12) {
    case .false: return .below
    case .true:
      let twelve = Wording.number(month.value?.year ?? threshold.amount)
      return over(month, ", \(twelve) in twelve of them")
    case .unknown: break
    }
    switch isOver(year) {
    case .false: return .below
    case .true:
      return .unknown([.productMonthlyRevenue], remark: "the revenue that the policy states is that of all products")
    case .unknown: return unknown(.productMonthlyRevenue, month)
    }
  }

  /// The revenue of the product in twelve such months, in the license's currency.
  var yearOfMonth: Int? {
    amount(facts.productMonthlyRevenue).map { Money(amount: $0).year }
  }

  private func funding() -> Answer {
    switch isOver(facts.totalFunding) {
    case .true: over(facts.totalFunding)
    case .false: below(.totalFunding)
    case .unknown: unknown(.totalFunding, facts.totalFunding)
    }
  }

  /// No month has more revenue than its year, and one of twelve has at least a twelfth of it.
  private func monthlyRevenue() -> Answer {
    let (year, month) = (facts.annualRevenue, facts.productMonthlyRevenue)
    switch isOver(month) {
    case .true: return over(month)
    case .false where threshold.scope == .product: return .below
    case .false, .unknown: break
    }
    if isOver(year) == .false { return below(.annualRevenue) }
    guard threshold.scope != .product else { return unknown(.productMonthlyRevenue, month) }
    return isOver(year, in: 12) == .true
      ? over(year, ", more than twelve months under the line add up to") : unknown(.annualRevenue, year)
  }

  /// The number at the time that the license asks about; nil where nobody knows it.
  func count(_ fact: Fact<CountHistory>) -> Int? {
    guard let history = fact.value, let value = age.value(of: history) else { return nil }
    guard case .month(let month)? = age.asked, !history.isExact(in: month) else { return value }
    // Between two counts on the two sides of the threshold nobody knows.
    return history.firstValue(after: month).map(isOver) == !isOver(value) ? nil : value
  }

  /// "In the preceding calendar month" of the release.
  private var age: FactAge {
    guard threshold.measured == .releaseDate else { return FactAge(asked: facts.day.map { .today($0) }) }
    let date = threshold.date.flatMap { try? CalendarDate(parsing: $0) }
    return FactAge(asked: date.map { .month($0.previousMonth ?? $0) } ?? .unknownMonth)
  }

  private func months(_ fact: Fact<Money>) -> Int {
    fact == facts.annualRevenue || threshold.metric == .totalFunding ? FactAge.ofYear : FactAge.ofMonth
  }

  private func isOver(_ fact: Fact<CountHistory>) -> Tristate {
    guard let history = fact.value, let value = count(fact) else { return .unknown }
    return isOver(value) ? .true : age.isOld(history) ? .unknown : .false
  }

  private func isDated(_ fact: Fact<CountHistory>) -> Bool {
    fact.value?.isDated ?? false
  }

  /// nil also for an amount in a currency that the license does not speak of; nothing is nothing in every currency.
  func amount(_ fact: Fact<Money>) -> Int? {
    fact.value.flatMap { $0.currency == threshold.currency || $0.amount == 0 ? $0.amount : nil }
  }

  /// Whether an amount, so many times or in so many parts, is over the line: known in another currency only where every rate says
  /// the same.
  private func isOver(_ fact: Fact<Money>, months: Int = 1, in parts: Int = 1) -> Tristate {
    guard let money = fact.value, let bounds = money.bounds(in: threshold.currency) else { return .unknown }
    let (low, high) = (
      isOver(Money.times(bounds.lowerBound, months), parts), isOver(Money.times(bounds.upperBound, months), parts)
    )
    guard low == high else { return .unknown }
    return low ? .true : age.isOld(money, self.months(fact)) ? .unknown : .false
  }

  private func isOver(_ value: Int, _ parts: Int) -> Bool {
    // The largest of so many parts is over the line where the whole is over so many lines.
    let line = Money.times(threshold.amount, parts)
    return threshold.comparison == .greaterThan ? value > line : value >= line
  }

  private func isOver(_ value: Int) -> Bool { isOver(value, 1) }

  private func over(_ fact: Fact<CountHistory>, _ whose: String = "") -> Answer {
    .over(
      "\(Wording.number(count(fact) ?? threshold.amount)) monthly active users\(whose)\(date(of: fact))", fact.origin)
  }

  /// The month of a number that stands for the one that the license asks about.
  private func date(of fact: Fact<CountHistory>) -> String {
    guard case .month(let month)? = age.asked, let history = fact.value, !history.isExact(in: month),
      let date = history.date(asOf: month)
    else { return "" }
    return " in \(date), the last month before \(month) that it gives"
  }

  private func over(_ fact: Fact<Money>, _ more: String = "") -> Answer {
    let period =
      switch threshold.metric {
      case .totalFunding: " of funding"
      case _ where fact == facts.annualRevenue: " of revenue a year"
      default: " of revenue of one product a month"
      }
    let currency = fact.value?.currency ?? ""
    let rate = currency == threshold.currency ? "" : ", which is over the line at any rate"
    return .over("\(Wording.number(fact.value?.amount ?? 0)) \(currency)\(period)\(more)\(rate)", fact.origin)
  }

  /// A number below says nothing where the license counts affiliates and the number leaves them out.
  private func below(_ name: FactName) -> Answer {
    guard threshold.scope == .licenseeAndAffiliates, affiliatesIncluded.value == false else { return .below }
    return .unknown([name], remark: "the numbers of the policy leave affiliates out")
  }

  private func unknown(_ name: FactName, _ fact: Fact<CountHistory>) -> Answer {
    .unknown([name], remark: fact.value.flatMap { age.remark($0, fact.origin) })
  }

  private func unknown(_ name: FactName, _ fact: Fact<Money>) -> Answer {
    guard let money = fact.value else { return .unknown([name]) }
    let isOther = money.currency != threshold.currency && money.amount != 0
    return .unknown(
      [name],
      remark: isOther
        ? "the policy gives \(money.currency), which is not converted" : age.remark(money, months(fact), fact.origin))
  }
}
