import ProvisoPolicy
import Testing

@Suite("A fact on the command line")
struct FactArgumentTests {
  @Test(
    "is read by its kind",
    arguments: [
      ("monthly_active_users=800000000", .monthlyActiveUsers, .count(CountHistory(800_000_000))),
      ("monthly_active_users=800_000_000", .monthlyActiveUsers, .count(CountHistory(800_000_000))),
      ("commercial=true", .commercial, .boolean(true)),
      (" commercial = false ", .commercial, .boolean(false)),
      ("commercial=unknown", .commercial, nil),
      ("annual_revenue=5000000", .annualRevenue, .money(Money(amount: 5_000_000, currency: "USD"))),
      ("annual_revenue=5000000 EUR", .annualRevenue, .money(Money(amount: 5_000_000, currency: "EUR"))),
      ("headquarters=NO", .headquarters, .country("NO")),
      ("regions_served=EU,US, NO", .regionsServed, .regions(["EU", "US", "NO"])),
      ("uses=military", .uses, .words(["military"])),
      ("industries=[]", .industries, .words([])),
      ("industries=[health, search]", .industries, .words(["health", "search"])),
      ("regions_served=[EU, US]", .regionsServed, .regions(["EU", "US"])),
      (
        "annual_revenue={amount: 5_000_000, currency: EUR}", .annualRevenue,
        .money(Money(amount: 5_000_000, currency: "EUR"))
      ),
      (
        "monthly_active_users=[{as_of: 2024-06, value: 800000000}]", .monthlyActiveUsers,
        .count(CountHistory([.init(asOf: CalendarDate(year: 2024, month: 6), value: 800_000_000)]))
      ),
    ] as [(String, FactName, FactValue?)])
  func reading(argument: String, name: FactName, value: FactValue?) throws {
    #expect(try FactArgument.parse(argument) == FactArgument(name: name, value: value))
  }

  @Test(
    "is refused with what to write",
    arguments: [
      ("commercial", "expected a fact as name=value, found `commercial`", "for example `commercial=true`"),
      (
        "monthly_active_user=5", "there is no fact `monthly_active_user`", "did you mean `monthly_active_users`?"
      ),
      ("weather=fine", "there is no fact `weather`", nil),
      ("commercial=yes", "`commercial`: expected `true`, `false` or `unknown`, found `yes`", "write `true`"),
      ("commercial=", "`commercial`: there is no value after `=`", "write `unknown` for what is not known"),
      (
        "monthly_active_users=9M", "`monthly_active_users`: expected a whole number, found `9M`",
        "write all its digits, for example 9_400_000"
      ),
      (
        "monthly_active_users=-1", "`monthly_active_users`: expected a number that is not negative, found `-1`", nil
      ),
      (
        "monthly_active_users=99999999999999999999",
        "`monthly_active_users`: `99999999999999999999` is too large a number", nil
      ),
      (
        "annual_revenue=5 Eur", "`annual_revenue`: `Eur` is not a currency code of ISO 4217", "did you mean `EUR`?"
      ),
      (
        "annual_revenue=5 EUR net",
        "`annual_revenue`: expected an amount and a currency such as `5000000 EUR`, found `5 EUR net`", nil
      ),
      (
        "annual_revenue={amount: 5, currency: eur}",
        "`annual_revenue`: `currency`: `eur` is not a currency code of ISO 4217",
        "did you mean `EUR`?"
      ),
      ("headquarters=Germany", "`headquarters`: `Germany` is not a country code of ISO 3166", "did you mean `DE`?"),
      ("headquarters=UK", "`headquarters`: `UK` is not a country code of ISO 3166", "did you mean `GB`?"),
      ("headquarters=EU", "`headquarters`: `EU` is not a country code of ISO 3166", "name the one country"),
      (
        "regions_served=EU,,US", "`regions_served`: `` is not a country code of ISO 3166, `EU` or `EEA`", nil
      ),
      (
        "uses=miltary", "`uses`: `miltary` is not a word of the restriction vocabulary", "did you mean `military`?"
      ),
    ] as [(String, String, String?)])
  func mistakes(argument: String, message: String, hint: String?) {
    #expect(throws: ValueProblem(message, hint: hint)) { try FactArgument.parse(argument) }
  }

  @Test("overrides the organization and every context")
  func overriding() throws {
    let policy = try #require(
      load(
        """
        version: 1
        organization: {commercial: true, fine_tunes: true}
        contexts:
          - {id: research, paths: research/**, facts: {commercial: false, fine_tunes: false}}
        """
      ).policy)
    let changed = policy.overriding(facts: [
      try FactArgument.parse("commercial=unknown"), try FactArgument.parse("monthly_active_users=5"),
    ])
    for path in [nil, "app/a.py", "research/a.py"] {
      #expect(changed.facts(forPath: path).facts.commercial == .unknown)
      #expect(changed.facts(forPath: path).facts.monthlyActiveUsers == .known(CountHistory(5), .commandLine))
    }
    #expect(changed.facts(forPath: "research/a.py").facts.fineTunes.value == false)
    #expect(changed.facts(forPath: "app/a.py").facts.fineTunes.value == true)
  }
}
