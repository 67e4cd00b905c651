import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL209, trademark use")
struct TrademarkUseTests {
  private static func tune(_ name: String, of edge: LineageEdge) -> Subject {
    Subject(
      model: .folder(".", .apache, bases: [edge], names: [name]),
      references: [reference("README.md", role: .published)])
  }
  private static let mistral = base("mistralai/Mistral-7B-v0.3", .apache)

  static let cases = [
    RuleCase("violated: named after the base", tune("Mistral Acme 7B", of: mistral), "violated note apache-2.0 6"),
    RuleCase(
      "violated: digits do not make another name", tune("acme/qwen-support", of: base("Qwen/Qwen2.5-7B", .apache)),
      "violated note apache-2.0 6"),
    RuleCase(
      "violated: \"Meta\" is granted by no edition", tune("Meta-Llama-3-Acme", of: base("meta-llama/x", .llama3)),
      "violated note llama3 5.a"),
    RuleCase(
      "violated: Llama 2 asks for no name", tune("Llama-Acme", of: base("meta-llama/x", .llama2)),
      "violated note llama2 5.a"),
    RuleCase(
      "violated: Gemma's terms grant no mark", tune("Gemma-Acme-2B", of: base("google/gemma-2-2b", .gemma)),
      "violated note gemma 4.2"),
    RuleCase("satisfied: a name of its own", tune("Acme Support 7B", of: mistral), "satisfied"),
    RuleCase(
      "satisfied: the base's own name and its shape", tune("Qwen3-8B-GGUF", of: base("Qwen/Qwen3-8B", .apache)),
      "satisfied"),
    RuleCase(
      "satisfied: the same, in words", tune("gemma-2-9b-it AWQ 4bit", of: base("google/gemma-2-9b-it", .gemma)),
      "satisfied"),
    RuleCase(
      "violated: the base's name and a word of one's own",
      tune("Qwen3-8B-Acme-GGUF", of: base("Qwen/Qwen3-8B", .apache)), "violated note apache-2.0 6"),
    RuleCase("satisfied: the mark stands behind", tune("Acme (Mistral 7B)", of: mistral), "satisfied"),
    RuleCase(
      "satisfied: the license asks for the word", tune("Llama Acme", of: base("meta-llama/x", .llama31)), "satisfied"),
    RuleCase(
      "not applicable: a copy in another shape",
      tune("Mistral-7B-GGUF", of: base("mistralai/Mistral-7B-v0.3", .apache, .quantized)), "not applicable"),
    RuleCase(
      "not applicable: a word for what it is",
      tune("BERT for claims", of: base("google-bert/bert-base-uncased", .apache)),
      "not applicable"),
    RuleCase("not applicable: made from nothing", .weights(.apache), "not applicable"),
    RuleCase("not applicable: somebody else's", .used(.apache), "not applicable"),
  ]

  @Test("finds names that begin with somebody else's", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(TrademarkUse(), example.subject) == example.verdicts)
  }

  @Test("says which name and which clause")
  func wording() {
    #expect(
      messages(TrademarkUse(), Self.tune("Mistral Acme 7B", of: Self.mistral)) == [
        "The name \"Mistral Acme 7B\" begins with \"Mistral\", and the Apache License 2.0 (clause 6) of its base mistralai/Mistral-7B-v0.3 grants no use of the publisher's names for models made from it."
      ])
  }
}
