import Foundation
import ProvisoCore
import ProvisoPolicy
import ProvisoTestSupport
import Testing

@Suite("Every rule fires on its sample and is silent on the cure")
struct RulePairTests {
  /// Rules that need more than a tree and facts, each with where it is shown instead.
  private static let elsewhere: [String: String] = [
    "AIL108": "needs two license texts: CodeLicenseTakenForWeightsLicenseTests",
    "AIL901": "needs a policy that is not valid: PolicyCommandTests",
    "AIL902": "needs a waiver: WaiverExpiredTests", "AIL903": "needs a waiver: UnusedPolicyEntryTests",
    "AIL904": "needs a waiver: WaiverNotAllowedTests",
    "AIL502": "needs a lock file: LockTests", "AIL503": "needs a lock file: LockTests",
    "AIL504": "needs a re-upload that the catalog knows: CommunityReuploadTests",
    "AIL601": "needs lists in the policy: the tests of the policy packs",
    "AIL602": "needs lists in the policy: the tests of the policy packs",
  ]

  private func rules(_ files: [String: String], _ facts: [String]) throws -> Set<String> {
    let folder = try Folder()
    for (path, text) in files { try folder.write(text, to: path) }
    let answer = try Tool.run(
      ["scan", "--format", "json", "--fail-on", "never"] + facts.flatMap { ["--fact", $0] }, in: folder.path)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any], "\(answer.error)")
    let findings = try #require(report["findings"] as? [[String: Any]])
    return Set(findings.compactMap { $0["rule"] as? String })
  }

  @Test("fires on the one and not on the other", arguments: RulePair.all.map(\.rule))
  func pair(_ id: String) throws {
    for pair in RulePair.all where pair.rule == id {
      let violated = try rules(pair.violating, pair.facts + pair.violatingFacts)
      #expect(violated.contains(id), "silent: \(violated.sorted())")
      let cured = try rules(pair.violating.merging(pair.cure) { $1 }, pair.facts + pair.curedFacts)
      #expect(!cured.contains(id), "not cured: \(cured.sorted())")
    }
  }

  @Test("has a pair for each rule of the list")
  func isComplete() {
    let paired = Set(RulePair.all.map(\.rule))
    for rule in RuleList.descriptions.map(\.id) {
      #expect(paired.contains(rule) || Self.elsewhere[rule] != nil, "\(rule) has no pair in RulePairs.swift")
    }
    for rule in Self.elsewhere.keys { #expect(!paired.contains(rule), "\(rule) has a pair after all") }
  }
}
