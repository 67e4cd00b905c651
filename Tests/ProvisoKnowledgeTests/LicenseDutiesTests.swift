import ProvisoCore
import Testing

@testable import ProvisoKnowledge

@Suite("What records ask of whoever passes a model on")
struct LicenseDutiesTests {
  private func terms(_ id: String) throws -> Terms {
    try #require(LicenseLibrary.shared.license(id)).terms
  }

  @Test("what asks for no copy, or for none of changed ones, does not say that it does")
  func copies() throws {
    #expect(try terms("open-weights-permissive-1.0.0").licenseCopy.value == false)
    for id in ["apple-ascl", "apple-ascl-corenet", "apple-ml-ferret"] {
      #expect(try terms(id).licenseCopyAppliesTo == .unmodifiedCopies)
    }
  }

  @Test("restrictions that only the copy carries on are not said to bind by terms of one's own")
  func carriers() throws {
    for id in ["exaone-1.1-nc", "exaone-1.2-nc", "fish-audio-research", "databricks-open-model-license"] {
      #expect(try terms(id).restrictionsFlowDownBy == .licenseCopy)
    }
    #expect(try terms("fair-ai-public-license-1.0-sd").restrictionsFlowDown.value == nil)
  }

  @Test("a model that carries its publisher's name has no base at a copy of it")
  func copiesAreNoBases() throws {
    let model = try #require(ModelCatalog.entry(for: "mistralai/Codestral-22B-v0.1"))
    #expect(model.bases.isEmpty)
  }
}
