import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL008, reference cannot be resolved")
struct UnresolvedReferenceTests {
  private static var partial: Subject {
    var named = reference("app.py")
    named.isPartial = true
    named.asWritten = "acme/{size}"
    return Subject(model: .hub("acme/{size}"), references: [named])
  }
  private static func path(_ license: License...) -> Subject {
    let claims: LicenseConclusion =
      license.isEmpty ? LicenseConclusion(state: .absent) : .concluded(license, from: .licenseFile)
    var model = ResolvedModel(name: .local("models/chat"), role: .used, license: claims)
    model.isAbsent = license.isEmpty
    return Subject(model: model, references: [reference("app.py")])
  }

  static let cases = [
    RuleCase("violated: the name is put together", partial, "violated note"),
    RuleCase("violated: nothing lies at the path", path(), "violated note"),
    RuleCase("satisfied: a license lies there", path(.mit), "satisfied"),
    RuleCase("satisfied: weights lie there", .weights(.mit), "satisfied"),
    RuleCase("not applicable: a whole name", .used(.mit), "not applicable"),
    RuleCase("not applicable: `check` is given whole names", .check(.mit), "not applicable"),
  ]

  @Test("finds what names no model", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(UnresolvedReference(), example.subject) == example.verdicts)
  }

  @Test("says it in the place of AIL001")
  func once() {
    #expect(verdicts(NoLicenseDeclared(), Self.partial) == ["not applicable"])
    #expect(verdicts(NoLicenseDeclared(), Self.path()) == ["not applicable"])
    #expect(verdicts(BaseNotDeclared(), Self.path()) == ["not applicable"])
    #expect(
      messages(UnresolvedReference(), Self.partial) == [
        "A model's name is put together at run time from \"acme/{size}\", so which model it is cannot be told."
      ])
  }
}
