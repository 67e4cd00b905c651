import ProvisoCore
import ProvisoResolution
import Testing

@Suite("How open a release is")
struct ReleaseTests {
  @Test("a quantized copy is as open as what it was made from, and that is said")
  func copies() {
    func judgments(_ id: String) -> [ReleaseOpenness] { Resolver().resolve(.huggingFace(id)).openness }
    let original = judgments("deepseek-ai/DeepSeek-R1")
    #expect(original.map(\.data) == [.closed] && original.map(\.note) == [nil])
    let copy = judgments("unsloth/DeepSeek-R1-GGUF")
    #expect(copy.map(\.data) == [.closed] && copy.map(\.source) == original.map(\.source))
    #expect(copy.map(\.note) == ["judged of deepseek-ai/DeepSeek-R1, of which this is a copy"])
    // What was trained further is another release.
    #expect(judgments("deepseek-ai/DeepSeek-R1-Distill-Qwen-7B").isEmpty)
  }

  @Test(
    "a copy in the tree, by what its card says of how it was made",
    arguments: [(Relation.quantized, 1), (.finetune, 0)])
  func copyOfTree(relation: Relation, count: Int) {
    let model = resolve([card(["mit"], bases: ["deepseek-ai/DeepSeek-R1"], relation: relation)])["."]
    #expect(model?.openness.count == count)
  }
}

@Suite("Sentences that call a model open source")
struct OpennessTests {
  /// A tree that uses some models of the hub and holds one of its own.
  private static func subjects(_ sentence: String, in directory: String = "chat") -> [String] {
    let phrases = [
      "open source", "open-source", "Open source", "Open Source", "Open-source", "Open-Source", "opensource",
    ]
    guard let phrase = phrases.first(where: { sentence.contains($0) }) else { return ["no phrase"] }
    let ids = [
      "meta-llama/Llama-3.1-8B-Instruct", "mistralai/Mistral-7B-v0.1", "TinyLlama/TinyLlama-1.1B-Chat-v1.0",
      "black-forest-labs/FLUX.1-dev", "google/gemma-3-4b-it",
    ]
    let references = ids.map { id in
      ModelReference(
        model: .huggingFace(id), location: Location(path: "app.py"), asWritten: id, kind: .code, role: .used)
    }
    let own = ModelReference(
      model: .local("chat"), location: Location(path: "chat/README.md"), asWritten: "chat", kind: .modelCard,
      role: .published)
    let statement = OpennessStatement(
      location: Location(path: "README.md"), sentence: sentence, phrase: phrase, directory: directory)
    let resolution = Resolver().resolve(
      Detections(
        references: references + [own], declarations: [card(["llama3.1"], in: "chat")], statements: [statement]))
    return resolution.statements.map { "\($0.subject): \($0.license.id)" }
  }

  /// Models that people speak of by their line.
  private static func lines(_ sentence: String, _ ids: String...) -> [String] {
    let references = ids.map { id in
      ModelReference(
        model: .huggingFace(id), location: Location(path: "app.py"), asWritten: id, kind: .code, role: .used)
    }
    let statement = OpennessStatement(
      location: Location(path: "README.md"), sentence: sentence, phrase: "open source", directory: ".")
    return Resolver().resolve(Detections(references: references, statements: [statement])).statements
      .map { "\($0.subject): \($0.license.id) \($0.model?.id ?? "-")" }
  }

