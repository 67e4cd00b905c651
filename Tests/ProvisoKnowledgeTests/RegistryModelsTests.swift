import ProvisoCore
import ProvisoKnowledge
import ProvisoTestSupport
import Testing

@Suite("Models of other registries")
struct RegistryModelsTests {
  @Test(
    "the model of the hub that a registry serves is found, whatever the tag says of its shape",
    arguments: [
      ("ollama", "llama3.1", "meta-llama/Llama-3.1-8B-Instruct"),
      ("ollama", "llama3.1:latest", "meta-llama/Llama-3.1-8B-Instruct"),
      ("ollama", "llama3.1:70b-instruct-q4_K_M", "meta-llama/Llama-3.1-70B-Instruct"),
      ("ollama", "llama3.1:405b", "meta-llama/Llama-3.1-405B-Instruct"), ("ollama", "llama3.1:9b", nil),
      ("ollama", "mistral:instruct", "mistralai/Mistral-7B-Instruct-v0.3"),
      ("ollama", "qwen2.5:3b", "Qwen/Qwen2.5-3B-Instruct"), ("ollama", "qwen2.5:72b", "Qwen/Qwen2.5-72B-Instruct"),
      ("ollama", "deepseek-r1:70b", "deepseek-ai/DeepSeek-R1-Distill-Llama-70B"), ("ollama", "nothing", nil),
      ("ollama", "minimax-m3:cloud", "MiniMaxAI/MiniMax-M3"), ("ollama", "kimi-k3", "moonshotai/Kimi-K3"),
      ("ollama", "qwen3.5:397b-cloud", "Qwen/Qwen3.5-397B-A17B"), ("ollama", "qwen3.5:cloud", nil),
      ("docker", "ai/qwen2.5:3B-Q4_K_M", "Qwen/Qwen2.5-3B-Instruct"),
      ("docker", "docker.io/ai/llama3.2:1B-Q8_0", "meta-llama/Llama-3.2-1B-Instruct"),
      ("bedrock", "us.meta.llama3-1-8b-instruct-v1:0", "meta-llama/Llama-3.1-8B-Instruct"),
      ("bedrock", "meta.llama3-1-8b-instruct-v1", "meta-llama/Llama-3.1-8B-Instruct"),
      ("bedrock", "anthropic.claude-3-haiku-20240307-v1:0", nil),
      ("torchhub", "facebookresearch/dinov2:dinov2_vits14", "facebook/dinov2-small"), ("torchhub", "", nil),
    ] as [(String, String, String?)])
  func hubModel(registry: String, id: String, model: String?) {
    #expect(RegistryModels.hubModel(registry: registry, id: id) == model)
  }

