import ProvisoCore
import ProvisoKit
import ProvisoPolicy
import Testing

@Suite("Checking a model by the name somebody types")
struct CheckTests {
  @Test(
    "the registry and the license are found",
    arguments: [
      ("llama3.1:8b", Registry.ollama, "llama3.1"), ("ollama:qwen2.5:3b", .ollama, "qwen-research"),
      ("mistral", .ollama, "apache-2.0"), ("ai/gemma3:4B-F16", .docker, "gemma"),
      ("ai/qwen2.5:3B-Q4_K_M", .docker, "qwen-research"), ("us.meta.llama3-1-8b-instruct-v1:0", .bedrock, "llama3.1"),
      ("ca_core_news_sm", .spacy, "gpl-3.0"), ("timm:resnet50.a1_in1k", .timm, "apache-2.0"),
      ("gemma2_2b_en", .keras, "gemma"), ("torchhub:ultralytics/yolov5", .torchhub, "agpl-3.0"),
      ("yolov8n.pt", .huggingface, "agpl-3.0"), ("gpt2", .huggingface, "mit"),
      ("hf://google/gemma-2-9b-it", .huggingface, "gemma"),
      ("modelscope:Qwen/Qwen2.5-3B", .modelscope, "qwen-research"),
      // As services and routers write them.
      ("together_ai/meta-llama/Llama-2-7b-chat-hf", .huggingface, "llama2"),
      ("bedrock/meta.llama3-1-8b-instruct-v1:0", .bedrock, "llama3.1"),
      ("bedrock/converse/us.meta.llama3-1-8b-instruct-v1:0", .bedrock, "llama3.1"),
      ("@cf/meta/llama-3.1-8b-instruct", .huggingface, "llama3.1"),
      ("ollama/llama3.1:8b", .ollama, "llama3.1"),
      ("accounts/fireworks/models/llama-v3p1-405b-instruct", .huggingface, "llama3.1"),
      ("openrouter/meta-llama/llama-3.1-8b-instruct:free", .huggingface, "llama3.1"),
      ("openrouter/google/gemma-3-27b-it:free", .huggingface, "gemma"),
      ("meta-llama/llama-3-2-90b-vision-instruct", .huggingface, "llama3.2"),
    ])
  func names(name: String, registry: Registry, license: String) {
    let answer = Check.answer(name)
    #expect(answer.model.name.registry == registry)
    #expect(answer.model.license.concluded == license, "\(answer.model.license)")
  }

  @Test(
    "a service's own name for a model of a restricted line carries the line's license, at low confidence",
    arguments: [
      ("llama-3.3-70b-versatile", "llama3.3"), ("llama3-70b-8192", "llama3"), ("llama-3.1-8b-instant", "llama3.1"),
    ])
  func servedLines(name: String, license: String) {
    let answer = Check.answer(name).model
    #expect(answer.license.candidates.map(\.id).contains(license), "\(answer.license)")
    #expect(answer.license.confidence < .high && answer.license.category?.isRestricted == true)
  }

  @Test(
    "what is reached through its maker's service only is that service's, whoever routes to it",
    arguments: [
      "openai/gpt-4o", "mistral/codestral-latest", "cohere/command-r-plus", "cohere_chat/command-r-08-2024",
      "models/gemini-1.5-pro",
    ])
  func routedServices(name: String) {
    #expect(Check.answer(name).model.name.registry == .hosted)
  }

  @Test(
    "GR00T is under NVIDIA's non-commercial license up to N1.6; of N1.7 nothing has been read",
    arguments: [("nvidia/GR00T-N1-2B", true), ("nvidia/GR00T-N1.6-3B", true), ("nvidia/GR00T-N1.7-3B", false)])
  func robots(name: String, isBarred: Bool) {
    #expect((Check.answer(name).model.license.category == .nonCommercial) == isBarred)
  }

  @Test("the beginning of a free model's name frees nothing that only a list of third parties has")
  func beginnings() throws {
    let begun = Check.answer("mimo 7b")
    #expect(begun.isAmbiguous && begun.model.license.category == nil)
    #expect(try #require(begun.note).message.contains("XiaomiMiMo/MiMo-7B-RL"))
    #expect(Check.answer("MiMo-7B-RL").model.license.concluded == "mit")
    #expect(Check.answer("mixtral 8x22b instruct").model.license.concluded == "apache-2.0")
  }

