import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("A threshold held against the facts")
struct ThresholdTestTests {
  /// `below`, `over <what>`, `unknown <facts>`.
  private static func answer(_ threshold: Terms.Threshold, _ facts: Facts, affiliates: Fact<Bool> = .unknown) -> String
  {
    switch ThresholdTest(threshold: threshold, facts: facts, affiliatesIncluded: affiliates).answer() {
    case .below: "below"
    case .over(let value, _): "over \(value)"
    case .unknown(let facts, _): "unknown " + facts.map(\.rawValue).joined(separator: ", ")
    }
  }

  private static let wide = Terms.Threshold.users(100, .licenseeAndAffiliates, .licenseRequired, clause: "2")
  private static let product = Terms.Threshold.users(100, .product, .licenseRequired, clause: "4")
  private static let dated = Terms.Threshold.users(
    100, .licenseeAndAffiliates, .licenseRequired, clause: "2", released: "2024-07-23")

  @Test(
    "tells greater-than from at-least at the exact amount",
    arguments: [
      (Terms.Threshold.Comparison.greaterThan, 99, false), (.greaterThan, 100, false), (.greaterThan, 101, true),
      (.atLeast, 99, false), (.atLeast, 100, true), (.atLeast, 101, true),
    ])
  func comparison(comparison: Terms.Threshold.Comparison, amount: Int, isOver: Bool) {
    let threshold = Terms.Threshold.revenue(100, .annualRevenue, .licensee, .terminates, comparison)
    let answer = Self.answer(threshold, .stating("annual_revenue=\(amount)"))
    #expect(answer == (isOver ? "over \(amount) USD of revenue a year" : "below"))
  }

  @Test(
    "takes the number of the month before the release, once",
    arguments: [
      (["2024-06": 101], "over 101 monthly active users"), (["2024-06-30": 101], "over 101 monthly active users"),
      (["2024-05": 101], "over 101 monthly active users in 2024-05, the last month before 2024-06 that it gives"),
      (["2024-06": 100, "2024-07": 900], "below"),
      (["2024-01": 900, "2024-06": 5], "below"), (["2024-07": 5], "unknown monthly_active_users"),
      (["2024-07-01": 900], "unknown monthly_active_users"), (["2026-01": 5], "unknown monthly_active_users"),
    ] as [([String: Int], String)])
  func history(history: [String: Int], expected: String) throws {
    let entries = try history.map { CountHistory.Entry(asOf: try day($0.key), value: $0.value) }
    var facts = Facts()
    facts.state(.monthlyActiveUsers, .count(CountHistory(entries)), origin: .fixture)
    #expect(Self.answer(Self.dated, facts) == expected)
  }

  @Test("takes the newest number where the license tests as long as the model is used")
  func newest() {
    let facts = Facts().with(.monthlyActiveUsers, ("2026-01", 101), ("2024-01", 5))
    #expect(Self.answer(Self.wide, facts) == "over 101 monthly active users")
    #expect(Self.answer(Self.dated, facts) == "unknown monthly_active_users", "it was passed at some time between")
    let grown = Facts().with(.monthlyActiveUsers, ("2026-01", 50), ("2024-01", 5))
    #expect(Self.answer(Self.dated, grown) == "below")
  }