  @Test(
    "lists of registries are read with the hub's names of licenses",
    arguments: [
      ("spacy", "en_core_web_sm", "mit"), ("spacy", "it_core_news_sm", "cc-by-nc-sa-3.0"),
      ("spacy", "ca_core_news_sm", "gpl-3.0"),
      ("timm", "convnextv2_nano.fcmae_ft_in22k_in1k", nil), ("docker", "ai/gemma3:4B-F16", "gemma"),
      ("docker", "ai/gemma3", "gemma"), ("openvino", "head-pose-estimation-adas-0001", "apache-2.0"),
      ("openvino", "colorization-siggraph", "other"), ("coqui", "tts_models/en/vctk/fast_pitch", "cc-by-nc-nd-4.0"),
      ("spacy", "nothing", nil),
    ] as [(String, String, String?)])
  func lists(registry: String, id: String, license: String?) {
    let entry = RegistryModels.entry(registry: registry, id: id)
    if let license { #expect(entry?.license == license) }
    if id == "nothing" { #expect(entry == nil) }
  }

  @Test(
    "an address of TF Hub has a version behind the name",
    arguments: [
      ("adityakane2001/regnety200mf_classification/1", "apache-2.0"),
      ("adityakane2001/regnety200mf_classification", "apache-2.0"),
      ("adityakane2001/regnety200mf_classification/one", nil), ("adityakane2001/1", nil),
    ] as [(String, String?)])
  func versionsOfTFHub(id: String, license: String?) {
    #expect(RegistryModels.entry(registry: "tfhub", id: id)?.license == license)
  }

  @Test("every row leads to a model of the hub by its present id")
  func rows() {
    let rows = EmbeddedText.registries.allFields()
    #expect(rows.count > 400)
    for row in rows {
      #expect(row.count == 3 && row[0] == row[0].lowercased(), "\(row)")
      #expect(!ModelCatalog.isAlias(row[1]) || ModelCatalog.canonicalID(of: row[1]).lowercased() == row[1].lowercased())
    }
  }
}

@Suite("Judgments of releases, and alternatives")
struct OpennessAndAlternativesTests {
  @Test("a judgment has its source and date, and says something")
  func openness() {
    let rows = EmbeddedText.openness.allFields()
    #expect(rows.count > 80)
    for row in rows {
      #expect(row.count == 9 && row[0] == row[0].lowercased() && !row[1].isEmpty && !row[2].isEmpty, "\(row)")
      let shortest = row[0].replacing("*", with: "")
      #expect(Openness.judgments(of: shortest).contains { !$0.words.isEmpty && $0.source == row[1] }, "\(row)")
    }
    #expect(Openness.judgments(of: "EleutherAI/pythia-160m").first?.verdict == .pass)
    #expect(Openness.judgments(of: "meta-llama/Llama-2-7b-hf").first?.verdict == .fail)
    #expect(Openness.judgments(of: "bigscience/bloom").first?.verdict == .terms)
    #expect(Openness.judgments(of: "nobody/nothing").isEmpty)
  }

  @Test("alternatives do the same, are of the same size, and are known with a license that is not restricted")
  func alternatives() {
    let rows = EmbeddedText.alternatives.allFields()
    #expect(rows.allSatisfy { $0.count == 3 })
    for row in rows where row[0] != "task" {
      let entry = ModelCatalog.entry(for: row[2])
      #expect(entry?.license != nil || ModelCatalog.familyRule(for: row[2]) != nil, "\(row)")
    }
    let small = Alternatives.candidates(for: "meta-llama/Llama-3.1-8B-Instruct")
    #expect(small.contains("Qwen/Qwen3-8B") && !small.contains("openai/gpt-oss-120b"))
    #expect(Alternatives.candidates(for: "black-forest-labs/FLUX.1-dev").contains("black-forest-labs/FLUX.1-schnell"))
    #expect(!Alternatives.candidates(for: "qwen/qwen3-8b").contains("Qwen/Qwen3-8B"))
    #expect(Alternatives.candidates(for: "nobody/nothing").isEmpty)
    #expect(Alternatives.candidates(for: "mistralai/Mixtral-8x22B-v0.1").contains("openai/gpt-oss-120b"))
    // How large it is its name does not say: one of each size, the largest first.
    #expect(
      Alternatives.candidates(for: "CohereForAI/c4ai-command-r-plus").prefix(3)
        == ["openai/gpt-oss-120b", "Qwen/Qwen3-32B", "Qwen/Qwen3-8B"])
    let reranking = Alternatives.candidates(for: "jinaai/jina-reranker-v2-base-multilingual")
    #expect(!reranking.isEmpty && reranking.allSatisfy { $0.contains("rerank") })
    for other in ["meta-llama/Llama-Guard-3-8B", "Qwen/Qwen2-Audio-7B", "black-forest-labs/FLUX.1-Fill-dev"] {
      #expect(Alternatives.candidates(for: other).isEmpty, "\(other)")
    }
  }
}

@Suite("Names as people say them")
struct SpokenNameTests {
  @Test(
    "words that are a model's name are that model; words that are a line's are its models",
    arguments: [
      ("gpt-oss 20b", ["openai/gpt-oss-20b"]), ("whisper large v3", ["openai/whisper-large-v3"]),
      ("Whisper Large V3", ["openai/whisper-large-v3"]), ("sd 1.5", ["stable-diffusion-v1-5/stable-diffusion-v1-5"]),
      ("yolov8n.pt", ["Ultralytics/YOLOv8"]), ("phi-4", ["microsoft/phi-4"]), ("", []), ("nothing like it", []),
      ("a/b", []), ("t", []), ("E", []), ("canary 1b", ["nvidia/canary-1b"]),
    ] as [(String, [String])])
  func names(words: String, ids: [String]) {
    #expect(SpokenName.candidates(of: words) == ids)
  }

  @Test(
    "the beginning of a name may be that of a restricted model that only a rule or the short list has",
    arguments: [("canary", "nvidia/canary-1b"), ("sam", "facebook/sam3")])
  func beginnings(words: String, restricted: String) {
    #expect(SpokenName.candidates(of: words).contains(restricted))
  }

  @Test(
    "a line is told from those of like names", arguments: ["Llama 3", "llama-3", "mixtral 8x7b", "sdxl", "gemma 2"])
  func lines(words: String) {
    let ids = SpokenName.candidates(of: words)
    #expect(ids.count > 1)
    #expect(Set(ids.map { $0.split(separator: "/")[0].lowercased() }).count == 1)
    if words.lowercased().hasPrefix("llama") {
      #expect(ids.allSatisfy { $0.hasPrefix("meta-llama/") }, "\(ids)")
    }
  }
}