  @Test("a model is meant by the words that its name begins with, where all that begins so is under one license")
  func lineNames() {
    let falcon = "tiiuae/falcon-180B-chat"
    #expect(
      Self.lines("We use the open source model Falcon-180B.", falcon)
        == ["Falcon 180B: falcon-180b-tii tiiuae/falcon-180B-chat"])
    // Falcon 7B and 40B are under Apache 2.0.
    #expect(Self.lines("Falcon is an open source model.", falcon) == [])
    #expect(
      Self.lines("Hunyuan-A13B is open source.", "tencent/Hunyuan-A13B-Instruct")
        == ["Hunyuan-A13B: tencent-hunyuan-a13b tencent/Hunyuan-A13B-Instruct"])
    #expect(Self.lines("Qwen2.5 is open source.", "Qwen/Qwen2.5-3B-Instruct") == [])
    #expect(Self.lines("An open source bloom filter.", "bigscience/bloom-7b1") == [])
    #expect(Self.lines("DBRX is open source.") == ["DBRX: databricks-open-model-license -"])
  }

  @Test(
    "a sentence that says it of a model is heard, with the model's license",
    arguments: [
      ("Llama 3.1 is open source.", "Llama 3.1: llama3.1"),
      ("Llama 3.1 is an open-source model.", "Llama 3.1: llama3.1"),
      ("Llama 3.1, the leading open source LLM, runs here.", "Llama 3.1: llama3.1"),
      ("Llama 3.1 (open source)", "Llama 3.1: llama3.1"),
      ("**Llama 3.1** is fully open-source", "Llama 3.1: llama3.1"),
      ("`Llama-3.1-8B-Instruct` is open source", "Llama-3.1-8B-Instruct: llama3.1"),
      ("meta-llama/Llama-3.1-8B-Instruct is open source", "meta-llama/Llama-3.1-8B-Instruct: llama3.1"),
      ("We use open source models such as Llama 3.1.", "Llama 3.1: llama3.1"),
      ("We use the open-source Llama 3.1 model.", "Llama 3.1: llama3.1"),
      ("Powered by open-source LLMs like Llama 3", "Llama 3: llama3"),
      ("Open-source models: Llama 3.1, Mistral", "Llama 3.1: llama3.1"),
      ("## Llama 3: an open source model", "Llama 3: llama3"),
      ("LLAMA 3 IS open source", "Llama 3: llama3"),
      ("Llama 2 was released as open source in July 2023.", "Llama 2: llama2"),
      ("Meta made Llama 4 open source", "Llama 4: llama4"),
      ("Gemma 3 is Google's open-source model", "Gemma 3: gemma"),
      ("FLUX.1-dev is an open source image model", "FLUX.1 dev: flux-1-dev-non-commercial-license"),
      ("The FLUX.1 [dev] weights are open source", "FLUX.1 dev: flux-1-dev-non-commercial-license"),
      ("SDXL is an open source model", "SDXL: openrail++"),
      ("Stable Diffusion 3.5 is open source", "Stable Diffusion 3.5: stabilityai-ai-community"),
      ("The weights of Llama 3.1 are open source", "Llama 3.1: llama3.1"),
      ("Built on Llama 3.1, the best open source LLM", "Llama 3.1: llama3.1"),
      ("This model is open source.", "this model: llama3.1"),
      ("Llama 3.1 has been open-sourced by Meta.", "Llama 3.1: llama3.1"),
      ("Meta open-sourced Llama 3.1 in July.", "Llama 3.1: llama3.1"),
      ("The model is completely open source", "the model: llama3.1"),
      ("These weights are open source", "these weights: llama3.1"),
      ("Mistral-7B-v0.1 is open source", "Mistral-7B-v0.1: apache-2.0"),
    ])
  func fires(sentence: String, subject: String) {
    #expect(Self.subjects(sentence) == [subject])
  }

  @Test(
    "a sentence that says it of something else, or denies it, claims nothing of a model",
    arguments: [
      "An open-source app built on Llama 3", "This is an open source project that uses Llama 3.1.",
      "We use the open-source library llama.cpp", "llama.cpp is open source", "Ollama is open source",
      "Llama 3 is released under a license that is not open source", "Llama 3.1 is not open source",
      "Llama 3.1 isn't open source", "Llama 3 was never open source", "Llama 3.1 is no open-source model",
      "Llama 3.1 is neither free nor open source", "Llama 3.1 runs in an open source runtime",
      "We serve Llama 3.1 with vLLM, which is open source", "Llama 3.1 on our open-source platform",
      "Chat with Llama 3.1 in an open source client", "TinyLlama 3 is open source", "VideoLLaMA 2 is open source",
      "Llama 3.5 is open source", "Llama 31 is open source", "Code Llama 3x is open source",
      "Our code is open source", "The open source community loves Llama 3.1",
      "An open source alternative to Llama 3", "Is the open source definition met by Llama 3.1?",
      "The open-source license of this repository does not cover Llama 3.1",
      "Unlike Llama 3.1, Mistral 7B is open source", "Contributions to the open source toolkit are welcome",
      "Fine-tune Llama 3.1 using open-source data", "open source",
      "Compared with Llama 3.1, our app is open source", "an open source implementation of Llama 2",
      "The training code for Llama 3.1 is open source", "Llama Stack is an open source framework",
      "An open-source wrapper for Llama 3.1", "Is Llama 3.1 open source?",
      "Critics dispute that Llama 3.1 is open source.", "Nobody should call Llama 3.1 open source.",
      "Whether Llama 3.1 is open source is a matter of definition.", "Meta claims that Llama 3.1 is open source.",
      "Mixtral, an open-source model, and Llama 3.1 are supported.", "Acme open-sourced its code for Llama 3.1.",
      "Llama 3.1 has open source competitors.",
    ])
  func claimsNothing(sentence: String) {
    #expect(Self.subjects(sentence) == [])
  }

  @Test("\"this model\" speaks of the model that lies beside the file, and of none elsewhere")
  func thisModel() {
    #expect(Self.subjects("This model is open source", in: "docs") == [])
    #expect(Self.subjects("This project is open source") == [])
  }

  @Test("the model of a line that the tree uses is named")
  func namesTheModel() throws {
    let reference = ModelReference(
      model: .huggingFace("meta-llama/Llama-3.1-8B"), location: Location(path: "a.py"), asWritten: "x", kind: .code,
      role: .used)
    let statements = ["Llama 3.1 is open source", "Llama 2 is open source"].map { sentence in
      OpennessStatement(location: Location(path: "b.md"), sentence: sentence, phrase: "open source", directory: ".")
    }
    let resolved = Resolver().resolve(Detections(references: [reference], statements: statements)).statements
    #expect(resolved.map(\.model) == [.huggingFace("meta-llama/Llama-3.1-8B"), nil])
    #expect(resolved.map(\.statement.location.path) == ["b.md", "b.md"])
  }
}
