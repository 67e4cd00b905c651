import ProvisoKnowledge
import Testing

@Suite("Rules for language models released from the end of 2025 on")
struct LateLanguageModelsTests {
  @Test(
    "a release has its own license, and the next one of the line has none until somebody has read it",
    arguments: [
      ("mistralai/Mistral-Large-3-675B-Instruct-2512-NVFP4", "apache-2.0"),
      ("mistralai/Mistral-Large-3-675B-Instruct-2612", nil), ("mistralai/Mistral-Large-4-1T-A52B", nil),
      ("mistralai/Mistral-Small-4-119B-2603", "apache-2.0"), ("mistralai/Mistral-Small-5-119B-2612", nil),
      ("mistralai/Devstral-Small-2-24B-Instruct-2512", "apache-2.0"),
      ("mistralai/Devstral-Small-3-24B-Instruct-2612", nil),
      ("mistralai/Leanstral-1.5-119B-A6B", "apache-2.0"), ("mistralai/Leanstral-2-119B", nil),
      ("mistralai/Shieldstral-1.0-3B", "apache-2.0"),
      ("meta-models/Muse-Glimmer-30B", "apache-2.0"), ("meta-models/Muse-Glimmer-70B", nil),
      ("meta-models/Muse-Spark-Open-816B-A42B", nil),
      ("CohereLabs/command-a-plus-05-2026-bf16", "apache-2.0"), ("CohereLabs/command-a-plus-11-2026", nil),
      ("CohereLabs/North-Mini-Code-1.0", "apache-2.0"), ("CohereLabs/North-Mini-Code-2.0", nil),
      ("LGAI-EXAONE/K-EXAONE-2.0-750B-A37B-FP8", "apache-2.0"), ("LGAI-EXAONE/K-EXAONE-3.0-1T", nil),
      ("skt/A.X-K2", "apache-2.0"), ("skt/A.X-K2-ALM", nil), ("skt/A.X-4.0-Light", "apache-2.0"),
      ("skt/A.X-4.0", "qwen"),
      ("kakaocorp/kanana-2-30b-a3b-instruct-2601", "kanana-license"),
      ("kakaocorp/kanana-2-1.3b-instruct", "kanana-open-license"), ("kakaocorp/kanana-3-30b", nil),
      ("upstage/Solar-Open2-250B", "upstage-solar-license"), ("upstage/Solar-Open-100B", "upstage-solar-license"),
      ("upstage/Solar-Open3-500B", nil),
      ("Aleph-Alpha/Kolibri-1", "apache-2.0"), ("Aleph-Alpha/Kolibri-2", nil),
      ("nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B-NVFP4", "openmdw-1.1"), ("nvidia/NVIDIA-Nemotron-4-Ultra-1T", nil),
      ("nvidia/Nemotron-Cascade-2-30B-A3B", "nvidia-open-model-license"),
      ("ibm-granite/granite-4.1-8b-base", "apache-2.0"), ("ibm-granite/granite-4.2-30b", "apache-2.0"),
      ("ibm-granite/granite-4.3-30b", nil), ("ollama:granite4.1:30b", "apache-2.0"),
      ("openai/gpt-oss-safeguard-120b", "apache-2.0"), ("openai/gpt-oss-2-safeguard-120b", nil),
      ("google/diffusiongemma-26B-A4B-it", "apache-2.0"), ("google/functiongemma-270m-it", "gemma"),
      ("pfnet/plamo-3-nict-31b-base", "plamo-community-license"),
      ("pfnet/plamo-2-translate", "plamo-community-license"), ("pfnet/plamo-2-1b", nil),
      ("tiiuae/Falcon-H1-7B-Instruct", "falcon-llm-license"), ("tiiuae/Falcon-H1R-7B", "falcon-llm-license"),
      ("tiiuae/Falcon-H2-7B", nil),
      ("thinkingmachines/Inkling-Small", "apache-2.0"), ("thinkingmachines/Inkling-2-Small", nil),
      ("poolside/Laguna-S-2.1-NVFP4", "openmdw-1.1"), ("poolside/Laguna-S-3", nil),
      ("facebook/cwm-sft", "fair-noncommercial-research-license"),
      ("facebook/blt-7b", "fair-noncommercial-research-license"),
      ("facebook/MobileLLM-ParetoQ-1B-BF16", "fair-noncommercial-research-license"),
      ("arcee-ai/Trinity-Large-Preview", "openmdw-1.1"), ("arcee-ai/Trinity-Ultra", nil),
      ("JetBrains/Mellum2.1-12B-A2.5B-Thinking", "apache-2.0"), ("JetBrains/Mellum3-12B", nil),
      ("ServiceNow-AI/Apriel-1.6-15b-Thinker", "mit"), ("ai21labs/AI21-Jamba2-Mini", "apache-2.0"),
      ("ai21labs/AI21-Jamba3-Mini", nil), ("sarvamai/sarvam-30b", "apache-2.0"),
      ("IFM/K2-Horizon-375B-A23B", "apache-2.0"),
      ("Zyphra/ZAYA1-8B", "apache-2.0"), ("Zyphra/ZAYA1-9B", nil),
      ("kakaocorp/kanana-1.5-8b-instruct-2505", "apache-2.0"), ("kakaocorp/kanana-1.5-15.7b-a3b-instruct", nil),
      ("CohereLabs/tiny-aya-global", "cc-by-nc-4.0"), ("apple/DiffuCoder-7B-cpGRPO", "apple-amlr"),
      ("nvidia/NVIDIA-Nemotron-3-Nano-4B-BF16", "nvidia-nemotron-open-model-license"),
      ("nvidia/Nemotron-Labs-Diffusion-14B", "nvidia-nemotron-open-model-license"),
      ("nvidia/Nemotron-H-8B-Reasoning-128K", "nvidia-internal-scientific-research-and-development-model-license"),
      ("microsoft/FrogNano-4B-2609", "mit"), ("openai/privacy-filter", "apache-2.0"),
      ("naver-hyperclovax/HyperCLOVAX-SEED-Think-14B", "hyperclovax-seed"),
      ("naver-hyperclovax/HyperCLOVAX-SEED-Omni-8B", "hyperclovax-seed"),
      ("K-intelligence/Midm-2.0-Base-Instruct", "mit"), ("deepreinforce-ai/Ornith-1.0-397B", "mit"),
      ("deepreinforce-ai/Ornith-2.0-9B", nil), ("ollama:granite4.2:8b", "apache-2.0"),
    ] as [(String, String?)])
  func lookup(id: String, license: String?) {
    #expect(ModelCatalog.familyRule(for: id)?.license == license)
    #expect(ModelCatalog.familyRule(for: id.lowercased())?.license == license)
  }

