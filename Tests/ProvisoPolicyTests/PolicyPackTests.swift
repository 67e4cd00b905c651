import Foundation
import ProvisoCore
import ProvisoPolicy
import ProvisoTestSupport
import ProvisoText
import Testing

@Suite("The packs that ship")
struct PolicyPackTests {
  static let names = [
    "commercial-product", "default", "distributed-product", "hosted-service", "internal-research", "large-platform",
    "osi-approved-only", "published-weights",
  ]

  private func source(_ name: String) throws -> SourceText {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(packageRoot)/Policies/\(name).yaml"))
    return SourceText(path: "proviso:\(name)", bytes: Array(data))
  }

  private func policy(_ name: String) throws -> Policy {
    let result = PolicyLoader.load(try source(name), path: nil, knowledge: .fixture) { reference, _ in
      try self.source(String(reference.dropFirst("proviso:".count)))
    }
    #expect(result.diagnostics == [])
    return try #require(result.policy)
  }

  @Test("load without a word, under the name of their file", arguments: names)
  func loading(name: String) throws {
    let policy = try policy(name)
    #expect(policy.name == name)
    #expect(policy.description != nil)
    #expect(policy.onMissingFact == .review)
    #expect(policy.trail.first == Policy.Layer(name: name, path: nil))
    #expect(policy.trail.last == Policy.Layer(name: "default", path: nil))
    #expect(policy.scopes.mapValues(\.severity) == [.test: .warning, .example: .warning, .documentation: .note])
  }

  @Test("bind nobody who extends them", arguments: names)
  func loosening(name: String) throws {
    let yaml = """
      version: 1
      extends: proviso:\(name)
      scopes: {test: off, example: off, documentation: off}
      on_missing_fact: allow
      rules: {AIL102: {severity: off}}
      verdicts: {allow: [{category: proprietary}], default: allow}
      """
    let result = PolicyLoader.load(
      SourceText(yaml), path: "p.yaml",
      knowledge: PolicyKnowledge(ruleIDs: ["AIL102"], licenseIDs: [], packNames: Self.names)
    ) { name, _ in try self.source(String(name.dropFirst("proviso:".count))) }
    #expect(summary(result) == [])
  }

  @Test("name the schema for editors, then say who they are for", arguments: names)
  func opening(name: String) throws {
    let source = try source(name)
    #expect(source.line(1) == "# yaml-language-server: $schema=policy.schema.json")
    #expect(source.line(3).hasPrefix("# For "))
  }

  @Test("state what a service and research are, and the default nothing")
  func facts() throws {
    #expect(try policy("default").organization.statedNames == [])
    let service = try policy("hosted-service").organization
    #expect(service.commercial.value == true)
    #expect(service.servesOverNetwork.value == true)
    #expect(service.distributesWeights.value == false)
    #expect(service.distributesProduct.value == false)
    let research = try policy("internal-research").organization
    #expect(research.commercial.value == false)
    #expect(research.servesOverNetwork.value == false)
    #expect(research.distributesWeights.value == false)
    #expect(research.distributesProduct.value == false)
    #expect(try policy("large-platform").organization.monthlyActiveUsers.value == CountHistory(700_000_001))
    #expect(service.statedNames.count == 4)
    #expect(research.statedNames.count == 4)
  }

  @Test("every policy in the folder is a pack that is tested here")
  func folder() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(packageRoot)/Policies")
    #expect(Set(files.filter { $0.hasSuffix(".yaml") }) == Set(Self.names.map { "\($0).yaml" }))
  }
}
