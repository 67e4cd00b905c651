import Foundation
import ProvisoPolicy
import ProvisoTestSupport
import ProvisoText
import Testing

@Suite("The schema for editors")
struct PolicySchemaTests {
  private let definitions: DataNode

  init() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(packageRoot)/Policies/policy.schema.json"))
    let root = try YAMLReader.read(SourceText(path: "policy.schema.json", bytes: Array(data))).root
    definitions = try #require(root?["$defs"])
  }

  @Test("has the keys that the loader accepts, and no others", arguments: PolicySchema.shapes)
  func keys(shape: PolicySchema.Shape) throws {
    let definition = try #require(definitions[shape.name])
    #expect(definition["properties"]?.entries.map(\.key).sorted() == shape.keys.map(\.name).sorted())
    let required = definition["required"]?.items.compactMap(\.string) ?? []
    #expect(required.sorted() == shape.keys.filter(\.isRequired).map(\.name).sorted())
    #expect(definition["additionalProperties"]?.boolean == false)
  }

  @Test("has a shape for each of its objects with fixed keys")
  func shapes() {
    let objects = definitions.entries.filter { $0.value["properties"] != nil }.map(\.key)
    #expect(Set(objects) == Set(PolicySchema.shapes.map(\.name)))
  }

  @Test("gives each fact the type of its kind, and its meaning", arguments: FactName.allCases)
  func facts(name: FactName) throws {
    for shape in ["organization", "facts"] {
      let property = try #require(definitions[shape]?["properties"]?[name.rawValue])
      #expect(property["$ref"]?.string == "#/$defs/\(name.kind.rawValue)Fact")
      #expect(property["description"]?.string == name.meaning)
    }
  }

  @Test("has the words that the loader accepts, and no others")
  func enumerations() {
    let enumerations = definitions.entries.compactMap { entry in
      entry.value["enum"].map { (entry.key, $0.items.compactMap(\.string)) }
    }
    #expect(Dictionary(uniqueKeysWithValues: enumerations) == PolicySchema.enumerations)
  }

  @Test("refers to definitions that are there")
  func references() {
    var missing: [String] = []
    func walk(_ node: DataNode) {
      for entry in node.entries {
        if entry.key == "$ref", let target = entry.value.string, let name = target.split(separator: "/").last,
          definitions[String(name)] == nil
        {
          missing.append(target)
        }
        walk(entry.value)
      }
      node.items.forEach(walk)
    }
    walk(definitions)
    #expect(missing == [])
  }

  @Test("every key of the table is read: a value of the wrong type is refused", arguments: PolicySchema.shapes)
  func reading(shape: PolicySchema.Shape) throws {
    for key in shape.keys {
      // A list of lists is no value of any key.
      let mapping = shape.keys.map { "\($0.name): \($0.name == key.name ? "[[]]" : "x")" }.joined(separator: ", ")
      let yaml = try #require(Self.surroundings[shape.name]).replacingOccurrences(of: "@", with: "{\(mapping)}")
      let result = load(yaml)
      let column = try #require(yaml.range(of: "[[]]")).lowerBound
      let offset = yaml.utf16.distance(from: yaml.startIndex, to: column) + 1
      #expect(
        result.diagnostics.contains {
          $0.position.line == 1 && (offset...offset + 1).contains($0.position.column) && $0.severity == .error
        }, "\(key.name) of \(shape.name) is not read")
    }
  }

  /// A policy in one line with `@` where a mapping of the shape stands.
  private static let surroundings = [
    "policy": "@", "organization": "{version: 1, organization: @}",
    "facts": "{version: 1, contexts: [{id: a, paths: b, facts: @}]}",
    "historyEntry": "{version: 1, organization: {monthly_active_users: [@]}}",
    "moneyAmount": "{version: 1, organization: {annual_revenue: @}}", "context": "{version: 1, contexts: [@]}",
    "verdicts": "{version: 1, verdicts: @}", "states": "{version: 1, verdicts: {states: @}}",
    "verdictEntry": "{version: 1, verdicts: {deny: [@]}}", "term": "{version: 1, verdicts: {deny: [{term: @}]}}",
    "openness": "{version: 1, verdicts: {deny: [{openness: @}]}}",
    "condition": "{version: 1, verdicts: {deny: [{license: mit, when: @}]}}",
    "exception": "{version: 1, verdicts: {deny: [{license: mit, unless: @}]}}", "scopes": "{version: 1, scopes: @}",
    "obligations": "{version: 1, obligations: @}", "evidence": "{version: 1, obligations: {notices: @}}",
    "parent": "{version: 1, extends: [@]}", "ownLicense": "{version: 1, licenses: [@]}",
    "ownTerms": "{version: 1, licenses: [{terms: @}]}",
    "ownTerm": "{version: 1, licenses: [{terms: {commercialOutputs: @}}]}",
    "ownCommercialUse": "{version: 1, licenses: [{terms: {commercialUse: @}}]}",
    "ownNamePrefix": "{version: 1, licenses: [{terms: {namePrefix: @}}]}",
    "ownOutputTraining": "{version: 1, licenses: [{terms: {outputTraining: @}}]}",
    "ownRestrictionsFlowDown": "{version: 1, licenses: [{terms: {restrictionsFlowDown: @}}]}",
    "ownHosting": "{version: 1, licenses: [{terms: {hosting: @}}]}",
    "ownDisplay": "{version: 1, licenses: [{terms: {display: @}}]}",
    "ownLicenseCopy": "{version: 1, licenses: [{terms: {licenseCopy: @}}]}",
    "ownNoticeText": "{version: 1, licenses: [{terms: {noticeText: @}}]}",
    "ownAcceptableUse": "{version: 1, licenses: [{terms: {acceptableUse: @}}]}",
    "ownExcludedRegions": "{version: 1, licenses: [{terms: {excludedRegions: @}}]}",
    "ownRegistration": "{version: 1, licenses: [{terms: {registration: @}}]}",
    "ownThreshold": "{version: 1, licenses: [{terms: {thresholds: [@]}}]}", "choice": "{version: 1, choices: [@]}",
    "agreement": "{version: 1, agreements: [@]}", "coverage": "{version: 1, agreements: [{covers: @}]}",
    "correctionEvidence": "{version: 1, corrections: [{evidence: @}]}",
    "waiverPolicy": "{version: 1, waiver_policy: @}",
    "test": "{version: 1, tests: [@]}", "given": "{version: 1, tests: [{given: @}]}",
    "givenFacts": "{version: 1, tests: [{given: {facts: @}}]}",
    "expectation": "{version: 1, tests: [{expect: @}]}",
    "rule": "{version: 1, rules: {AIL102: @}}", "correction": "{version: 1, corrections: [@]}",
    "waiver": "{version: 1, waivers: [@]}", "subject": "{version: 1, waivers: [{subject: @}]}",
    "reason": "{version: 1, waivers: [{reason: @}]}",
  ]
}
