import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL504, community re-upload instead of publisher")
struct CommunityReuploadTests {
  private static let llama = base("meta-llama/Llama-3.1-8B", .llama31, .converted)
  private static let used = [reference("app.py")]
  private static func silent(_ id: String) -> ResolvedModel {
    var model = ResolvedModel.hub(id, bases: [llama])
    model.license = .without(remark: "the publisher declares no license")
    return model
  }

  static let cases = [
    RuleCase(
      "violated: the page declares nothing",
      Subject(model: silent("acme-quants/Llama-3.1-8B-GGUF"), references: used), "violated note llama3.1"),
    RuleCase(
      "violated: the page declares something else",
      Subject(model: .hub("acme-quants/x", .apache, bases: [llama]), references: used), "violated note llama3.1"),
    RuleCase(
      "satisfied: the license is passed on",
      Subject(model: .hub("acme-quants/x", .llama31, bases: [llama]), references: used), "satisfied"),
    RuleCase(
      "not applicable: the publisher's own copy",
      Subject(model: silent("meta-llama/Llama-3.1-8B-FP8"), references: used), "not applicable"),
    RuleCase(
      "not applicable: a fine-tune is no copy",
      Subject(
        model: .hub("acme/tune", .mit, bases: [base("meta-llama/x", .llama31, .finetune)]), references: used),
      "not applicable"),
    RuleCase(
      "not applicable: what lies in the tree",
      Subject(model: .folder("m", .mit, bases: [llama]), references: used), "not applicable"),
  ]

  @Test("finds copies that do not pass on the license", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(CommunityReupload(), example.subject) == example.verdicts)
  }

  @Test("names the publisher's model")
  func wording() {
    #expect(
      messages(CommunityReupload(), Subject(model: Self.silent("acme-quants/Llama-3.1-8B-GGUF"))) == [
        "acme-quants/Llama-3.1-8B-GGUF is somebody else's copy of meta-llama/Llama-3.1-8B, which is under llama3.1, and declares no license."
      ])
  }
}
