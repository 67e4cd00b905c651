import ProvisoCore
import Testing

@testable import ProvisoKit
@testable import ProvisoResolution

@Suite("A checkout from the hub")
struct HubRepositoryTests {
  @Test(
    "is one of a model, whose name is the last part of its address",
    arguments: [
      ("https://huggingface.co/acme/Support-8B", "Support-8B"),
      ("https://huggingface.co/acme/Support-8B.git", "Support-8B"),
      ("https://hf.co/acme/a", "a"), ("https://huggingface.co/datasets/acme/a", nil),
      ("https://huggingface.co/spaces/acme", nil), ("https://github.com/acme/a", nil),
      ("https://huggingface.co/a", nil),
    ] as [(String, String?)])
  func name(address: String, name: String?) {
    #expect(HubRepository(address: address)?.name == name)
  }

  @Test("names the model at the root, before what its files say, and no other")
  func named() {
    func model(_ path: String) -> ResolvedModel {
      ResolvedModel(
        name: .local(path), role: .published, license: LicenseConclusion(state: .absent, confidence: .low),
        declaredNames: [DeclaredName(name: "Acme", location: Location(path: "README.md", line: 4))])
    }
    let resolution = Resolution(
      models: [model("."), model("m")], statements: [], evidence: ObligationEvidenceList(), classClaims: []
    ).named("Support-8B")
    #expect(resolution.models.map { $0.declaredNames.map(\.name) } == [["Support-8B", "Acme"], ["Acme"]])
    #expect(resolution.models[0].declaredNames[0].location.line == 4)
  }
}