  @Test("lets no number with a date answer where the date of a release is not on file", arguments: [nil, "soon"])
  func withoutDate(date: String?) {
    var threshold = Self.dated
    threshold.date = date
    for number in [5, 101] {
      #expect(
        Self.answer(threshold, Facts().with(.monthlyActiveUsers, ("2026-01", number))) == "unknown monthly_active_users"
      )
    }
    #expect(Self.answer(threshold, .stating("monthly_active_users=101")) == "over 101 monthly active users")
    #expect(Self.answer(threshold, .stating("monthly_active_users=5")) == "below")
  }

  @Test(
    "lets a product and the whole answer for each other, where one follows from the other",
    arguments: [
      (product, ["product_monthly_active_users=101"], "over 101 monthly active users"),
      (product, ["product_monthly_active_users=5", "monthly_active_users=900"], "below"),
      (product, ["monthly_active_users=100"], "below"),
      (product, ["monthly_active_users=101"], "unknown product_monthly_active_users"),
      (product, [], "unknown product_monthly_active_users"),
      (wide, ["product_monthly_active_users=101"], "over 101 monthly active users of one product"),
      (wide, ["product_monthly_active_users=5"], "unknown monthly_active_users"),
      (
        wide, ["monthly_active_users=5", "product_monthly_active_users=101"],
        "over 101 monthly active users of one product"
      ),
      (wide, ["monthly_active_users=5", "product_monthly_active_users=5"], "below"),
      (wide, ["monthly_active_users=unknown", "product_monthly_active_users=5"], "unknown monthly_active_users"),
    ] as [(Terms.Threshold, [String], String)])
  func implications(threshold: Terms.Threshold, stated: [String], expected: String) throws {
    #expect(Self.answer(threshold, try facts(stated)) == expected)
  }

  @Test("takes the whole's number for the month that counts before a product's that has no date")
  func outweighed() {
    let facts = Facts.stating("product_monthly_active_users=900").with(.monthlyActiveUsers, ("2024-06", 5))
    #expect(Self.answer(Self.dated, facts) == "below")
    #expect(Self.answer(Self.wide, facts) == "over 900 monthly active users of one product")
    let later = Facts.stating("product_monthly_active_users=900").with(.monthlyActiveUsers, ("2025-01", 5))
    #expect(Self.answer(Self.dated, later) == "over 900 monthly active users of one product")
  }

  @Test(
    "lets a year and a month of revenue answer for each other, in one currency",
    arguments: [
      (
        Terms.Threshold.Metric.annualRevenue, ["product_monthly_revenue=9"],
        "over 9 USD of revenue of one product a month, 108 in twelve of them"
      ),
      (.annualRevenue, ["product_monthly_revenue=8", "annual_revenue=900"], "below"),
      (.annualRevenue, ["annual_revenue=100"], "below"),
      (.annualRevenue, ["annual_revenue=101"], "unknown product_monthly_revenue"),
      (.annualRevenue, ["annual_revenue=5 JPY"], "unknown product_monthly_revenue"),
      (.annualRevenue, ["annual_revenue=5 EUR"], "below"),
      (.annualRevenue, ["annual_revenue=5", "product_monthly_revenue=50 EUR"], "below"),
      (
        .annualRevenue, ["product_monthly_revenue=90 EUR"],
        "over 90 EUR of revenue of one product a month, 1,080 in twelve of them, which is over the line at any rate"
      ),
      (.annualRevenue, [], "unknown product_monthly_revenue"),
      (
        .annualRevenue, ["product_monthly_revenue=9000000000000000000"],
        "over 9,000,000,000,000,000,000 USD of revenue of one product a month, 9,223,372,036,854,775,807 in twelve of them"
      ),
      (.monthlyRevenue, ["annual_revenue=100"], "below"),
      (.monthlyRevenue, ["annual_revenue=101"], "unknown product_monthly_revenue"),
      (
        .monthlyRevenue, ["product_monthly_revenue=101", "annual_revenue=5"],
        "over 101 USD of revenue of one product a month"
      ),
      (.monthlyRevenue, ["product_monthly_revenue=5 JPY"], "unknown product_monthly_revenue"),
      (.monthlyRevenue, [], "unknown product_monthly_revenue"),
    ])
  func revenue(metric: Terms.Threshold.Metric, stated: [String], expected: String) throws {
    #expect(Self.answer(.revenue(100, metric, .product, .display), try facts(stated)) == expected)
  }

  @Test(
    "lets a month of one product prove that the organization is over a year's line, and not that it is below",
    arguments: [
      (["product_monthly_revenue=101"], "over 101 USD of revenue of one product a month"),
      (["annual_revenue=5", "product_monthly_revenue=101"], "over 101 USD of revenue of one product a month"),
      (["product_monthly_revenue=5"], "unknown annual_revenue"), (["annual_revenue=101 EUR"], "unknown annual_revenue"),
      (["annual_revenue=5 JPY", "product_monthly_revenue=9000 JPY"], "unknown annual_revenue"),
      (
        ["annual_revenue=5 EUR", "product_monthly_revenue=900"], "over 900 USD of revenue of one product a month"
      ),
    ])
  func wholeYear(stated: [String], expected: String) throws {
    #expect(Self.answer(.revenue(100, .annualRevenue, .licensee, .display), try facts(stated)) == expected)
  }

  @Test(
    "draws a line for commercial use for nothing else",
    arguments: [
      (Terms.Threshold.Use?.none, ["commercial=false"], "over 101 monthly active users"),
      (.commercial, ["commercial=true"], "over 101 monthly active users"), (.commercial, ["commercial=false"], "below"),
      (.commercial, [], "unknown commercial"),
      (.commercialOrEndUsers, ["commercial=false", "serves_over_network=true"], "over 101 monthly active users"),
      (.commercialOrEndUsers, ["commercial=false", "distributes_product=true"], "over 101 monthly active users"),
      (.commercialOrEndUsers, ["commercial=false"], "unknown serves_over_network, distributes_product"),
      (.commercialOrEndUsers, [], "unknown commercial"),
      (.commercialOrEndUsers, ["commercial=false", "serves_over_network=false", "distributes_product=false"], "below"),
      (.commercialByModelServices, ["commercial=true"], "unknown model_as_a_service"),
      (.commercialByModelServices, ["commercial=true", "model_as_a_service=false"], "below"),
      (.commercialByModelServices, ["commercial=false", "model_as_a_service=true"], "below"),
      (
        .commercialByModelServices, ["commercial=true", "model_as_a_service=true"], "over 101 monthly active users"
      ),
    ])
  func use(use: Terms.Threshold.Use?, stated: [String], expected: String) throws {
    var threshold = Self.product
    threshold.use = use
    #expect(Self.answer(threshold, try facts(stated + ["product_monthly_active_users=101"])) == expected)
    let below = Self.answer(threshold, try facts(stated + ["product_monthly_active_users=5"]))
    #expect(below == "below", "whatever the use")
  }

  @Test(
    "counts what was raised, in the currency of the license or where every rate says the same",
    arguments: [
      (["total_funding=100"], "below"), (["total_funding=101"], "over 101 USD of funding"),
      (["annual_revenue=900"], "unknown total_funding"), (["total_funding=90 EUR"], "unknown total_funding"),
      (["total_funding=5 EUR"], "below"),
    ])
  func funding(stated: [String], expected: String) throws {
    let threshold = Terms.Threshold.revenue(100, .totalFunding, .licenseeAndAffiliates, .licenseRequired)
    #expect(Self.answer(threshold, try facts(stated)) == expected)
  }

  @Test("takes nothing for nothing in every currency")
  func nothing() {
    #expect(
      Self.answer(.revenue(100, .annualRevenue, .licensee, .terminates), .stating("annual_revenue=0 EUR")) == "below")
  }

  @Test(
    "compares like currencies where a tenth and ten times as much give one answer",
    arguments: [
      ("10 EUR", "below"), ("11 EUR", "unknown annual_revenue"), ("1009 GBP", "unknown annual_revenue"),
      ("1010 GBP", "over 1,010 GBP of revenue a year, which is over the line at any rate"),
      ("1 JPY", "unknown annual_revenue"), ("100000 CNY", "unknown annual_revenue"),
      (
        "9000000000000000000 CHF",
        "over 9,000,000,000,000,000,000 CHF of revenue a year, which is over the line at any rate"
      ),
    ])
  func likeCurrencies(stated: String, expected: String) {
    #expect(
      Self.answer(.revenue(100, .annualRevenue, .licensee, .terminates), .stating("annual_revenue=\(stated)"))
        == expected)
  }

  @Test("takes a product's month for no proof of the whole's")
  func wholeMonth() {
    let threshold = Terms.Threshold.revenue(100, .monthlyRevenue, .licensee, .licenseRequired)
    #expect(Self.answer(threshold, .stating("product_monthly_revenue=5")) == "unknown annual_revenue")
    #expect(Self.answer(threshold, .stating("annual_revenue=5")) == "below")
  }

  @Test(
    "takes numbers that leave affiliates out for no proof, where the license counts them",
    arguments: [
      (wide, "monthly_active_users=5", "unknown monthly_active_users"),
      (wide, "monthly_active_users=101", "over 101 monthly active users"),
      (product, "product_monthly_active_users=5", "below"),
      (
        Terms.Threshold.revenue(100, .annualRevenue, .licenseeAndAffiliates, .terminates), "annual_revenue=5",
        "unknown annual_revenue"
      ),
      (Terms.Threshold.revenue(100, .annualRevenue, .licensee, .terminates), "annual_revenue=5", "below"),
    ])
  func affiliates(threshold: Terms.Threshold, stated: String, expected: String) {
    #expect(Self.answer(threshold, .stating(stated), affiliates: .known(false, .fixture)) == expected)
  }

  /// The remark of an open question, asked on a day.
  private static func remark(_ threshold: Terms.Threshold, _ facts: Facts) -> String? {
    guard case .unknown(_, let remark) = ThresholdTest(threshold: threshold, facts: facts).answer() else { return nil }
    return remark
  }

  @Test(
    "takes a number from more than a year before the month that counts for no proof that it was below, and says which date would be",
    arguments: [
      ("2020-01", 5, "unknown monthly_active_users"), ("2023-05", 5, "unknown monthly_active_users"),
      ("2023-06", 5, "below"),
      ("2020-01", 101, "over 101 monthly active users in 2020-01, the last month before 2024-06 that it gives"),
    ])
  func longBefore(date: String, value: Int, expected: String) {
    let facts = Facts().with(.monthlyActiveUsers, (date, value))
    #expect(Self.answer(Self.dated, facts) == expected)
    let isOpen = expected.hasPrefix("unknown")
    #expect(
      Self.remark(Self.dated, facts)
        == (isOpen
          ? "the policy's number of \(date) (proviso.yaml:5) leaves 2024-06 open: one with `as_of: 2024-06` would answer"
          : nil))
  }

  @Test("lets two numbers on one side of the line answer for every month between them")
  func between() {
    let facts = Facts().with(.monthlyActiveUsers, ("2018-01", 5), ("2026-01", 50))
    #expect(Self.answer(Self.dated, facts) == "below")
    #expect(
      Self.remark(Self.dated, Facts().with(.monthlyActiveUsers, ("2026-01", 50)))
        == "the policy's number of 2026-01 (proviso.yaml:5) leaves 2024-06 open: one with `as_of: 2024-06` would answer"
    )
  }

  @Test(
    "asks anew where a license tests as long as the model is used, and the number is more than a year old",
    arguments: [
      ("2026-11", "below"), ("2025-11", "below"), ("2025-10", "unknown product_monthly_active_users"),
      ("2026-12", "unknown product_monthly_active_users"),
    ])
  func outOfDate(date: String, expected: String) throws {
    var facts = Facts().with(.productMonthlyActiveUsers, (date, 5))
    #expect(Self.answer(Self.product, facts) == "below", "nobody asks when")
    facts.day = try day("2026-11-27")
    #expect(Self.answer(Self.product, facts) == expected)
    let remark =
      "the policy's number of \(date) (proviso.yaml:5) leaves today open: one of the last 12 months would answer"
    #expect(Self.remark(Self.product, facts) == (expected == "below" ? nil : remark))
  }

  @Test("takes no forecast for today's number")
  func forecast() throws {
    var facts = Facts().with(.productMonthlyActiveUsers, ("2026-06", 900), ("2027-06", 5))
    facts.day = try day("2026-11-27")
    #expect(Self.answer(Self.product, facts) == "over 900 monthly active users")
  }

  @Test(
    "takes a year's revenue for the year and a half after it, and a month's for a year",
    arguments: [
      (Terms.Threshold.Metric.annualRevenue, "annual_revenue={amount: 5, currency: USD, as_of: 2025-05-31}", "below"),
      (
        .annualRevenue, "annual_revenue={amount: 5, currency: USD, as_of: 2025-04-30}",
        "unknown annual_revenue"
      ),
      (
        .annualRevenue, "annual_revenue={amount: 101, currency: USD, as_of: 2015-04-30}",
        "over 101 USD of revenue a year"
      ),
      (
        .monthlyRevenue, "annual_revenue={amount: 5, currency: USD, as_of: 2025-04-30}",
        "unknown annual_revenue"
      ),
    ])
  func oldRevenue(metric: Terms.Threshold.Metric, stated: String, expected: String) throws {
    var facts = try facts([stated])
    facts.day = try day("2026-11-27")
    #expect(Self.answer(.revenue(100, metric, .licensee, .terminates), facts) == expected)
    #expect(
      Self.remark(.revenue(100, metric, .licensee, .terminates), facts)
        == (expected.hasPrefix("unknown")
          ? "the policy's number of 2025-04-30 (proviso.yaml:5) leaves today open: one of the last 18 months would answer"
          : nil))
  }

  @Test(
    "lets a year's revenue prove that a month was over a line, where twelve months below it cannot add up to it",
    arguments: [
      (Terms.Threshold.Comparison.greaterThan, 1200, "unknown annual_revenue"),
      (
        .greaterThan, 1201, "over 1,201 USD of revenue a year, more than twelve months under the line add up to"
      ),
      (.atLeast, 1199, "unknown annual_revenue"),
      (.atLeast, 1200, "over 1,200 USD of revenue a year, more than twelve months under the line add up to"),
      (.greaterThan, 101, "unknown annual_revenue"), (.greaterThan, 100, "below"),
    ])
  func twelfth(comparison: Terms.Threshold.Comparison, year: Int, expected: String) {
    let facts = Facts.stating("annual_revenue=\(year)")
    let line = Terms.Threshold.revenue(100, .monthlyRevenue, .licensee, .licenseRequired, comparison)
    #expect(Self.answer(line, facts) == expected)
    let product = Terms.Threshold.revenue(100, .monthlyRevenue, .product, .licenseRequired, comparison)
    #expect(
      Self.answer(product, facts) == (year > 100 ? "unknown product_monthly_revenue" : "below"),
      "what all products earn says nothing of one")
  }

  @Test("takes a fact of another kind for none")
  func otherKind() {
    var facts = Facts()
    facts.state(.monthlyActiveUsers, .boolean(true), origin: .fixture)
    #expect(Self.answer(Self.wide, facts) == "unknown monthly_active_users")
  }

  private func facts(_ stated: [String]) throws -> Facts {
    try stated.reduce(into: Facts()) { facts, argument in
      let fact = try FactArgument.parse(argument)
      facts.state(fact.name, fact.value, origin: .fixture)
    }
  }

  @Test(
    "measures the distance by what the line counts",
    arguments: [
      (
        .monthlyRevenue, .licensee, ["annual_revenue=240", "product_monthly_revenue=5"],
        "annual_revenue comes to 20 a month"
      ),
      (.monthlyRevenue, .licensee, ["product_monthly_revenue=5"], "annual_revenue is not stated"),
      (.monthlyRevenue, .product, ["annual_revenue=240", "product_monthly_revenue=5"], "product_monthly_revenue is 5"),
      (
        .annualRevenue, .product, ["product_monthly_revenue=5"],
        "product_monthly_revenue comes to 60 in twelve such months"
      ),
      (.annualRevenue, .licensee, ["annual_revenue=240"], "annual_revenue is 240"),
      (
        .annualRevenue, .licensee, ["annual_revenue=240 EUR"],
        "annual_revenue is stated in a way that cannot be held against it"
      ),
    ] as [(Terms.Threshold.Metric, Terms.Threshold.Scope, [String], String)])
  func distance(metric: Terms.Threshold.Metric, scope: Terms.Threshold.Scope, facts: [String], expected: String) throws
  {
    var license = License.mit
    license.terms.thresholds = [.revenue(100, metric, scope, .licenseRequired)]
    let evaluator = Evaluator(policy: Policy(name: "p", organization: .stating(facts)), today: try day("2026-11-22"))
    #expect(evaluator.thresholds(of: [.hub("a/b", license)]).map(\.statement) == [expected])
  }
}
