import ProvisoCore
import ProvisoPolicy
import Testing

@Suite("A policy")
struct PolicyReadingTests {
  private let whole = """
    # yaml-language-server: $schema=Policies/policy.schema.json
    version: 1
    name: acme
    description: What Acme allows.
    organization:
      name: Acme
      affiliates_included: true
      headquarters: DE
      commercial: true
      annual_revenue: {amount: 42_000_000, currency: EUR, as_of: 2025-12-31}
      monthly_active_users:
        - {as_of: 2024-07, value: 3_100_000}
        - {as_of: 2026-09, value: 9400000}
      industries: [critical-infrastructure]
      uses: medical-advice
      regions_served: [EU, "NO"]
      trains_other_models_on_outputs: true
    contexts:
      - id: research
        paths: ["research/**", "notebooks/**"]
        facts: {commercial: false, trains_other_models_on_outputs: unknown}
      - {id: rest, paths: "**"}
    on_missing_fact: deny
    rules:
      AIL102: {severity: note}
    corrections:
      - model: acme-mirror/whisper
        license: MIT
        reason: the mirror lost the card
        author: a.weber
        evidence: {file: third_party/LICENSE}
    waivers:
      - id: W-17
        rule: AIL203
        subject: {model: meta-llama/Llama-3.1-8B, license: llama3.1}
        paths: ["services/summary/**"]
        reason: {code: fix-planned, text: Footer text ships with release 8.2}
        owner: team-summary
        approved_by: legal@acme.example
        ticket: ACME-311
        created: 2026-11-02
        expires: 2026-12-31
    """

  private func policy() throws -> Policy {
    let result = load(whole)
    #expect(summary(result) == [])
    return try #require(result.policy)
  }

