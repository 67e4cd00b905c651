import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoPolicy

/// AIL203 is told once for a tree: a waiver for one folder speaks of that folder only.
@Suite("A waiver of a finding that speaks of several files")
struct WaiverPlacesTests {
  private func waiver(_ id: String, _ pattern: String, rule: String = "AIL203", expires: String = "2026-12-31") throws
    -> Waiver
  {
    Waiver(
      id: id, rule: rule, subject: Waiver.Subject(model: "meta-llama/Llama-3.1-8B"), paths: .paths(pattern),
      reason: Waiver.Reason(text: "t"), owner: "o", expires: try day(expires), origin: .fixture)
  }

  private func policy(_ waivers: [Waiver], inline: WaiverPolicy.Inline = .forbid) -> Policy {
    Policy(
      name: "p", path: "proviso.yaml", organization: .stating("serves_over_network=true", "commercial=true"),
      waivers: waivers, waiverPolicy: WaiverPolicy(inline: inline))
  }

  private func findings(_ policy: Policy, _ references: [ModelReference]) throws -> [Finding] {
    let material = Evaluator.Material([.hub("meta-llama/Llama-3.1-8B", Self.license, at: references)])
    return Evaluator(policy: policy, today: try day("2026-11-22")).evaluate(material).findings
  }

  /// `lab/x.py`, or `lab/x.py W-1` where waived, then the other places.
  private func told(_ policy: Policy, _ references: [ModelReference]) throws -> [String] {
    try findings(policy, references).filter { $0.rule == "AIL203" }.map { finding in
      ([[finding.location?.path, finding.waiver].compactMap(\.self).joined(separator: " ")]
        + finding.related.map { "\($0.location.path): \($0.message)" }).joined(separator: "; ")
    }
  }

  private static let license = License.fixture("shown", "Shown License", .community) {
    $0.hosting = Term(.countsAsDistribution, clause: "1")
    $0.display = Term("Built with Llama", clause: "1")
  }
  private let both = [reference("lab/x.py"), reference("shop/y.py")]

  @Test("silences it only where it covers every file, and leaves it at the first that it does not cover")
  func partly() throws {
    #expect(try told(policy([]), both) == ["lab/x.py; shop/y.py: named again"])
    #expect(
      try told(policy([waiver("W-1", "lab/**")]), both) == ["shop/y.py; lab/x.py: named again, waived by W-1"])
    #expect(
      try told(policy([waiver("W-1", "shop/**")]), both) == ["lab/x.py; shop/y.py: named again, waived by W-1"])
    #expect(try told(policy([waiver("W-1", "**/*.py")]), both) == ["lab/x.py W-1; shop/y.py: named again"])
  }

  @Test("is used where it covers a part, and silences with those that cover the rest")
  func together() throws {
    let waivers = try [waiver("W-1", "lab/**"), waiver("W-2", "shop/**", expires: "2026-12-01")]
    let found = try findings(policy(waivers), both)
    #expect(!found.contains { $0.rule == "AIL903" })
    // The one that ends first says until when.
    #expect(found.first { $0.rule == "AIL203" }?.suppression?.expires == "2026-12-01")
    #expect(found.first { $0.rule == "AIL203" }?.waiver == "W-2")
    for alone in waivers {
      #expect(try !findings(policy([alone]), both).contains { $0.rule == "AIL903" })
    }
    let idle = try findings(policy(waivers + [waiver("W-3", "shop/y.py"), waiver("W-4", "docs/**")]), both)
    #expect(
      idle.filter { $0.rule == "AIL903" }.map(\.message) == [
        "Waiver W-3 silences nothing that W-2 does not silence already.", "Waiver W-4 matches no finding.",
      ])
  }

  @Test("keeps the fingerprint that baselines know, and the order of findings")
  func fingerprints() throws {
    let before = try findings(policy([]), both).filter { $0.rule == "AIL203" }
    let after = try findings(policy([waiver("W-1", "lab/**")]), both)
    #expect(after.filter { $0.rule == "AIL203" }.map(\.fingerprint) == before.map(\.fingerprint))
    #expect(after.compactMap(\.location?.path) == after.compactMap(\.location?.path).sorted())
  }

  @Test("need not cover tests, where the policy lets them weigh less")
  func scopes() throws {
    var policy = policy([try waiver("W-1", "shop/**")])
    let references = [reference("checks/x.py", scope: .test), reference("shop/y.py")]
    #expect(try told(policy, references) == ["checks/x.py; shop/y.py: named again, waived by W-1"])
    policy.scopes = [.test: RuleSetting(severity: .note, origin: .fixture)]
    #expect(try told(policy, references) == ["checks/x.py W-1; shop/y.py: named again"])
    policy.waivers = [try waiver("W-1", "checks/**")]
    #expect(try told(policy, references).count { $0.contains(" W-1;") } == 0)
  }

  @Test("as a comment speaks of its own file")
  func comments() throws {
    var marked = both
    marked[0].location.excerpt = "load('a')  # proviso: waive AIL203 lab only"
    let allowed = policy([], inline: .allow)
    #expect(
      try told(allowed, marked) == ["shop/y.py; lab/x.py: named again, waived by inline lab/x.py:1"])
    marked[1].location.excerpt = "load('a')  # proviso: waive AIL203 shop as well"
    #expect(try told(allowed, marked) == ["lab/x.py inline lab/x.py:1; shop/y.py: named again"])
    marked[0].location.excerpt = ""
    #expect(
      try told(allowed, marked) == ["lab/x.py; shop/y.py: named again, waived by inline shop/y.py:1"])
    #expect(
      try told(policy([waiver("W-1", "lab/**")], inline: .allow), marked) == ["lab/x.py W-1; shop/y.py: named again"])
  }

  @Test("of a change under review silences nothing, be it of all files or of a part", arguments: ["lab/**", "**/*.py"])
  func underReview(pattern: String) throws {
    let model = ResolvedModel.hub("meta-llama/Llama-3.1-8B", Self.license, at: both)
    func evaluation(_ policy: Policy) throws -> Evaluation {
      Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([model])
    }
    let changed = try evaluation(policy([waiver("W-1", pattern)]))
    let held = changed.held(against: try evaluation(policy([])), [model]).findings.filter { $0.rule == "AIL203" }
    #expect(held.map(\.waiver) == [nil])
    #expect(held.map(\.location?.path) == ["lab/x.py"])
    #expect(held.first?.related.map(\.message) == ["named again"])
    #expect(held.first?.proposedWaiver != nil)
  }

  @Test("that is only proposed marks the finding where it covers what the others leave open")
  func proposed() throws {
    var policy = policy(try [waiver("W-1", "lab/**"), waiver("W-2", "shop/**")])
    policy.proposedWaivers = ["W-2"]
    let found = try findings(policy, both).filter { $0.rule == "AIL203" }
    #expect(found.map(\.waiver) == [nil])
    #expect(found.map(\.proposedWaiver) == ["W-2"])
    #expect(found.map(\.location?.path) == ["shop/y.py"])
  }
}
