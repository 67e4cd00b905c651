import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL001, no license declared")
struct NoLicenseDeclaredTests {
  @Test("leaves a model that is handed out by hand to AIL006")
  func gated() {
    var model = ResolvedModel.hub("acme/model")
    model.license = LicenseConclusion(state: .gated)
    #expect(
      verdicts(NoLicenseDeclared(), Subject(model: model, references: [reference("app.py")])) == ["not applicable"])
  }

  static let cases = [
    RuleCase("violated: a hub model that no source speaks of", Subject(model: .hub("acme/model")), "violated warning"),
    RuleCase(
      "violated: a folder without license or base", Subject(model: .folder("models/a")), "violated warning"),
    RuleCase(
      "violated: published, with nothing but its base's license",
      Subject(
        model: .folder("models/a", bases: [base("acme/base", .apache)]),
        references: [reference("models/a/README.md", role: .published)]), "violated warning"),
    RuleCase(
      "violated: the publisher declares nothing, whatever holds for the line",
      Subject(model: model(remark: "the publisher declares no license", .family)), "violated warning"),
    RuleCase(
      "satisfied: what the catalog has for the model itself counts against a remark about its line",
      Subject(model: model(remark: "the publisher declares no license", .catalog)), "satisfied"),
    RuleCase("satisfied: the catalog knows", Subject(model: .hub("acme/model", .mit)), "satisfied"),
    RuleCase(
      "satisfied: bundled, under its base's license",
      Subject(
        model: .folder("models/a", bases: [base("acme/base", .apache)]),
        references: [reference("models/a/model.gguf", role: .bundled)]), "satisfied"),
    RuleCase(
      "satisfied: something was said; AIL002 tells that it was not understood",
      Subject(model: unread(("house rules", .unrecognized))), "satisfied"),
    RuleCase(
      "not applicable: reached through its maker's service only",
      Subject(
        model: ResolvedModel(
          name: ModelName(registry: .hosted, id: "acme-1"), role: .used, license: .concluded([], from: .catalog))),
      "not applicable"),
  ]

  @Test("finds models without a license", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(NoLicenseDeclared(), example.subject) == example.verdicts)
  }

  @Test("says what was looked for and found")
  func wording() {
    let published = Subject(
      model: .folder(".", bases: [base("acme/base", .apache)]), references: [reference("README.md", role: .published)])
    #expect(
      messages(NoLicenseDeclared(), published) == [
        "No file says under which license the model in this folder stands, and the base says \"apache-2.0\"."
      ])
    #expect(
      messages(NoLicenseDeclared(), Subject(model: .hub("acme/model"))) == [
        "No license is known for acme/model: no file here declares one and the catalog does not list the model."
      ])
  }

  private static func model(remark: String, _ source: ClaimSource) -> ResolvedModel {
    var model = ResolvedModel.hub("acme/model")
    model.license = .concluded([.apache], from: source)
    model.license.remark = remark
    return model
  }
}

/// A hub model of whose license nothing is on file.
func unread(_ claims: (String, ClaimKind)...) -> ResolvedModel {
  var model = ResolvedModel.hub("acme/model")
  for (words, kind) in claims {
    let more = LicenseConclusion.without(terms: (words, kind))
    model.license.claims += more.claims
    model.license.state = .unknown
  }
  return model
}
