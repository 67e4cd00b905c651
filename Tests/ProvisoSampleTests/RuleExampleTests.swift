import Foundation
import ProvisoCore
import ProvisoPolicy
import Testing

@Suite("The models that rules name as examples of a violation")
struct RuleExampleTests {
  /// The facts with which the model of the rule's help violates it.
  private static let examples: [(rule: String, facts: [String])] = [
    ("AIL006", []), ("AIL007", []), ("AIL107", ["open_source_product=false", "serves_over_network=true"]),
    ("AIL301", ["commercial=true"]), ("AIL302", ["monthly_active_users=800000000"]),
    ("AIL303", ["annual_revenue=5000000"]), ("AIL304", ["headquarters=DE"]),
    ("AIL305", ["trains_other_models_on_outputs=true"]), ("AIL306", ["uses=military"]),
    ("AIL307", ["commercial=true", "serves_over_network=true"]), ("AIL308", ["trains_foundation_models=true"]),
    ("AIL309", ["serves_over_network=true"]), ("AIL310", []), ("AIL311", []),
  ]

  /// `owner/name` of the line that begins with `Violation:`.
  private static func model(of rule: String) -> String? {
    let help = RuleList.descriptions.first { $0.id == rule }?.help ?? ""
    let line = help.split(separator: "\n").first { $0.hasPrefix("Violation:") } ?? ""
    return line.split { "`\"()[] ,".contains($0) }.first { $0.contains("/") }.map(String.init)
  }

  @Test("and the data sets do so, too", arguments: ["AIL111", "AIL112", "AIL113"])
  func data(rule: String) throws {
    let id = try #require(Self.model(of: rule))
    let folder = try Folder()
    try folder.write("---\nlicense: apache-2.0\ndatasets: [\(id)]\n---\n", to: "README.md")
    let facts = ["commercial=true", "trains_foundation_models=true"].flatMap { ["--fact", $0] }
    #expect(
      try rules(Tool.run(["scan", "--format", "json", "--fail-on", "never"] + facts, in: folder.path)).contains(rule))
  }

  private func rules(_ answer: Tool.Answer) throws -> [String] {
    let report = try #require(try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
    return try #require(report["findings"] as? [[String: Any]]).compactMap { $0["rule"] as? String }
  }

  @Test("violate it", arguments: examples.map(\.rule))
  func violated(rule: String) throws {
    let model = try #require(Self.model(of: rule))
    let facts = Self.examples.first { $0.rule == rule }?.facts ?? []
    let folder = try Folder()
    let answer = try Tool.run(
      ["check", model, "--format", "json"] + facts.flatMap { ["--fact", $0] }, in: folder.path)
    let rules = try rules(answer)
    #expect(rules.contains(rule), "\(model): \(rules)")
  }
}