  @Test("what was made from a restricted model names it, whatever it is put under")
  func bases() {
    #expect(ModelCatalog.familyRule(for: "nvidia/Nemotron-3.5-Content-Safety")?.base == "google/gemma-3-4b-it")
    #expect(ModelCatalog.familyRule(for: "skt/A.X-4.0")?.base == "Qwen/Qwen2.5-72B")
  }

  @Test(
    "the lines are found as people say them",
    arguments: [
      ("Muse Glimmer", "meta-models/Muse-Glimmer-30B"), ("command a+", "CohereLabs/command-a-plus-05-2026-bf16"),
      ("nemotron 3 ultra", "nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B-BF16"),
      ("Solar Open 2", "upstage/Solar-Open2-250B"), ("mistral-small-4", "mistralai/Mistral-Small-4-119B-2603"),
    ])
  func spoken(words: String, id: String) {
    #expect(SpokenName.candidates(of: words) == [id])
  }

  @Test("Ollama's names lead to them")
  func ollama() {
    #expect(
      RegistryModels.hubModel(registry: "ollama", id: "nemotron-cascade-2") == "nvidia/Nemotron-Cascade-2-30B-A3B")
    #expect(RegistryModels.hubModel(registry: "ollama", id: "functiongemma") == "google/functiongemma-270m-it")
  }

  @Test(
    "a name that carries a restricted one of them says it; their free kin say nothing",
    arguments: [
      ("someone/My-Nemotron-3-Nano-30B-tuned", "nvidia-nemotron-open-model-license"),
      ("someone/nemotron-3-super-x", "nvidia-nemotron-open-model-license"), ("someone/nemotron-3-ultra-x", nil),
      ("someone/Solar-Open-100B-tuned", "upstage-solar-license"), ("someone/solar-open2-x", "upstage-solar-license"),
      ("someone/solar-opening", nil), ("someone/Kanana-2-30b-tuned", "kanana-license"), ("someone/kanana-1.5-8b", nil),
      ("someone/Falcon-H1-7B-x", "falcon-llm-license"), ("someone/falcon-h1r-7b-x", "falcon-llm-license"),
      ("someone/K-EXAONE-236B-x", "k-exaone"), ("someone/k-exaone-2.0-750b-x", nil),
      ("someone/hyperclovax-seed-think-14b-x", "hyperclovax-seed"), ("someone/grok-2-x", "xai-community-2025-11-04"),
      ("someone/grok-1-x", nil), ("someone/jamba-mini-1.7-x", "jamba-open-model-license"),
      ("someone/jamba2-mini-x", nil), ("someone/tiny-aya-darija", "cc-by-nc-4.0"),
      ("someone/plamo-2-translate-x", "plamo-community-license"),
    ] as [(String, String?)])
  func names(id: String, license: String?) {
    #expect(NamedLine.inName(of: id)?.license == license)
  }
}