  @Test(
    "a word for a line of which Ollama serves a free one by default may be any of the line, and is not free where one is not",
    arguments: [
      ("Falcon", "tiiuae/falcon-180B-chat"), ("falcon", "tiiuae/falcon-180B-chat"),
      ("LLaVA", "liuhaotian/llava-v1.5-7b"), ("qwen2.5", "Qwen/Qwen2.5-3B-Instruct"),
      ("segment anything", "facebook/sam3"),
    ])
  func linesOfOllama(name: String, model: String) throws {
    let answer = Check.answer(name)
    #expect(answer.isAmbiguous && answer.model.license.category?.isRestricted == true, "\(answer.model.license)")
    #expect(answer.model.license.meant.contains { $0.id == model })
    #expect(try #require(answer.note).message.contains("may be any of"))
  }

  @Test("where all of the line is free, or a tag or the registry is said, it is what Ollama serves by that name")
  func servedByName() {
    #expect(Check.answer("mistral").model.name.registry == .ollama && !Check.answer("mistral").isAmbiguous)
    #expect(Check.answer("falcon:7b").model.license.concluded == "apache-2.0")
    #expect(Check.answer("ollama:falcon").model.license.concluded == "apache-2.0")
    #expect(Check.answer("falcon:180b").model.license.category?.isRestricted == true)
    // The tag behind a blank.
    #expect(Check.answer("deepseek-r1 70b").model.name.id == "deepseek-ai/DeepSeek-R1-Distill-Llama-70B")
  }

  @Test("the published weights of such a name are not", arguments: ["CohereLabs/c4ai-command-r-v01", "command-r"])
  func publishedWeights(name: String) {
    let model = Check.answer(name).model
    #expect(model.name.registry != .hosted && model.license.category?.isRestricted == true)
  }

  @Test(
    "words for a line are never one model for certain: the note lists what they may mean, the strictest license counts")
  func lines() throws {
    let answer = Check.answer("mixtral 8x7b")
    #expect(answer.model.license.concluded == "apache-2.0")
    #expect(answer.model.license.confidence < .high)
    #expect(try #require(answer.note).message.contains("mistralai/Mixtral-8x7B-Instruct-v0.1"))
    #expect(Check.answer("gpt-oss 20b").note?.message.contains("openai/gpt-oss-20b") == true)
    let flux = Check.answer("flux").model.license
    #expect(flux.category?.isRestricted == true && flux.state == .conflict)
    #expect(Check.answer("Llama 3").model.license.concluded == "llama3")
  }

  /// An answer that is freer than one of the models that the words may mean would be wrong; none at all is not.
  @Test(
    "names as people type them lead to the line",
    arguments: [
      ("Llama 3", "llama3"), ("llama 3.1", "llama3.1"), ("llama 3.2 vision", "llama3.2"), ("llama3.1:8b", "llama3.1"),
      ("Llama 4 Scout", "llama4"), ("llama 2 70b chat", "llama2"), ("codellama", "llama2"), ("llama guard", "llama3"),
      ("mixtral 8x7b", "apache-2.0"), ("mistral 7b", "apache-2.0"), ("mistral nemo", "apache-2.0"),
      ("sdxl", "openrail++"), ("sdxl lightning", "openrail++"), ("sd 1.5", "creativeml-openrail-m"),
      ("stable diffusion 3.5 large", "stabilityai-ai-community"), ("whisper", "apache-2.0"),
      ("whisper large v3", "apache-2.0"), ("flux dev", "flux-1-dev-non-commercial-license"),
      ("flux", "flux-1-dev-non-commercial-license"), ("flux schnell", "apache-2.0"), ("phi-4", "mit"),
      ("phi 3 mini", "mit"), ("nomic embed text v1.5", "apache-2.0"), ("bge m3", "mit"), ("gemma 3 27b", "gemma"),
      ("gemma3:4b", "gemma"), ("gemma 4", "apache-2.0"), ("qwen 2.5 72b", "qwen"), ("qwen 2.5 3b", "qwen-research"),
      ("qwen 3 8b", "apache-2.0"), ("deepseek r1", "mit"), ("deepseek coder", "deepseek"),
      ("command r plus", "cc-by-nc-4.0"), ("command r+", "cc-by-nc-4.0"), ("yolov8n.pt", "agpl-3.0"),
      ("musicgen", "cc-by-nc-4.0"), ("nllb", "cc-by-nc-4.0"), ("starcoder2", "bigcode-openrail-m"),
      ("jina embeddings v3", "cc-by-nc-4.0"), ("open llama", "apache-2.0"), ("mistral large 2", "mrl"),
      ("sd 3.5 large", "stabilityai-ai-community"), ("code llama 34b", "llama2"), ("tulu 3 8b", "llama3.1"),
      ("hunyuan video", "tencent-hunyuan-community"), ("svd xt", "stable-video-diffusion-nc"),
      ("tinyllama", "apache-2.0"), ("mistral small 3", "apache-2.0"), ("llava 1.5", "llama2"),
      ("gte qwen2 7b", "apache-2.0"), ("replit code 1.5", "apache-2.0"), ("snowflake arctic", "apache-2.0"),
      ("jamba 1.5 mini", "jamba-open-model-license"),
      ("kokoro", "apache-2.0"), ("gpt-oss 20b", "apache-2.0"), ("opt", "opt-175b"),
    ])
  func spoken(name: String, license: String) {
    #expect(Check.answer(name).model.license.concluded == license)
  }

