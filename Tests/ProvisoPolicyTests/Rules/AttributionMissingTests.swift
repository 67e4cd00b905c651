import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL207, attribution missing")
struct AttributionMissingTests {
  private static let ccBy = License.fixture(
    "cc-by-4.0", "Creative Commons Attribution 4.0 International", .permissive, family: "cc-by"
  ) {
    $0.attribution = Term(true, clause: "3(a)(1)")
  }
  private static let shipped = Facts.stating("distributes_product=true")

  /// A file that names the license, and whether it names the model, too.
  private static func credited(namesModel: Bool) -> Subject {
    var subject = Subject.used(ccBy, shipped, found: .found((.licenseName, "cc-by-4.0", .document)))
    if namesModel { subject.model.references = [reference("found.txt", role: .mentioned)] }
    return subject
  }

  private static func tune(
    _ found: [(ObligationEvidence.Kind, String, ObligationEvidence.Place)]
  ) -> Subject {
    let places = found.map {
      ObligationEvidence(kind: $0.0, subject: $0.1, place: $0.2, location: Location(path: "NOTICE"))
    }
    return Subject(
      model: .folder(".", .mit, bases: [base("acme/b", ccBy)]),
      references: [reference("README.md", role: .published)], facts: shipped,
      evidence: ObligationEvidenceList(places))
  }

  private static let data = License.fixture("cdla-permissive-2.0", "CDLA-Permissive-2.0", .permissive) {
    $0.licenseCopy = Term(true, clause: "2.1")
  }

  static let cases = [
    RuleCase("not applicable: a license that asks for no credit", .used(data, shipped), "not applicable"),
    RuleCase("violated: shipped without credit", .used(ccBy, shipped), "violated note cc-by-4.0 3(a)(1)"),
    RuleCase(
      "violated: a document names the license and not the model", credited(namesModel: false),
      "violated note cc-by-4.0 3(a)(1)"),
    RuleCase("violated: `check` tells the duty", .check(ccBy), "violated note cc-by-4.0 3(a)(1)"),
    RuleCase(
      "violated: a base's, whatever one's own model is declared under", tune([]), "violated note cc-by-4.0 3(a)(1)"),
    RuleCase(
      "satisfied: the notices name the base's license", tune([(.licenseName, "cc-by-4.0", .notice)]), "satisfied"),
    RuleCase(
      "not applicable: a base of somebody else's model",
      Subject(
        model: .hub("acme/tune", .mit, bases: [base("acme/b", ccBy)]), references: [reference("a.py")], facts: shipped),
      "not applicable"),
    RuleCase("satisfied: a document names both", credited(namesModel: true), "satisfied"),
    RuleCase(
      "satisfied: the notices name the license",
      .used(ccBy, shipped, found: .found((.licenseName, "cc-by-4.0", .notice))), "satisfied"),
    RuleCase("not applicable: another license", .used(.mit, shipped), "not applicable"),
    RuleCase("not applicable: not shared", .used(ccBy, .service), "not applicable"),
    RuleCase("not applicable: nothing says whether it is shared", .used(ccBy), "not applicable"),
    RuleCase("not applicable: the publisher's own card", .weights(ccBy, role: .published), "not applicable"),
  ]

  @Test("says whose card it is, and who is to be credited")
  func wording() {
    let card = Subject(
      model: .folder(".", .mit, bases: [base("acme/b", Self.ccBy)]),
      references: [reference("README.md", role: .published)])
    #expect(
      messages(AttributionMissing(), card) == [
        "No document here names both acme/b and its license. The card of the model in this folder publishes what was made from that model, and the Creative Commons Attribution 4.0 International (clause 3(a)(1)) of its base acme/b asks for credit to its creator."
      ])
  }

  @Test("finds shared models that nobody is credited for", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(AttributionMissing(), example.subject) == example.verdicts)
  }
}
