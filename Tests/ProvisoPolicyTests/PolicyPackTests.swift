import Foundation
import ProvisoPolicy
import ProvisoTestSupport
import ProvisoText
import Testing

@Suite("The packs that ship")
struct PolicyPackTests {
  static let names = ["default", "hosted-service", "internal-research"]

  private func source(_ name: String) throws -> SourceText {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(packageRoot)/Policies/\(name).yaml"))
    return SourceText(path: "proviso:\(name)", bytes: Array(data))
  }

  private func policy(_ name: String) throws -> Policy {
    let result = PolicyLoader.load(try source(name), path: nil, knowledge: .fixture)
    #expect(result.diagnostics == [])
    return try #require(result.policy)
  }

  @Test("load without a word, under the name of their file", arguments: names)
  func loading(name: String) throws {
    let policy = try policy(name)
    #expect(policy.name == name)
    #expect(policy.description != nil)
    #expect(policy.onMissingFact == .review)
    #expect(policy.trail == [Policy.Layer(name: name, path: nil)])
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
    #expect(service.statedNames.count == 4)
    #expect(research.statedNames.count == 4)
  }

  @Test("every policy in the folder is a pack that is tested here")
  func folder() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(packageRoot)/Policies")
    #expect(Set(files.filter { $0.hasSuffix(".yaml") }) == Set(Self.names.map { "\($0).yaml" }))
  }
}
