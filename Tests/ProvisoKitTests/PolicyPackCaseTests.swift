import Foundation
import ProvisoPolicy
import ProvisoTestSupport
import Testing

@testable import ProvisoKit

@Suite("The packs that ship say of their cases what they should")
struct PolicyPackCaseTests {
  private static let folder = "\(packageRoot)/Policies/tests"

  private static func names(_ folder: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  @Test("each pack has cases, and each passes", arguments: names("\(packageRoot)/Policies"))
  func pack(name: String) throws {
    let selected = try PolicySelection().select(["\(Self.folder)/\(name).yaml"], root: nil)
    #expect(selected.diagnostics.map { $0.rendered() } == [])
    let policy = try #require(selected.policy)
    #expect(policy.trail.dropFirst().first?.name == name)
    #expect(policy.tests.isEmpty == false)
    let outcomes = PolicyTestRun(policy: policy, today: try CalendarDate(parsing: "2026-11-26")).run()
    #expect(outcomes.filter { !$0.failures.isEmpty }.map { "\($0.name): \($0.failures)" } == [])
  }

  @Test("models and organizations as they come are judged as the texts of the licenses say")
  func scenarios() throws {
    let selected = try PolicySelection().select(["\(Self.folder)/scenarios.yaml"], root: nil)
    #expect(selected.diagnostics.map { $0.rendered() } == [])
    let policy = try #require(selected.policy)
    #expect(policy.tests.count >= 45)
    let outcomes = PolicyTestRun(policy: policy, today: try CalendarDate(parsing: "2026-11-26")).run()
    #expect(outcomes.filter { !$0.failures.isEmpty }.map { "\($0.name): \($0.failures)" } == [])
  }

  @Test("a duty that the case says is done is none, wherever the policy looks for it", arguments: [true, false])
  func duties(isDone: Bool) throws {
    let yaml = """
      version: 1
      obligations: {built_with_display: {paths: [docs/about.md]}}
      tests:
        - name: shown
          given:
            license: llama3.1
            facts: {distributes_product: true, built_with_display: \(isDone)}
          expect: {\(isDone ? "not" : "rules"): [AIL203]}
      """
    let path = NSTemporaryDirectory() + "proviso-duties-\(UUID().uuidString).yaml"
    try yaml.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let policy = try #require(try PolicySelection().select([path], root: nil).policy)
    let outcomes = PolicyTestRun(policy: policy, today: try CalendarDate(parsing: "2026-11-26")).run()
    #expect(outcomes.map(\.failures) == [[]])
  }

  @Test("a state brings its own rule, and what a model was made from is held against its label")
  func statesAndLineage() throws {
    let yaml = """
      version: 1
      organization: {distributes_weights: true}
      tests:
        - {name: absent, given: {state: absent}, expect: {rules: [AIL001], not: [AIL002, AIL006, AIL101]}}
        - {name: unknown, given: {state: unknown}, expect: {rules: [AIL002], not: [AIL001, AIL006, AIL101]}}
        - {name: custom, given: {state: custom}, expect: {rules: [AIL002], not: [AIL001]}}
        - {name: conflict, given: {state: conflict}, expect: {rules: [AIL101], not: [AIL001]}}
        - {name: gated, given: {state: gated}, expect: {rules: [AIL006], not: [AIL001, AIL002]}}
        - {name: freed, given: {license: mit, lineage: llama3.1}, expect: {verdict: deny, rules: [AIL102]}}
        - {name: notices, given: {license: mit, lineage: apache-2.0}, expect: {rules: [AIL103]}}
        - {name: merge, given: {license: llama3.1, lineage: [gpl-3.0, llama3.1]}, expect: {verdict: deny, rules: [AIL106]}}
        - {name: kept, given: {license: llama3.1, lineage: llama3.1}, expect: {not: [AIL102, AIL103, AIL106]}}
      """
    let path = NSTemporaryDirectory() + "proviso-cases-\(UUID().uuidString).yaml"
    try yaml.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let policy = try #require(try PolicySelection().select([path], root: nil).policy)
    let outcomes = PolicyTestRun(policy: policy, today: try CalendarDate(parsing: "2026-11-26")).run()
    #expect(outcomes.filter { !$0.failures.isEmpty }.map { "\($0.name): \($0.failures)" } == [])
  }

  @Test("a case that fails says what came instead")
  func failing() throws {
    let yaml = """
      version: 1
      organization: {commercial: true}
      contexts: [{id: lab, paths: lab/**, facts: {commercial: false}}]
      tests:
        - {name: wrong verdict, given: {license: cc-by-nc-4.0}, expect: {verdict: allow}}
        - {name: wrong rules, given: {license: mit}, expect: {rules: [AIL301]}}
        - {name: unwanted rule, given: {license: cc-by-nc-4.0}, expect: {not: [AIL301]}}
        - {name: in the lab, given: {license: cc-by-nc-4.0, context: lab}, expect: {verdict: allow, not: [AIL301]}}
      """
    let path = NSTemporaryDirectory() + "proviso-cases-\(UUID().uuidString).yaml"
    try yaml.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let policy = try #require(try PolicySelection().select([path], root: nil).policy)
    let outcomes = PolicyTestRun(policy: policy, today: try CalendarDate(parsing: "2026-11-26")).run()
    #expect(outcomes.map(\.failures.count) == [1, 1, 1, 0])
    #expect(outcomes[0].failures[0].hasPrefix("expected the verdict allow, got deny: "))
    #expect(outcomes[1].failures[0].hasPrefix("expected AIL301 to fire: "))
    #expect(outcomes[2].failures == ["expected AIL301 not to fire"])
    let junit = PolicyTestReport.junit(
      [(policy: "p <&>", outcomes: outcomes)], timestamp: "2026-11-22T00:00:00Z")
    #expect(
      junit.contains("<testsuite name=\"p &lt;&amp;&gt;\" package") && junit.contains("tests=\"4\" failures=\"3\""))
    #expect(junit.contains("<testcase name=\"in the lab\" classname=\"p &lt;&amp;&gt;\" time=\"0\"/>"))
    #expect(PolicyTestReport.text([(policy: "p", outcomes: outcomes)]).hasSuffix("4 cases, 3 failed\n"))
  }
}

@Suite("A first policy")
struct PolicyTemplateTests {
  @Test("is five lines that load, with the facts as they were given")
  func template() throws {
    let facts = try ["monthly_active_users=9400000", "headquarters=DE", "annual_revenue=5000000 EUR"]
      .map(FactArgument.parse)
    let yaml = PolicyTemplate.yaml(extending: "proviso:hosted-service", facts: facts)
    #expect(
      yaml == """
        # yaml-language-server: $schema=https://raw.githubusercontent.com/proviso-dev/proviso/main/Policies/policy.schema.json
        version: 1
        extends: proviso:hosted-service
        organization:
          monthly_active_users: 9400000
          annual_revenue: {amount: 5000000, currency: EUR}
          headquarters: DE

        """)
  }
}
