import Foundation
import ProvisoCore
import ProvisoPolicy
import ProvisoTestSupport
import Testing

@Suite("Every rule fires on its sample and is silent on the cure")
struct RulePairTests {
  /// What is no pair of trees, with where it is shown instead.
  private static let elsewhere = ["AIL901": "a policy that is not valid ends the run: PolicyCommandTests"]

  private func rules(
    _ files: [String: String], _ facts: [String], locked: [String: String]?
  ) throws -> Found {
    let folder = try Folder()
    if let locked {
      for (path, text) in locked { try folder.write(text, to: path) }
      #expect(try Tool.run(["lock"], in: folder.path).status == 0)
    }
    for (path, text) in files { try folder.write(text, to: path) }
    let options = (locked == nil ? [] : ["--locked"]) + facts.flatMap { ["--fact", $0] }
    let answer = try Tool.run(["scan", "--format", "json", "--fail-on", "never"] + options, in: folder.path)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any], "\(answer.error)")
    let findings = try #require(report["findings"] as? [[String: Any]])
    return Found(
      rules: Set(findings.compactMap { $0["rule"] as? String }),
      errors: Set(findings.filter { $0["level"] as? String == "error" }.compactMap { $0["rule"] as? String }))
  }

  private struct Found {
    var rules: Set<String>
    var errors: Set<String>
  }

  /// Errors of other rules that are left where a rule's example is cured, with the reason.
  private static let left: [String: (rules: Set<String>, reason: String)] = [:]

  @Test("fires on the one and not on the other", arguments: RulePair.all.map(\.rule))
  func pair(_ id: String) throws {
    for pair in RulePair.all where pair.rule == id {
      let violated = try rules(pair.violating, pair.facts + pair.violatingFacts, locked: pair.locked)
      #expect(violated.rules.contains(id), "silent: \(violated.rules.sorted())")
      let cured = try rules(pair.violating.merging(pair.cure) { $1 }, pair.facts + pair.curedFacts, locked: pair.locked)
      #expect(!cured.rules.contains(id), "not cured: \(cured.rules.sorted())")
      // Who does what the help says and is told of another error has been sent from one to the next.
      let others = cured.errors.subtracting([id])
      let expected = Self.left[id]?.rules ?? []
      #expect(others == expected, "errors of other rules: \(others.sorted())")
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
