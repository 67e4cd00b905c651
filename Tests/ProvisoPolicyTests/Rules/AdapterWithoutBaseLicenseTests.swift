import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL109, adapter without base license")
struct AdapterWithoutBaseLicenseTests {
  private static let bundled = [reference("m/adapter_config.json", role: .bundled)]
  private static func edge(_ license: License, in path: String, _ relation: Relation = .adapter) -> LineageEdge {
    var edge = base("meta-llama/Llama-3.1-8B", license, relation)
    edge.location = Location(path: path, line: 3)
    return edge
  }
  private static let config = edge(.llama31, in: "m/adapter_config.json")

  static let cases = [
    RuleCase(
      "violated: the files of the adapter alone", Subject(model: .folder("m", bases: [config]), references: bundled),
      "violated warning llama3.1"),
    RuleCase(
      "violated: a free base has a license too",
      Subject(model: .folder("m", bases: [edge(.apache, in: "m/adapter_config.json")]), references: bundled),
      "violated warning apache-2.0"),
    RuleCase(
      "satisfied: a license is declared", Subject(model: .folder("m", .llama31, bases: [config]), references: bundled),
      "satisfied"),
    RuleCase(
      "satisfied: a card names the base",
      Subject(model: .folder("m", bases: [edge(.llama31, in: "m/README.md")]), references: bundled), "satisfied"),
    RuleCase(
      "not applicable: no adapter",
      Subject(model: .folder("m", bases: [edge(.llama31, in: "m/config.json", .finetune)]), references: bundled),
      "not applicable"),
    RuleCase(
      "not applicable: somebody else's",
      Subject(model: .hub("acme/lora", .mit, bases: [config]), references: [reference("app.py")]), "not applicable"),
    RuleCase(
      "not applicable: it stays here",
      Subject(
        model: .folder("m", bases: [config]), references: bundled,
        facts: .stating("distributes_weights=false", "distributes_product=false")), "not applicable"),
  ]

  @Test("finds adapters of which nothing says what they need", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(AdapterWithoutBaseLicense(), example.subject) == example.verdicts)
  }
}