  @Test("states facts, each with its line")
  func facts() throws {
    let policy = try policy()
    let facts = policy.organization
    #expect(policy.organizationName == "Acme")
    #expect(policy.affiliatesIncluded == .known(true, FactOrigin(path: "proviso.yaml", line: 7)))
    #expect(facts.headquarters == .known("DE", FactOrigin(path: "proviso.yaml", line: 8)))
    #expect(facts.commercial.tristate == .true)
    #expect(
      facts.annualRevenue.value
        == Money(amount: 42_000_000, currency: "EUR", asOf: CalendarDate(year: 2025, month: 12, day: 31)))
    #expect(facts.monthlyActiveUsers.value?.entries.map(\.value) == [3_100_000, 9_400_000])
    #expect(facts.monthlyActiveUsers.origin?.line == 11)
    #expect(facts.industries.value == ["critical-infrastructure"])
    #expect(facts.uses.value == ["medical-advice"])
    #expect(facts.regionsServed.value == ["EU", "NO"])
    #expect(facts.fineTunes == .unknown)
    #expect(facts.fineTunes.tristate == .unknown)
    #expect(facts[.headquarters].value == .country("DE"))
    #expect(facts.statedNames.first == .commercial)
  }

  @Test("lays the facts of the first context that matches over those of the organization")
  func contexts() throws {
    let policy = try policy()
    let research = policy.facts(forPath: "research/a/b.py")
    #expect(research.context == "research")
    #expect(research.facts.commercial == .known(false, FactOrigin(path: "proviso.yaml", line: 21)))
    #expect(research.facts.headquarters.value == "DE")
    #expect(research.facts.trainsOtherModelsOnOutputs == .unknown)
    #expect(research.facts.origin(of: .trainsOtherModelsOnOutputs)?.line == 21)
    #expect(policy.facts(forPath: "app/a.py").context == "rest")
    #expect(policy.facts(forPath: "app/a.py").facts == policy.organization)
    #expect(policy.facts(forPath: nil).context == nil)
  }

  @Test("sets rules, corrects licenses and waives violations")
  func sections() throws {
    let policy = try policy()
    #expect(policy.name == "acme")
    #expect(policy.description == "What Acme allows.")
    #expect(policy.onMissingFact == .deny)
    #expect(policy.onMissingFactOrigin?.line == 23)
    #expect(
      policy.rules == ["AIL102": RuleSetting(severity: .note, origin: .init(path: "proviso.yaml", line: 25))])
    #expect(
      policy.corrections == [
        Correction(
          model: "acme-mirror/whisper", license: "MIT", reason: "the mirror lost the card", author: "a.weber",
          evidence: .init(file: "third_party/LICENSE"), origin: .init(path: "proviso.yaml", line: 27))
      ])
    let waiver = try #require(policy.waivers.first)
    #expect(waiver.id == "W-17")
    #expect(waiver.rule == "AIL203")
    #expect(waiver.subject == Waiver.Subject(model: "meta-llama/Llama-3.1-8B", license: "llama3.1"))
    #expect(waiver.paths?.matches("services/summary/a.py") == true)
    #expect(waiver.paths?.matches("services/other/a.py") == false)
    #expect(waiver.reason == Waiver.Reason(code: "fix-planned", text: "Footer text ships with release 8.2"))
    #expect([waiver.owner, waiver.approvedBy, waiver.ticket] == ["team-summary", "legal@acme.example", "ACME-311"])
    #expect(waiver.created?.description == "2026-11-02")
    #expect(waiver.origin.line == 33)
  }

  @Test("a waiver holds on its last day", arguments: [("2026-12-31", false), ("2027-01-01", true)])
  func expiry(day: String, isExpired: Bool) throws {
    let waiver = try #require(try policy().waivers.first)
    #expect(waiver.isExpired(on: try CalendarDate(parsing: day)) == isExpired)
  }

  @Test("of a version alone asks for review of what it cannot know")
  func smallest() throws {
    let policy = try #require(load("version: 1").policy)
    #expect(policy.onMissingFact == .review)
    #expect(policy.name == "proviso.yaml")
    #expect(policy.organization.statedNames == [])
    #expect(policy.trail == [Policy.Layer(name: "proviso.yaml", path: "proviso.yaml")])
  }

  @Test(
    "reads as people mean it what YAML reads as text",
    arguments: [
      ("headquarters: \"NO\"", .headquarters, .country("NO")),
      ("regions_served: ['NO', DE]", .regionsServed, .regions(["NO", "DE"])),
      ("regions_served: []", .regionsServed, .regions([])),
      ("monthly_active_users: 1_000", .monthlyActiveUsers, .count(CountHistory(1000))),
      ("monthly_active_users: 0", .monthlyActiveUsers, .count(CountHistory(0))),
      ("annual_revenue: 5_000_000", .annualRevenue, .money(Money(amount: 5_000_000))),
      ("commercial: unknown", .commercial, nil), ("annual_revenue: unknown", .annualRevenue, nil),
      ("regions_served: unknown", .regionsServed, nil),
    ] as [(String, FactName, FactValue?)])
  func traps(fact: String, name: FactName, value: FactValue?) throws {
    let result = load("version: 1\norganization:\n  \(fact)")
    #expect(summary(result) == [])
    let facts = try #require(result.policy).organization
    #expect(facts[name].value == value)
    #expect(facts.statedNames == [name])
  }

  @Test(
    "says how a bare NO was read, which YAML 1.1 has for a boolean",
    arguments: [
      ("organization:\n  headquarters: NO", "headquarters", "3:17"),
      ("organization:\n  regions_served: [DE, NO]", "regions_served", "3:24"),
      ("organization: {regions_served: NO}", "regions_served", "2:32"),
      ("verdicts: {deny: [{term: {excluded_regions: NO}}]}", "excluded_regions", "2:45"),
      ("verdicts: {deny: [{license: mit, when: {fact: headquarters, is: NO}}]}", "is", "2:65"),
    ])
  func norway(section: String, key: String, place: String) {
    let result = load("version: 1\n\(section)")
    #expect(
      summary(result) == [
        "\(place) warning: `\(key)`: `NO` without quotes is read as Norway here, and as `false` by tools that read YAML 1.1 = write \"NO\""
      ])
    #expect(result.policy != nil)
  }
}
