import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL004, family tag names no text")
struct FamilyTagTests {
  static let cases = [
    RuleCase("violated: `openrail`", Subject(model: unread(("openrail", .familyTag))), "violated warning openrail"),
    RuleCase(
      "violated: `cc` beside a tag that says nothing", Subject(model: unread(("cc", .familyTag), ("unknown", .empty))),
      "violated warning cc"),
    RuleCase(
      "satisfied: another source names the license; AIL002 tells of its terms",
      Subject(model: unread(("cc", .familyTag), ("CC-BY-NC-2.0", .named))), "satisfied"),
    RuleCase("satisfied: another source names the text", Subject(model: withText()), "satisfied"),
    RuleCase("not applicable: an exact tag", Subject(model: .hub("acme/model", .ccByNC)), "not applicable"),
  ]

  @Test("finds tags that several texts share", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(FamilyTag(), example.subject) == example.verdicts)
  }

  @Test("quotes the tag and who says so")
  func wording() {
    #expect(
      messages(FamilyTag(), Subject(model: unread(("openrail", .familyTag)))) == [
        "The license of acme/model is given as \"openrail\", which names a family and no text: the card says \"openrail\"."
      ])
  }

  private static func withText() -> ResolvedModel {
    var model = unread(("cc", .familyTag))
    model.license.claims += LicenseConclusion.concluded([.ccByNC], from: .licenseFile).claims
    return model
  }
}
