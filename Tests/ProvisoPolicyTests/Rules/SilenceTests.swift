import ProvisoCore
import Testing

@testable import ProvisoPolicy

/// The one error that must not happen: a restricted model passes, and nothing is said.
@Suite("A restricted model never passes silently")
struct SilenceTests {
  /// Each with facts that its license is violated under.
  static let restricted: [(license: License, rule: String, facts: [String])] = [
    (.llama1, "AIL301", ["commercial=true"]), (.ccByNC, "AIL301", ["commercial=true"]),
    (.exaone, "AIL301", ["commercial=true"]), (.yi, "AIL301", ["commercial=true"]),
    (.llama2, "AIL302", ["monthly_active_users=700000001"]), (.llama31, "AIL302", ["monthly_active_users=700000001"]),
    (.qwen, "AIL302", ["product_monthly_active_users=100000001", "commercial=true"]),
    (.hunyuan, "AIL304", ["headquarters=KR"]), (.llama4, "AIL304", ["headquarters=DE"]),
    (.stability, "AIL303", ["annual_revenue=1000001"]),
    (.ltx, "AIL303", ["annual_revenue=10000000", "commercial=true"]),
    (.kimi, "AIL303", ["product_monthly_revenue=20000001", "commercial=true"]),
    (.llama3, "AIL305", ["trains_other_models_on_outputs=true"]),
  ]

  /// The ways a license can come to bind a model.
  static func models(_ license: License) -> [(way: String, model: ResolvedModel)] {
    let references = [reference("src/app.py")]
    let published = [reference("src/README.md", role: .published)]
    let deep = base("acme/b", .apache)
    var corrected = ResolvedModel.hub("acme/m", .mit, bases: [base("acme/base", license)], at: references)
    corrected.license = .concluded([.mit], from: .correction)
    return [
      ("its own", .hub("acme/m", license, at: references)),
      ("a conflict with a free label", .hub("acme/m", .mit, license, at: references)),
      ("a conflict between a card and a text of the tree", .folder("src", .apache, license, at: published)),
      ("a base under a free label", .hub("acme/m", .apache, bases: [base("acme/base", license)], at: references)),
      ("a base of a base", .hub("acme/m", .mit, bases: [deep, base("acme/base", license, depth: 2)], at: references)),
      ("a folder that says nothing", .folder("src", bases: [base("acme/base", license)], at: published)),
      ("one base of a merge", .folder("src", .mit, bases: [deep, base("acme/base", license, .merge)], at: published)),
      ("a base under a label that a correction frees", corrected),
      (
        "a base that only an unknown manifest names",
        .hub("acme/m", license, at: [reference("src/config.json", role: .base, derivative: "gone")])
      ),
    ]
  }

  private func findings(
    _ model: ResolvedModel, _ facts: [String], _ onMissingFact: Verdict = .review, mode: Subject.Mode = .scan
  ) throws -> [Finding] {
    let arguments = try facts.map { try FactArgument.parse($0) }
    let policy = Policy(name: "p", onMissingFact: onMissingFact).overriding(facts: arguments)
    return Evaluator(policy: policy, today: try day("2026-11-22"), mode: mode).evaluate([model]).findings
  }

  @Test("where its license is violated, however the license comes to bind it", arguments: restricted)
  func violated(license: License, rule: String, facts: [String]) throws {
    for (way, model) in Self.models(license) {
      for verdict in Verdict.allCases {
        let found = try findings(model, facts, verdict).filter { $0.rule == rule && $0.license == license.id }
        #expect(found.count == 1, "\(way), \(verdict)")
      }
    }
    let checked = try findings(.hub("acme/m", license), facts, mode: .check)
    #expect(checked.contains { $0.rule == rule })
  }

  @Test("where the facts that decide are missing", arguments: restricted)
  func undetermined(license: License, rule: String, facts: [String]) throws {
    for (way, model) in Self.models(license) {
      #expect(try findings(model, []).contains { $0.rule == "AIL310" && $0.level == .note }, "\(way)")
      #expect(try findings(model, [], .deny).contains { $0.rule == "AIL310" && $0.level == .error }, "\(way)")
      // Each fact that decides, stated to be unknown, is named.
      let unknown = facts.map { String($0.prefix { $0 != "=" }) + "=unknown" }
      #expect(try findings(model, unknown).contains { $0.rule == "AIL310" }, "\(way)")
    }
  }

  @Test("where other facts than the deciding ones are known", arguments: restricted)
  func otherFacts(license: License, rule: String, facts: [String]) throws {
    let deciding = Set(facts.map { String($0.prefix { $0 != "=" }) })
    let harmless = [
      "commercial=true", "headquarters=US", "regions_served=US", "trains_other_models_on_outputs=false",
      "annual_revenue=5 EUR", "product_monthly_revenue=5 EUR", "distributes_weights=false", "distributes_product=false",
    ].filter { !deciding.contains(String($0.prefix { $0 != "=" })) }
    for (way, model) in Self.models(license) {
      #expect(try findings(model, harmless).contains { ["AIL310", rule].contains($0.rule) }, "\(way)")
    }
  }

  @Test(
    "where nothing could be read",
    arguments: [
      [], [("unknown", ClaimKind.empty)], [("acme-license", .named)], [("house rules", .unrecognized)],
      [("openrail", .familyTag)], [("other", .unnamed)], [("other", .unnamed), ("cc", .familyTag)],
      [("openrail", .familyTag), ("unknown", .empty)], [("other", .unnamed), ("house rules", .unrecognized)],
    ])
  func unread(claims: [(String, ClaimKind)]) throws {
    for references in [[reference("src/app.py")], [reference("src/config.json", role: .base, derivative: "m")]] {
      var model = ResolvedModel.hub("acme/m", at: references)
      for claim in claims { model.license.claims += LicenseConclusion.without(terms: claim).claims }
      let found = try findings(model, ["commercial=true"])
      #expect(found.contains { $0.rule < "AIL100" && $0.level >= .warning })
    }
  }
}