@Suite("Model names that bar commerce")
struct NonCommercialModelNameTests {
  @Test(
    "a word of the name says it, and no part of a word, nor the publisher's",
    arguments: [
      ("ibm-granite/granite-speech-5.0-470m-turboctc-nc", true), ("someone/Acme_NC_7B", true),
      ("someone/acme-noncommercial", true), ("someone/acme-non-commercial-7b", true), ("acme.nc", true),
      ("NC-AI-consortium/VAETKI", false), ("someone/sync-7b", false), ("someone/nc4-7b", false),
      ("someone/commercial-non", false), ("", false), ("/", false),
      ("someone/" + String(repeating: "nc-", count: 99), false),
    ])
  func words(id: String, says: Bool) {
    #expect(NonCommercialModelName.says(id) == says)
  }

  @Test("the free rule for a line does not free it, and a restricted one holds")
  func rules() {
    #expect(
      ModelCatalog.familyRule(for: "ibm-granite/granite-speech-5.0-470m-turboctc-nc")?.license == "cc-by-nc-sa-4.0")
    #expect(ModelCatalog.familyRule(for: "ibm-granite/granite-speech-5.0-470m-turboctc")?.license == "apache-2.0")
    #expect(ModelCatalog.familyRule(for: "ibm-granite/granite-speech-6.0-1b-nc") == nil)
    #expect(ModelCatalog.familyRule(for: "google/gemma-3-4b-it-nc")?.license == "gemma")
    #expect(ModelCatalog.familyRule(for: "google/gemma-4-E4B-it-NC") == nil)
  }

  @Test(
    "a line's rule does not reach the next generation",
    arguments: [
      "allenai/Olmo-4-32B", "allenai/Molmo-3-8B", "microsoft/Florence-3-base", "microsoft/bitnet-b2-4B",
      "mistralai/Mistral-Nemo-2-Instruct", "google/gemma-scope-2-27b-it", "google/metricx-25-xl",
    ])
  func nextGeneration(id: String) {
    #expect(ModelCatalog.familyRule(for: id) == nil)
  }
}
