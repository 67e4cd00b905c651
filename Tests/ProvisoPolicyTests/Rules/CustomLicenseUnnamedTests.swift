import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL003, custom license without name or link")
struct CustomLicenseUnnamedTests {
  static let cases = [
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
