import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL205, change notice missing")
struct ChangeNoticeMissingTests {
  /// A base that the metadata of the weights name, not a card.
  private static func inWeights(_ license: License) -> LineageEdge {
    LineageEdge(
      relation: .quantized, base: .huggingFace("acme/base"), license: .concluded([license], from: .catalog),
      evidence: "the weights name it", location: Location(path: "models/a/model.gguf"))
  }
  private static let shipped = Facts.stating("distributes_weights=true")

  /// Made from another, and neither handed out for sure nor there as weights.
  private static var configured: Subject {
    var subject = Subject.weights(.qwen, base: inWeights(.qwen))
    subject.references = [reference("models/a/config.json", role: .used, kind: .modelConfig)]
    return subject
  }

  /// A GGUF file and a card that names its base.
  private static func gguf(_ relation: Relation?) -> Subject {
    var subject = Subject.weights(.apache, shipped, base: base("acme/base", .apache, relation))
    subject.references = [reference("models/a/model.gguf", role: .published, kind: .weights)]
    subject.model.references = subject.references
    return subject
  }

  /// Whose sentences say what was done.
  private static var said: Subject {
    var subject = gguf(nil)
    subject.model.changes = Location(path: "models/a/README.md", line: 9)
    return subject
  }

  static let cases = [
    RuleCase(
      "violated: another format, of which the card names the original alone", gguf(nil),
      "violated note apache-2.0 4(b)"),
    RuleCase("satisfied: a sentence of the card says how", said, "satisfied"),
    RuleCase("satisfied: the card says how", gguf(.quantized), "satisfied"),
    RuleCase(
      "violated: handed out, and only the weights name the base", .weights(.apache, shipped, base: inWeights(.apache)),
      "violated note apache-2.0 4(b)"),
    RuleCase(
      "violated: the weights lie in the tree", .weights(.mit, base: inWeights(.apache)),
      "violated note apache-2.0 4(b)"),
    RuleCase("violated: `check` tells the duty", .check(.apache), "violated note apache-2.0 4(b)"),
    RuleCase(
      "satisfied: a card names the base", .weights(.mit, shipped, base: base("acme/base", .apache)), "satisfied"),
    RuleCase("not applicable: used as it is", .used(.apache, shipped), "not applicable"),
    RuleCase(
      "not applicable: `check`, and nothing is changed",
      .check(.apache, .stating("fine_tunes=false", "distributes_weights=true")), "not applicable"),
    RuleCase("not applicable: made from nothing", .weights(.apache, shipped), "not applicable"),
    RuleCase(
      "not applicable: no statement is asked for", .weights(.mit, shipped, base: inWeights(.mit)), "not applicable"),
    RuleCase(
      "not applicable: stays inside", .weights(.mit, .internalUse, base: inWeights(.apache)), "not applicable"),
    RuleCase(
      "violated: `check` of a license that is not free does not ask, it tells", .check(.qwen), "violated note qwen 3.b"),
    RuleCase(
      "undetermined: nothing says that changed weights go out, and none lie in the tree", configured,
      "undetermined distributes_weights, distributes_product"),
  ]

  @Test("finds changed weights that no card speaks of", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(ChangeNoticeMissing(), example.subject) == example.verdicts)
  }

  @Test("says from what it was made")
  func wording() {
    #expect(
      messages(ChangeNoticeMissing(), .weights(.mit, Self.shipped, base: Self.inWeights(.apache))) == [
        "models/a was made from acme/base, and no card says what was done. The policy says that weights are handed out (proviso.yaml:5), and the Apache License 2.0 (clause 4(b)) of its base acme/base asks that changes be stated."
      ])
    var subject = Subject.weights(.mit, Self.shipped, base: Self.inWeights(.apache))
    subject.model.name.id = "models/base-q4.gguf"
    #expect(
      messages(ChangeNoticeMissing(), subject).first?.contains(" is a copy of acme/base or a changed one, and no card ")
        == true)
  }
}