  @Test(
    "words that may mean a restricted model are never answered as a free one",
    arguments: [
      "stable diffusion", "mistral large", "codestral", "clip", "deepseek v3", "kimi k2", "dinov3", "svd",
      "falcon 180b",
      "nomic embed", "aya", "exaone", "hunyuan", "stable audio", "orca 2", "minimax m2",
    ])
  func neverFree(name: String) {
    #expect(Check.answer(name).model.license.category?.isRestricted != false)
  }

  @Test(
    "an id is read whatever stands around it",
    arguments: [
      "meta-llama/Llama-3.1-8B/", " meta-llama/Llama-3.1-8B ", "META-LLAMA/llama-3.1-8b",
      "hf://meta-llama/Llama-3.1-8B",
      "http://hf.co/meta-llama/Llama-3.1-8B/", "https://huggingface.co/meta-llama/Llama-3.1-8B/tree/main",
      "models--meta-llama--Llama-3.1-8B", "meta-llama/Llama-3.1-8B:free", "meta-llama/Llama-3.1-8B@v1.0",
    ])
  func written(text: String) {
    let model = Check.answer(text).model
    #expect(model.name == .huggingFace("meta-llama/Llama-3.1-8B") && model.license.concluded == "llama3.1")
    #expect(model.revision == (text.contains("@") ? "v1.0" : text.contains("tree") ? "main" : nil))
  }

  @Test(
    "pages and short names of other registries, and services, are told apart",
    arguments: [
      ("https://ollama.com/library/llama3.1:8b", Registry.ollama, "llama3.1"),
      ("registry.ollama.ai/library/gemma2", .ollama, "gemma"), ("ramalama:codellama", .huggingface, "llama2"),
      ("ramalama://codellama:13b", .huggingface, "llama2"), ("gpt-4o", .hosted, nil),
      ("Claude 3.5 Sonnet", .hosted, nil),
      ("localai:allura-org_bigger-body-70b", .huggingface, "llama3.3"), ("gustavecortal_beck-1.7b", .huggingface, nil),
    ] as [(String, Registry, String?)])
  func elsewhere(text: String, registry: Registry, license: String?) {
    let model = Check.answer(text).model
    #expect(model.name.registry == registry)
    if let license { #expect(model.license.concluded == license) }
  }

  @Test(
    "a path is told to be one",
    arguments: ["./model", "/etc/passwd", "file:///etc/passwd", "C:\\models\\llama", "../x"])
  func path(text: String) {
    #expect(Check.answer(text).note?.message.contains("proviso scan") == true)
  }

  @Test("words that nobody knows are no model", arguments: ["nothing like it", "Qwen 99"])
  func unknown(name: String) {
    let answer = Check.answer(name)
    #expect(answer.model.license.concluded == nil)
    #expect(answer.note == nil)
  }

  @Test("an answer whose source is older than the age asked for is told; one that is not, or that nobody knows, is not")
  func freshness() throws {
    let policy = try #require(try PolicySelection().select(["proviso:default"], root: nil).policy)
    let today = try CalendarDate(parsing: "2026-12-01")
    func notes(_ age: Int?) -> [String] {
      Check(policy: policy, today: today, maximumAge: age).run(["openai-community/gpt2", "nobody/nothing"])
        .notifications
        .filter { $0.level == .warning }.map(\.message)
    }
    #expect(notes(nil).isEmpty)
    #expect(notes(3650).isEmpty)
    #expect(notes(0).count == 1 && notes(0)[0].contains("openai-community/gpt2"))
    // What a base's license decides, and that a publisher has declared none, is as old as the source of that.
    for name in ["NousResearch/Hermes-2-Theta-Llama-3-8B", "cardiffnlp/twitter-roberta-base-sentiment"] {
      let report = Check(policy: policy, today: today, maximumAge: 10).run([name])
      #expect(
        report.notifications.contains { $0.message.contains("What is said of \(name) rests on a source of") }, "\(name)"
      )
    }
  }
}
