import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL502, pinned revision may have another license")
struct RevisionUnderOtherLicenseTests {
  private static let commit = String(repeating: "1f", count: 20)

  /// A pinned model of the hub, with what a file on disk and the catalog say.
  private static func pinned(_ onDisk: License, catalog: License, revision: String? = commit) -> Subject {
    var model = ResolvedModel.hub("acme/m", onDisk, catalog)
    model.revision = revision
    model.license.claims = [
      Claim(license: onDisk.id, kind: .record, source: .modelCard, evidence: "its card says \"\(onDisk.id)\""),
      Claim(license: catalog.id, kind: .record, source: .catalog, evidence: "the catalog says \"\(catalog.id)\""),
    ]
    return Subject(model: model, references: [reference("app.py")])
  }

  static let cases = [
    RuleCase(
      "violated: another revision than the locked one", locked([.revision(locked: "a", now: "b")]),
      "violated warning apache-2.0"),
    RuleCase(
      "violated: the pinned revision declares another license than the catalog has", pinned(.ccByNC, catalog: .apache),
      "violated warning cc-by-nc-4.0"),
    RuleCase("satisfied: the locked revision", locked([]), "satisfied"),
    RuleCase("not applicable: both say the same", pinned(.apache, catalog: .apache), "not applicable"),
    RuleCase(
      "not applicable: no revision is pinned", pinned(.ccByNC, catalog: .apache, revision: nil), "not applicable"),
    RuleCase("not applicable: nothing is locked", Subject(model: .hub("acme/m", .apache)), "not applicable"),
  ]

  @Test("finds revisions of which nothing on file speaks", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(RevisionUnderOtherLicense(), example.subject) == example.verdicts)
  }

  @Test("shows both sides")
  func wording() {
    #expect(
      messages(RevisionUnderOtherLicense(), locked([.revision(locked: "v1", now: nil)])) == [
        "acme/m was locked at v1 under mit (proviso.lock:7), and is now asked for at no fixed revision."
      ])
    #expect(
      messages(RevisionUnderOtherLicense(), Self.pinned(.ccByNC, catalog: .apache)) == [
        "acme/m is pinned to 1f1f1f1f1f1f, of which its card says \"cc-by-nc-4.0\"; the catalog has apache-2.0 for the model."
      ])
  }
}
