import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL204, notice text missing")
struct NoticeTextMissingTests {
  private static let sentence = "Llama 3.1 Community License Agreement notice"
  private static func found(_ place: ProvisoCore.ObligationEvidence.Place) -> ObligationEvidenceList {
    .found((.notice, sentence, place))
  }
  private static let alsoServed = {
    var license = License.llama31
    license.terms.noticeAlsoWith = .services
    return license
  }()
  private static let anywhere = {
    var license = License.llama31
    license.terms.noticePlace = .documents
    return license
  }()
  private static let shipped = Facts.stating("distributes_product=true")

  static let cases = [
    RuleCase("violated: shipped without it", .used(.llama31, shipped), "violated warning llama3.1 1.b.iii"),
    RuleCase(
      "violated: the sentence of another edition", .used(.llama32, shipped, found: found(.notice)),
      "violated warning llama3.2 1.b.iii"),
    RuleCase(
      "violated, as a note: it stands in the README only", .used(.llama31, shipped, found: found(.document)),
      "violated note llama3.1 1.b.iii"),
    RuleCase("violated, as a note: weights lie in the tree", .weights(.llama31), "violated note llama3.1 1.b.iii"),
    RuleCase("violated, as a note: `check` tells the duty", .check(.llama31), "violated note llama3.1 1.b.iii"),
    RuleCase("satisfied: a notice file has it", .used(.llama31, shipped, found: found(.notice)), "satisfied"),
    RuleCase(
      "satisfied: the card has it, and the clause names no file",
      .used(anywhere, shipped, found: found(.document)), "satisfied"),
    RuleCase(
      "violated, as a note: only a comment has it", .used(anywhere, shipped, found: found(.comment)),
      "violated note llama3.1 1.b.iii"),
    RuleCase("not applicable: served only", .used(.llama31, .service), "not applicable"),
    RuleCase(
      "violated: served, where the clause names services", .used(alsoServed, .service),
      "violated warning llama3.1 1.b.iii"),
    RuleCase(
      "violated: the text beside the weights asks for it, and the card names a stricter license",
      Subject(model: ResolvedModel.folder(".", .ccByNC, .llama31).with(texts: "llama3.1"), facts: shipped),
      "violated warning llama3.1 1.b.iii"),
    RuleCase("not applicable: no sentence is asked for", .used(.exaone, shipped), "not applicable"),
    RuleCase("not applicable: met in tests only", .used(.llama31, shipped, scope: .test), "not applicable"),
    RuleCase(
      "undetermined: nothing says whether copies go out", .used(.llama31),
      "undetermined distributes_weights, distributes_product"),
  ]

  @Test("finds notices that are asked for and not there", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(NoticeTextMissing(), example.subject) == example.verdicts)
  }

  @Test("says why, and where the sentence stands instead")
  func wording() {
    #expect(
      messages(NoticeTextMissing(), .used(.llama31, Self.shipped, found: Self.found(.document))) == [
        "The notice for acme/model stands in found.txt only, which is no notice file. The policy says that products with weights are shipped (proviso.yaml:5), and the Llama 3.1 Community License Agreement (clause 1.b.iii) asks that its sentence go along in one."
      ])
    #expect(
      messages(NoticeTextMissing(), .used(Self.anywhere, Self.shipped)) == [
        "No document or notice file here has the notice for acme/model. The policy says that products with weights are shipped (proviso.yaml:5), and the Llama 3.1 Community License Agreement (clause 1.b.iii) asks that its sentence go along."
      ])
    #expect(
      questions(NoticeTextMissing(), .used(.llama31)) == [
        "the Llama 3.1 Community License Agreement (clause 1.b.iii) asks for a notice where the model is passed on"
      ])
  }
}
