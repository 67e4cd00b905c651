import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL201, license copy missing")
struct LicenseCopyMissingTests {
  private static let copy = ObligationEvidenceList.found((.licenseCopy, "llama3.1", .notice))

  private static let ofServices = License.fixture("wide", "Wide License", .community) {
    $0.licenseCopy = Term(true, clause: "IV.a.i")
    $0.licenseCopyAlsoWith = .services
  }

  private static let copyleft: License = {
    var license = License.gpl
    license.terms.licenseCopy = Term(true, clause: "4; 5; 6")
    return license
  }()

  private static let ofWhole = License.fixture("whole", "Whole License", .community) {
    $0.licenseCopy = Term(true, clause: "2")
    $0.licenseCopyAppliesTo = .unmodifiedCopies
  }

  private static let label = License.fixture("free", "Free License", .permissive)

  static let cases = [
    RuleCase(
      "violated: a copyleft base's text goes along under a freer label, too",
      .weights(label, .stating("distributes_weights=true"), base: base("acme/gpl", copyleft)),
      "violated warning gpl-3.0 4; 5; 6"),
    RuleCase(
      "violated: so does that of a base with copyleft by file",
      .weights(label, .stating("distributes_weights=true"), base: base("acme/font", .ofl)),
      "violated warning ofl-1.1 2"),
    RuleCase(
      "violated: asked of copies of the whole as it came, which this is",
      .weights(ofWhole, .stating("distributes_weights=true")), "violated warning whole 2"),
    RuleCase(
      "not applicable: not asked of what was made from it",
      .weights(label, .stating("distributes_weights=true"), base: base("acme/whole", ofWhole)), "not applicable"),
    RuleCase(
      "satisfied: it lies there",
      .weights(
        label, .stating("distributes_weights=true"), base: base("acme/gpl", copyleft),
        found: .found((.licenseCopy, "gpl-3.0", .document))), "satisfied"),
    RuleCase(
      "not applicable: what was only taught by it is no derivative",
      .weights(label, .stating("distributes_weights=true"), base: base("acme/gpl", copyleft, .distilled)),
      "not applicable"),
    RuleCase(
      "violated: served, and the clause names services", .used(ofServices, .service), "violated warning wide IV.a.i"),
    RuleCase(
      "satisfied: its text lies there", .used(ofServices, .service, found: .found((.licenseCopy, "wide", .document))),
      "satisfied"),
    RuleCase("not applicable: not even served", .used(ofServices, .internalUse), "not applicable"),
    RuleCase(
      "undetermined: nor whether it is served", .used(ofServices),
      "undetermined distributes_weights, distributes_product, serves_over_network"),
    RuleCase("violated, as a note: weights lie in the tree", .weights(.llama31), "violated note llama3.1 1.b.i"),
    RuleCase(
      "violated: they are handed out", .weights(.llama31, .stating("distributes_weights=true")),
      "violated warning llama3.1 1.b.i"),
    RuleCase(
      "violated: a card publishes them", .weights(.llama31, role: .published), "violated warning llama3.1 1.b.i"),
    RuleCase(
      "violated, as a note: a free license may be the publisher's own choice", .weights(.apache, role: .published),
      "violated note apache-2.0 4(a)"),
    RuleCase(
      "violated: products with weights are shipped", .used(.apache, .stating("distributes_product=true")),
      "violated warning apache-2.0 4(a)"),
    RuleCase(
      "violated: the text of another edition is none",
      .weights(.llama32, .stating("distributes_weights=true"), found: copy), "violated warning llama3.2 1.b.i"),
    RuleCase("violated, as a note: `check` tells the duty", .check(.llama31), "violated note llama3.1 1.b.i"),
    RuleCase("satisfied: the text lies there", .weights(.llama31, found: copy), "satisfied"),
    RuleCase("satisfied, whatever the facts are", .used(.llama31, found: copy), "satisfied"),
    RuleCase("not applicable: nothing is handed out", .weights(.llama31, .internalUse), "not applicable"),
    RuleCase("not applicable: served only", .used(.llama31, .service), "not applicable"),
    RuleCase("not applicable: a free license, and nothing says that copies go out", .used(.apache), "not applicable"),
    RuleCase(
      "not applicable: met in tests only", .used(.llama31, .stating("distributes_product=true"), scope: .test),
      "not applicable"),
    RuleCase("not applicable: no copy is asked for", .weights(.qwen), "not applicable"),
    RuleCase(
      "not applicable: what is known to stay inside, told by name", .check(.llama31, .internalUse), "not applicable"),
    RuleCase(
      "undetermined: nothing says whether copies go out", .used(.llama31),
      "undetermined distributes_weights, distributes_product"),
    RuleCase(
      "undetermined: one of two", .used(.llama31, .stating("distributes_weights=false")),
      "undetermined distributes_product"),
  ]

  @Test("finds weights without their license's text", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(LicenseCopyMissing(), example.subject) == example.verdicts)
  }

  @Test("says why it is due and which text")
  func wording() {
    #expect(
      messages(LicenseCopyMissing(), .weights(.llama31, .stating("distributes_product=true"))) == [
        "models/a has no license text with it: the policy says that products with weights are shipped (proviso.yaml:5), and the Llama 3.1 Community License Agreement (clause 1.b.i) asks that its text go along with copies."
      ])
    #expect(
      messages(LicenseCopyMissing(), .used(Self.ofServices, .service)) == [
        "acme/model has no license text with it: the policy says that it is served over the network (proviso.yaml:5), and the Wide License (clause IV.a.i) asks that its text be given to those who get copies or a product or service with the model."
      ])
  }
}
