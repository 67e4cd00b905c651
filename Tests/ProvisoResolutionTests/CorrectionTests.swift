import ProvisoCore
import ProvisoResolution
import Testing

@Suite("Corrections of licenses")
struct CorrectionTests {
  private func correction(_ model: String, _ license: String, isBound: Bool = true) -> LicenseCorrection {
    LicenseCorrection(
      model: model, license: license, reason: "we asked", location: Location(path: "proviso.yaml", line: 9),
      isBound: isBound)
  }

  @Test("one that is bound to no text is held against a stricter text beside the weights")
  func unbound() throws {
    func corrected(_ tree: [ModelDeclaration], to license: String, isBound: Bool = false) throws -> ResolvedModel {
      try #require(resolve(tree, corrections: [correction(".", license, isBound: isBound)])["."])
    }
    let nonCommercial = [card(["cc-by-nc-4.0"]), recognizedText("cc-by-nc-4.0")]
    let freed = try corrected(nonCommercial, to: "mit")
    #expect(freed.license.state == .conflict && freed.license.concluded == "cc-by-nc-4.0")
    #expect(freed.license.candidates.map(\.id) == ["cc-by-nc-4.0", "mit"])
    #expect(try corrected(nonCommercial, to: "mit", isBound: true).words == "known mit high")
    #expect(try corrected([card(["cc-by-nc-4.0"])], to: "mit").words == "known mit high", "a label is what it corrects")
    #expect(
      try corrected([card(["mit"]), recognizedText("mit")], to: "llama3.1").words == "known llama3.1 high",
      "it frees nothing")
    #expect(try corrected([card(["other"]), recognizedText("apache-2.0")], to: "mit").words == "known mit high")
  }

  @Test("a correction beats every other claim, and the others are still shown")
  func beatsAll() throws {
    let models = resolve(
      [card(["mit"]), licenseText("llama3.1")], corrections: [correction(".", "apache-2.0")])
    let model = try #require(models["."])
    #expect(model.words == "known apache-2.0 high")
    #expect(model.license.candidates.map(\.id) == ["apache-2.0"])
    #expect(model.license.claims.map(\.source) == [.correction, .licenseFile, .modelCard])
    #expect(model.license.claims.first?.evidence == "the policy corrects it to \"apache-2.0\": we asked")
    #expect(model.license.claims.first?.location == Location(path: "proviso.yaml", line: 9))
  }

  @Test(
    "a model of the hub is corrected under any spelling and any of its ids",
    arguments: [
      "meta-llama/Llama-3.1-8B", "meta-llama/llama-3.1-8b", "meta-llama/Meta-Llama-3.1-8B",
    ])
  func spellings(id: String) {
    let resolver = Resolver(corrections: [correction(id, "llama3.3")])
    #expect(resolver.resolve(.huggingFace("meta-llama/Llama-3.1-8B")).words == "known llama3.3 high")
    #expect(resolver.resolve(.huggingFace("meta-llama/Llama-3.2-1B")).words == "known llama3.2 high")
  }

  @Test("the correction of a base reaches what was made from it")
  func bases() throws {
    let models = resolve(
      [card(["apache-2.0"], bases: ["acme/Base-1B"])], corrections: [correction("Acme/base-1b", "cc-by-nc-4.0")])
    #expect(models["."]?.applicable == ["cc-by-nc-4.0", "apache-2.0"])
  }

  @Test("a correction to a license that nobody knows leaves the license unknown")
  func unknown() {
    let models = resolve([card(["mit"])], corrections: [correction(".", "acme terms")])
    #expect(models["."]?.words == "unknown - low")
  }

  @Test("a correction of another model changes nothing")
  func another() {
    #expect(resolve([card(["mit"])], corrections: [correction("models", "gemma")])["."]?.words == "known mit high")
  }
}
