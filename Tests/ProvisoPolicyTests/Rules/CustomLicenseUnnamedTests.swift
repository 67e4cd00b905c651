import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL003, custom license without name or link")
struct CustomLicenseUnnamedTests {
  /// `license: other` in the card, with an address.
  private static func linked(_ name: String? = nil, text: Bool = false) -> ResolvedModel {
    let card = Location(path: "README.md", line: 2)
    var model = ResolvedModel.folder(".")
    model.license = .without(terms: (name ?? "https://acme.example/l", .named))
    model.declaredLicenses = [
      DeclaredLicense(tag: "other", name: name, link: "https://acme.example/l", location: card)
    ]
    if text { model.licenseTexts = [DeclaredLicense(tag: "ACME LICENSE", location: Location(path: "LICENSE"))] }
    return model
  }

  @Test("an address alone is told here, and not as an unknown license, too")
  func told() {
    #expect(verdicts(LicenseUnknown(), Subject(model: Self.linked())) == ["not applicable"])
    #expect(
      messages(CustomLicenseUnnamed(), Subject(model: Self.linked())) == [
        "The model in this folder is under a license of its own that only an address tells (https://acme.example/l), which has no name and no text here."
      ])
  }

  static let cases = [
    RuleCase(
      "violated: an address without a name", Subject(model: linked()), "violated warning https://acme.example/l"),
    RuleCase("not applicable: an address and a text", Subject(model: linked(text: true)), "not applicable"),
    RuleCase("not applicable: an address and a name", Subject(model: linked("acme-license")), "not applicable"),
    RuleCase("violated: a bare `other`", Subject(model: unread(("other", .unnamed))), "violated warning other"),
    RuleCase(
      "satisfied: `other` with a name", Subject(model: unread(("other", .unnamed), ("acme-license", .named))),
      "satisfied"),
    RuleCase("satisfied: `other` with a text beside it", Subject(model: withText()), "satisfied"),
    RuleCase("not applicable: another tag", Subject(model: .hub("acme/model", .mit)), "not applicable"),
    RuleCase("not applicable: no tag", Subject(model: .hub("acme/model")), "not applicable"),
  ]

  @Test("finds `other` that does not say which", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(CustomLicenseUnnamed(), example.subject) == example.verdicts)
  }

  @Test("begins with the model's name in its own spelling, or with words of ours")
  func wording() {
    var model = unread(("other", .unnamed))
    model.name = .huggingFace("deepseek-ai/DeepSeek-V3")
    #expect(
      messages(CustomLicenseUnnamed(), Subject(model: model)) == [
        "deepseek-ai/DeepSeek-V3 is under a license of its own that nothing names: the card says \"other\"."
      ])
    model.name = .local(".")
    #expect(
      messages(CustomLicenseUnnamed(), Subject(model: model)).first?.hasPrefix("The model in this folder is") == true)
  }

  private static func withText() -> ResolvedModel {
    var model = unread(("other", .unnamed))
    model.license.claims += LicenseConclusion.concluded([.llama31], from: .licenseFile).claims
    return model
  }
}
