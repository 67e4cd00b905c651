import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL110, base not declared")
struct BaseNotDeclaredTests {
  private static let published = [reference("README.md", role: .published)]
  private static func named(_ name: String, bases: [LineageEdge] = []) -> Subject {
    Subject(model: .folder(".", .apache, bases: bases, names: [name]), references: published)
  }

  private static let unread: Subject = {
    var model = ResolvedModel.folder("a", .apache)
    model.unreadBases = [DeclaredName(name: "/data/llama", location: Location(path: "a/adapter_config.json"))]
    return Subject(model: model, references: published)
  }()

  private static func shaped(_ architecture: String, _ license: License, bases: [LineageEdge] = []) -> Subject {
    var model = ResolvedModel.folder("a", license, bases: bases)
    model.architectures = [architecture]
    return Subject(model: model, references: published)
  }

  static let cases = [
    RuleCase("violated: a base that names no model", unread, "violated warning apache-2.0"),
    RuleCase("violated: a quantization", named("Acme-7B-GGUF"), "violated note apache-2.0"),
    RuleCase("violated: a member of a known line", named("Llama3 Acme Support"), "violated note apache-2.0"),
    RuleCase(
      "violated: by the folder's name",
      Subject(model: .folder("models/acme-lora", .apache), references: published), "violated note apache-2.0"),
    RuleCase(
      "violated: the shape of a line's weights under another license", shaped("GemmaForCausalLM", .apache),
      "violated note apache-2.0"),
    RuleCase(
      "violated: an adapter for nobody knows what",
      Subject(
        model: .folder("a", .apache, at: [reference("a/adapter_config.json", role: .bundled, kind: .adapterConfig)]),
        references: published), "violated warning apache-2.0"),
    RuleCase("not applicable: a generation that is free", shaped("Gemma4ForCausalLM", .apache), "not applicable"),
    RuleCase("satisfied: the line's own license", shaped("LlamaForCausalLM", .llama31), "satisfied"),
    RuleCase(
      "satisfied: another of the line's licenses",
      shaped("ExaoneForCausalLM", .fixture("k-exaone", "K-EXAONE", .community, family: "k-exaone")),
      "satisfied"),
    RuleCase("violated: EXAONE's architecture", shaped("Exaone4ForCausalLM", .apache), "violated note apache-2.0"),
    RuleCase("violated: Command R's architecture", shaped("Cohere2ForCausalLM", .mit), "violated note mit"),
    RuleCase("violated: ChatGLM's architecture", shaped("ChatGLMModel", .mit), "violated note mit"),
    RuleCase("not applicable: DeepSeek V3, which is free", shaped("DeepseekV3ForCausalLM", .mit), "not applicable"),
    RuleCase(
      "satisfied: the shape's base is named", shaped("GemmaForCausalLM", .apache, bases: [base("acme/b", .apache)]),
      "satisfied"),
    RuleCase("not applicable: a shape that is anybody's", shaped("BertModel", .apache), "not applicable"),
    RuleCase(
      "satisfied: the base is named", named("Acme-7B-GGUF", bases: [base("acme/Acme-7B", .apache)]), "satisfied"),
    RuleCase("not applicable: a name of its own", named("Acme Support 7B"), "not applicable"),
    RuleCase("not applicable: a name that only sounds like a line", named("TinyLlama Ollama Xmerge"), "not applicable"),
    RuleCase(
      "not applicable: somebody else's", Subject(model: .hub("acme/x-GGUF", .apache), references: [reference("a.py")]),
      "not applicable"),
  ]

  @Test("finds names that speak of a base nobody names", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(BaseNotDeclared(), example.subject) == example.verdicts)
  }

  @Test("says what stands where a model should")
  func statement() {
    #expect(
      messages(BaseNotDeclared(), Self.unread) == [
        "What a was made from is stated as \"/data/llama\", which names no model, so what the base's license asks is not known."
      ])
  }

  @Test("says which word of the name tells")
  func wording() {
    #expect(
      messages(BaseNotDeclared(), Self.named("Acme-7B-GGUF")) == [
        "The name \"Acme-7B-GGUF\" says that the model in this folder is another form (\"gguf\") of weights that somebody published, and no file names these."
      ])
    #expect(
      messages(BaseNotDeclared(), Self.named("Acme-7B-merged")) == [
        "The name \"Acme-7B-merged\" says that the model in this folder was made from another model (\"merged\"), and no file names a base."
      ])
  }
}
