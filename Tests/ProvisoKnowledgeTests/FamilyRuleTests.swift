import ProvisoCore
import ProvisoKnowledge
import Testing

@Suite("Rules for lines of models")
struct FamilyRuleTests {
  @Test(
    "models of like names under different licenses are told apart",
    arguments: [
      ("TinyLlama/TinyLlama-1.1B-Chat-v1.0", "apache-2.0"), ("openlm-research/open_llama_7b", "apache-2.0"),
      ("microsoft/MiniLM-L12-H384-uncased", nil), ("DAMO-NLP-SG/VideoLLaMA2-7B", nil),
      ("google/gemma-scope-2b-pt-res", "cc-by-4.0"), ("google/gemma-2-2b-it", "gemma"),
      ("google/gemma-3-27b-it", "gemma"), ("google/gemma-4-31B-it", "apache-2.0"), ("google/gemma-5-9b", nil),
      ("Qwen/Qwen2.5-3B-Instruct", "qwen-research"), ("Qwen/Qwen2.5-7B-Instruct", "apache-2.0"),
      ("Qwen/Qwen2.5-32B", "apache-2.0"), ("Qwen/Qwen2.5-72B-Instruct", "qwen"),
      ("Qwen/Qwen2.5-Coder-3B", "qwen-research"), ("Qwen/Qwen2.5-Math-7B-PRM800K", nil),
      ("Qwen/Qwen2-72B", "tongyi-qianwen"), ("Qwen/Qwen-1_8B-Chat", "tongyi-qianwen-research"), ("Qwen/Qwen4-8B", nil),
      ("deepseek-ai/DeepSeek-V3", "deepseek"), ("deepseek-ai/DeepSeek-V3-Base", "deepseek"),
      ("deepseek-ai/DeepSeek-V3-0324", "mit"), ("deepseek-ai/DeepSeek-R1", "mit"), ("deepseek-ai/DeepSeek-R2", nil),
      ("deepseek-ai/DeepSeek-R1-Distill-Llama-8B", "mit"), ("deepseek-ai/DeepSeek-R1-Distill-Llama-405B", nil),
      ("meta-llama/Llama-2-7b-hf", "llama2"), ("meta-llama/Meta-Llama-3-8B", "llama3"),
      ("meta-llama/Llama-3.1-8B", "llama3.1"), ("meta-llama/Llama-3.2-11B-Vision", "llama3.2"),
      ("meta-llama/Llama-3.3-70B-Instruct", "llama3.3"), ("meta-llama/Llama-4-Scout-17B-16E", "llama4"),
      ("meta-llama/Llama-5-8B", nil), ("mistralai/Mistral-Large-Instruct-2407", "mrl"),
      ("mistralai/Mistral-Large-3-675B-Instruct-2512", "apache-2.0"),
      ("mistralai/Mistral-7B-Instruct-v0.3", "apache-2.0"),
      ("black-forest-labs/FLUX.1-schnell", "apache-2.0"),
      ("black-forest-labs/FLUX.1-dev", "flux-1-dev-non-commercial-license"), ("tiiuae/falcon-180B", "falcon-180b-tii"),
      ("Kwai-Kolors/Kolors-diffusers", "kolors"), ("IndexTeam/IndexTTS-2", "bilibili-model-ula"),
      ("IndexTeam/IndexTTS-1.5", "bilibili-index-tts-1.0"),
      ("databricks/dbrx-instruct", "databricks-open-model-license"),
      ("playgroundai/playground-v2-1024px-aesthetic", "playground-v2-community"),
      ("playgroundai/playground-v2.5-1024px-aesthetic", nil),
      ("black-forest-labs/FLUX.2-dev", "flux-dev-non-commercial-license"),
      ("tencent/Hunyuan3D-2", "tencent-hunyuan-3d-2.0"), ("tencent/Hunyuan3D-2.1", nil),
      ("Skywork/Skywork-13B-base", "skywork-community"), ("OrionStarAI/Orion-14B-Chat", "orion-community"),
      ("huggyllama/llama-7b", "llama1"), ("Qwen/Qwen3.5-Plus", "not-released"), ("zai-org/GLM-5", "mit"),
      ("zai-org/GLM-5-Turbo", "not-released"), ("BAAI/bge-reranker-v2-minicpm-layerwise", nil),
      ("ollama:mixtral_34bx2_moe", nil), ("ollama:mixtral:8x7b", "apache-2.0"),
      ("microsoft/wavlm-large", "cc-by-sa-3.0"), ("facebook/VGGT-1B", "cc-by-nc-4.0"),
      ("facebook/VGGT-1B-Commercial", nil), ("facebook/vjepa2-vitl-fpc64-256", "mit"),
      ("openbmb/MiniCPM-V-4_5", "apache-2.0"), ("openbmb/MiniCPM-V-2_6", nil),
      ("ollama:llama3", "llama3"), ("ollama:llama3:70b", "llama3"),
      ("ollama:llama3.1:8b", "llama3.1"),
      ("ollama:gemma:7b", "gemma"), ("ollama:gemma4", "apache-2.0"), ("ollama:qwen2.5:3b", "qwen-research"),
      ("ollama:qwen2.5:32b", "apache-2.0"), ("ollama:qwen2.5:72b-instruct", "qwen"), ("ollama:mistral-large", nil),
      ("ollama:somebody/llama3", nil), ("zai-org/CogVideoX1.5-5B-I2V", "cogvideox"), ("zai-org/CogVideoX-2b", nil),
      ("zai-org/cogvlm-chat-hf", "cogvlm"), ("zai-org/cogvlm2-llama3-chat-19B", "cogvlm2"),
      ("tencent/Hunyuan-A13B-Instruct", "tencent-hunyuan-a13b"),
      ("tencent/HunyuanVideo-1.5", "tencent-hunyuan-video-1.5"), ("tencent/HunyuanVideo-2", nil),
      ("tencent/HunyuanWorld-1", "tencent-hunyuanworld-1.0"), ("tencent/HunyuanWorld-2", nil),
      ("moonshotai/Kimi-K2.5", "kimi-k2.5-modified-mit"), ("moonshotai/Kimi-K2.6", "kimi-k2.6-modified-mit"),
      ("MiniMaxAI/MiniMax-M2.1", "minimax-m2.1-modified-mit"),
      ("IQuestLab/IQuest-Coder-V1-40B-Loop-Instruct", "iquest-coder-v1-modified-mit"),
      ("openpangu/openPangu-Embedded-7B-V1.1", "openpangu-model-1.0"),
      ("openpangu/openPangu-2.0-Pro", "openpangu-model-2.0"),
      ("tencent/HY-Embodied-0.5", "tencent-hunyuan-video-1.5"),
      ("depth-anything/DA3-LARGE-1.1", "cc-by-nc-4.0"),
      ("depth-anything/DA3-BASE", "apache-2.0"), ("nvidia/RADIO-L", "nvidia-source-code-license-nc"),
      ("nvidia/C-RADIOv3-B", "nvidia-open-model-license"), ("lmsys/vicuna-13b-delta-v0", "llama1"),
      ("WizardLM/WizardLM-13B-1.0", "cc-by-nc-4.0"), ("WizardLM/WizardLM-13B-V1.2", nil),
      ("Qwen/CodeQwen1.5-7B", "tongyi-qianwen-research"), ("Qwen/CodeQwen1.5-7B-Chat", "tongyi-qianwen"),
      ("moonshotai/Kimi-K2.7-Code", "kimi-k2.7-code-modified-mit"), ("moonshotai/Kimi-K2.7", nil),
      ("moonshotai/Kimi-K3", "kimi-k3-license"), ("moonshotai/Kimi-K3.5", nil), ("moonshotai/Kimi-K2-Thinking", nil),
      ("LiquidAI/LFM2-1.2B", "lfm1.0"), ("LiquidAI/LFM2.5-VL-1.6B", "lfm1.0"), ("LiquidAI/LFM3-1.2B", nil),
      ("black-forest-labs/FLUX.2-klein-9B", "flux-non-commercial-license-v2.1"),
      ("black-forest-labs/FLUX.2-klein-base-9B", "flux-non-commercial-license-v2.1"),
      ("black-forest-labs/FLUX.2-klein-4B", "apache-2.0"), ("black-forest-labs/FLUX.3-klein-4B", nil),
      ("black-forest-labs/FLUX.2-klein-4B-edit", nil), ("mistralai/Devstral-2-123B-Instruct-2612", nil),
      ("krea/Krea-2-Turbo", "krea-2-community-license"), ("krea/Krea-3-Turbo", nil),
      ("Lightricks/LTX-2", "ltx-2-community-2026-01"), ("Lightricks/LTX-2.3", "ltx-2-community-2026-01"),
      ("Lightricks/LTX-3", nil), ("nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-FP8", "nvidia-nemotron-open-model-license"),
      ("nvidia/Nemotron-3-Nano-Omni-30B-A3B-Reasoning-BF16", "nvidia-nemotron-open-model-license"),
      ("nvidia/NVIDIA-Nemotron-3.5-Lightning-30B-A3B-BF16", "openmdw-1.1"), ("nvidia/NVIDIA-Nemotron-3-Nano-4B", nil),
      ("nvidia/NVIDIA-Nemotron-Nano-12B-v2", "nvidia-open-model-license"),
      ("nvidia/NVIDIA-Nemotron-Nano-12B-v2-VL-BF16", nil), ("zai-org/glm-4-9b-chat-1m", "glm-4-9b"),
      ("zai-org/glm-4v-9b", "glm-4-9b"), ("zai-org/GLM-4-9B-0414", "mit"), ("zai-org/GLM-4-32B-0414", nil),
      ("zai-org/GLM-4.7", "mit"), ("zai-org/GLM-4.8", nil), ("swiss-ai/Apertus-8B-2509", "apache-2.0"),
      ("swiss-ai/Apertus-v1.5-70B", "apache-2.0"), ("swiss-ai/Apertus-v2-70B", nil),
      ("arcee-ai/AFM-4.5B-Base", "apache-2.0"), ("arcee-ai/AFM-4.5B-Preview", nil),
      ("ai21labs/AI21-Jamba-Large-1.7", "jamba-open-model-license"), ("ai21labs/AI21-Jamba-Large-1.8", nil),
      ("xai-org/grok-2", "xai-community-2025-11-04"),
      ("xai-org/grok-3", nil), ("datalab-to/chandra-ocr-2", "datalab-openrail-m"), ("datalab-to/chandra-ocr-3", nil),
      ("coqui/XTTS-v2", "coqui-public-model"), ("pyp1/VoiceCraft_830M_TTSEnhanced", "coqui-public-model"),
      ("tiiuae/Falcon3-7B-Instruct", "falcon-3-tii"), ("mistralai/Codestral-22B-v0.1", "mnpl"),
      ("mistralai/Devstral-2-123B-Instruct-2512", "mistral-modified-mit"),
      ("mistralai/Mistral-Medium-3.5-128B", "mistral-modified-mit"), ("mistralai/Mistral-Medium-4-128B", nil),
      ("LGAI-EXAONE/EXAONE-4.5-33B", "exaone-1.2-nc"), ("LGAI-EXAONE/EXAONE-5.0-32B", nil),
      ("LGAI-EXAONE/K-EXAONE-236B-A23B", "k-exaone"), ("tencent/Hunyuan-1.8B-Instruct", "tencent-hunyuan-a13b"),
      ("facebook/MobileLLM-R1-950M", "fair-noncommercial-research-license"), ("facebook/MobileLLM-Pro", nil),
      ("facebook/map-anything", "cc-by-nc-4.0"), ("facebook/map-anything-apache", "apache-2.0"),
      ("apple/FastVLM-7B", "apple-amlr"), ("GSAI-ML/LLaDA-8B-Instruct", "mit"), ("GSAI-ML/LLaDA-V", nil),
      ("ideogram-ai/ideogram-4-fp8", "ideogram-4-non-commercial"), ("ideogram-ai/ideogram-5-fp8", nil),
      ("Qwen/Qwen3.8-Flash-Next", "qwen-community-1.0"), ("nota-ai/bk-sdm-small", "creativeml-openrail-m"),
      ("snakers4/silero-vad", "mit"), ("facebook/convnextv2-tiny-22k-224", "cc-by-nc-4.0"),
      ("facebook/convnext-tiny-224", "apache-2.0"), ("facebook/vit-mae-base", "cc-by-nc-4.0"),
      ("facebook/vit-msn-base", "apache-2.0"), ("facebook/regnet-y-10b-seer-in1k", "seer-license"),
      ("facebook/regnet-y-160", "apache-2.0"), ("facebook/MMS", "cc-by-nc-4.0"),
      ("depth-anything/Depth-Anything-V2-Metric-Outdoor-Large-hf", "cc-by-nc-4.0"),
      ("depth-anything/Depth-Anything-V2-Small-hf", nil), ("prs-eth/marigold-depth-v1-0", "openrail++"),
      ("IndexTeam/Index-TTS", "bilibili-index-tts-1.0"), ("IndexTeam/IndexTTS-2.5", "bilibili-model-ula"),
      ("IndexTeam/IndexTTS-3", nil),
      ("liuhaotian/llava-v1.5-7b", "llama2"), ("liuhaotian/llava-v1.6-mistral-7b", nil),
      ("Qwen/Qwen2.5-Omni-3B", "qwen-research"), ("Qwen/Qwen2.5-Omni-7B", nil),
      ("Qwen/Qwen3.5-122B-A10B-FP8", "apache-2.0"), ("Qwen/Qwen3.5-TTS-2B", nil),
      ("Qwen/Qwen3.5-2B-Base", "apache-2.0"),
      ("nvidia/stt_it_fastconformer_hybrid_large_pc", nil), ("nvidia/parakeet-unified-en-0.6b", nil),
      ("TencentARC/t2iadapter_canny_sd14v1", nil),
      ("Qwen/Qwen-VL", "tongyi-qianwen"), ("Qwen/Qwen-VL-Chat-Int4", "tongyi-qianwen"), ("Qwen/Qwen-VLA-1.0", nil),
      ("baidu/ERNIE-4.5-21B-A3B-Thinking", "apache-2.0"), ("baidu/ERNIE-5.0-21B", nil),
      ("Salesforce/moirai-1.1-R-small", "cc-by-nc-4.0"), ("Salesforce/moirai-3.0-R-small", nil),
      ("declare-lab/tango2", "cc-by-nc-sa-4.0"), ("declare-lab/TangoFlux", nil),
      ("moonshotai/Kimi-VL-A3B-Thinking", "mit"), ("moonshotai/Kimi-VL-A3B-Instruct", nil),
      ("zai-org/GLM-5.1-FP8", "mit"), ("zai-org/GLM-5.3", "glm-5.3"), ("zai-org/GLM-5.3-Flash", "mit"),
      ("zai-org/GLM-5.4", nil), ("zai-org/GLM-5.3-Air", nil), ("zai-org/GLM-55", nil),
      ("Qwen/Qwen3.8-2.4T-A95B-FP8", "qwen3.8-max"), ("deepseek-ai/DeepSeek-V4-Pro-0813", "mit"),
      ("deepseek-ai/DeepSeek-V4.1-Flash", "mit"), ("deepseek-ai/DeepSeek-V4.1-Pro", nil),
      ("ibm-granite/granite-3.3-8b-instruct", "apache-2.0"), ("ibm-granite/granite-30-8b", nil),
      ("facebook/sam2.1-hiera-large", "apache-2.0"), ("facebook/sam2.5-hiera-large", nil),
      ("tencent/HY-MT1.5-7B", "tencent-hy-mt-1.5"), ("tencent/HunyuanWorld-Mirror", "tencent-hunyuanworld-mirror"),
      ("nvidia/canary-1b", "cc-by-nc-4.0"), ("nvidia/canary-1b-v2", nil), ("sail/Sailor2-8B", nil),
      ("Qwen/Qwen3.5-397B-A17B-FP8", "apache-2.0"), ("Qwen/Qwen3.5-Omni-Flash", "not-released"),
      ("Qwen/Qwen3.5-Max", "not-released"), ("Qwen/Qwen3.5-ASR", nil),
      // What names a line of others besides is not freed by the rule for its own.
      ("google/vit-gemma-3", nil), ("google/flan-t5-gemma-2-9b", nil), ("intfloat/e5-gemma", nil),
      ("intfloat/e5-llama-3-8b", nil), ("facebook/dinov2-llama", nil), ("google/flan-t5-xxl", "apache-2.0"),
      ("intfloat/e5-base-v2", "mit"), ("LLaMAX/LLaMAX3-8B-Alpaca", "mit"), ("deepseek-ai/JanusFlow-1.3B", "deepseek"),
      // Of one line, some are free and some are not, or nobody said of the next.
      ("tencent/Hy3", "apache-2.0"), ("tencent/Hy3-preview", "tencent-hy3-preview"),
      ("tencent/Hy3-preview-Base", "tencent-hy3-preview"), ("tencent/Hy4-preview-Base", "apache-2.0"),
      ("Tele-AI/telechat-7B-int4", "telechat-2024-01"), ("Tele-AI/TeleChat-12B", "telechat-2024-01"),
      ("Tele-AI/TeleChat2-7B", nil), ("MiniMaxAI/MiniMax-H3", "minimax-h3-community"), ("MiniMaxAI/MiniMax-H4", nil),
      ("tencent/Hy4-preview-FP8", "apache-2.0"),
      ("tencent/Hy4", nil), ("tencent/Hy-MT2-7B-GGUF", "apache-2.0"), ("tencent/Hy-MT2-30B-A3B", nil),
      ("tencent/HY-MT1.5-1.8B", "tencent-hy-mt-1.5"), ("moonshotai/Kimi-Linear-48B-A3B-Instruct", "mit"),
      ("XiaomiMiMo/MiMo-V2.5-Pro", "mit"), ("XiaomiMiMo/MiMo-V2.6-Flash-RL", "mit"), ("XiaomiMiMo/MiMo-V3", nil),
      ("meituan-longcat/LongCat-2.0", "mit"), ("meituan-longcat/LongCat-2.5", nil),
      ("inclusionAI/Ling-3.0-flash", "mit"), ("inclusionAI/Ling-3.0-flash-Fin", nil), ("zai-org/GLM-OCR", "mit"),
      ("stepfun-ai/Step-3.7-Flash-FP8", "apache-2.0"), ("internlm/Intern-S2-Preview-397B", nil),
      ("openbmb/MiniCPM5-1B-SFT", "apache-2.0"), ("vivo-ai/BlueLM-7B-Chat", "openatom-model-1.0"),
      ("MCG-NJU/TimeLens2-8B", "tencent-timelens"), ("TencentARC/TimeLens-7B", "tencent-timelens"),
      ("tencent/Youtu-Embedding", "tencent-youtu"), ("tencent/Youtu-VL-4B-Instruct-GGUF", "tencent-youtu"),
      ("YuanLabAI/Yuan3.0-Flash-4bit", "yuan-3.0-flash"), ("Qwen/Qwen-Image-2.1-PE-I2I", "qwen-research"),
      ("Tongyi-MAI/MAI-UI-8B", "apache-2.0"), ("Tongyi-MAI/MAI-UI-32B", nil), ("AIDC-AI/Ovis2.5-9B", "apache-2.0"),
      ("baichuan-inc/Baichuan-M3-235B-FP8", "apache-2.0"), ("stepfun-ai/PaCoRe-8B", "mit"),
      ("sensenova/SenseNova-U1-8B-MoT-SFT", "apache-2.0"), ("sensenova/SenseNova-SI-1.1-Qwen2.5-VL-3B", nil),
      ("tencent/Hy-Embodied-0.5-VLA-UMI", "apache-2.0"), ("zai-org/AutoGLM-Phone-9B", "mit"),
      // A service is called as the weights are, with a word or a date more.
      ("baidu/ERNIE-4.5-Turbo-128K", nil), ("baidu/ERNIE-4.5-VL-28B-A3B-Thinking", "apache-2.0"),
      ("meituan-longcat/LongCat-Flash-Chat-2602-Exp", nil), ("meituan-longcat/LongCat-Flash-Omni-2603", nil),
      ("meituan-longcat/LongCat-Flash-Chat-FP8", "mit"), ("stepfun-ai/Step-3.5-Flash-2603", nil),
      ("stepfun-ai/Step-5-Preview-BF16", nil),
      ("stepfun-ai/Step-3.5-Flash-Base-Midtrain", "apache-2.0"), ("stepfun-ai/Step-3.7-Flash-2609", nil),
      ("zai-org/GLM-4.5-X", "not-released"), ("zai-org/GLM-4.5-AirX", "not-released"), ("zai-org/GLM-4.5-Air", "mit"),
      ("zai-org/GLM-4.6V-FlashX", "not-released"), ("zai-org/GLM-4.6V-Flash", "mit"),
    ] as [(String, String?)])
  func lookup(id: String, license: String?) {
    #expect(ModelCatalog.familyRule(for: id)?.license == license)
    #expect(ModelCatalog.familyRule(for: id.uppercased())?.license == license)
  }

  @Test("every rule gives a license that is known, has its dates, and can be reached")
  func rules() {
    let rules = EmbeddedText.families.allFields()
    #expect(rules.count > 200)
    for fields in rules {
      #expect(fields.count == 6 && fields[0] == fields[0].lowercased(), "\(fields)")
      switch LicenseLibrary.shared.match(fields[1]) {
      case .record, .named: break
      case .empty: #expect(fields[1] == "none-declared")
      case .unrecognized where fields[1] == "not-released": break
      default: Issue.record("\(fields)")
      }
      #expect([0, 7].contains(fields[2].utf8.count) && fields[3].utf8.count == 7, "\(fields)")
      // The shortest name that the pattern matches reaches this rule, or one for a part of it that says the same.
      let shortest = fields[0].replacing("*", with: "")
      let found = ModelCatalog.familyRule(for: shortest)
      #expect(found?.pattern == fields[0] || found?.license == fields[1], "\(fields[0]) is hidden by another rule")
    }
  }

  @Test("no rule matches every model of a publisher but where the publisher has one license for all")
  func rulesAreNarrow() {
    let wide = EmbeddedText.families.allFields().map { $0[0] }.filter {
      $0.hasSuffix("/*") || !$0.contains { "/:".contains($0) }
    }
    #expect(wide == ["ultralytics/*", "torchhub:ultralytics/*"])
  }

  /// Ids whose label on the hub is stricter than the rule's license, each for a reason.
  private static let exceptions: Set<String> = [
    // Typed so by a third party alone; its own LICENSE and the cards of its copies are Apache's.
    "Qwen/Qwen3.6-27B",
    // A bare `other` of a third party: the hub has no id for OpenMDW, whose name the cards of its copies give.
    "poolside/Laguna-S-2.1", "poolside/Laguna-S-2.1-GGUF",
  ]

  @Test("no rule is freer than what the hub says of a model")
  func rulesAgainstTheHub() throws {
    try hold(against: "rule") { ModelCatalog.familyRule(for: $0)?.license }
  }

  @Test("no entry of the catalog is freer than what the hub says of the model")
  func entriesAgainstTheHub() throws {
    try hold(against: "entry") { ModelCatalog.entry(for: $0)?.license }
  }

  private func hold(against what: String, license: (String) -> String?) throws {
    guard let rows = KnowledgeFiles.shared("model-catalog/merged-huggingface.tsv") else { return }
    var compared = 0
    for row in rows where !Self.exceptions.contains(row[0]) {
      let label = row[2]
      guard let given = license(row[0]), let known = LicenseLibrary.shared.license(given), !known.category.isRestricted
      else { continue }
      compared += label.isEmpty ? 0 : 1
      switch LicenseLibrary.shared.match(label) {
      case .record(let hub):
        #expect(
          known.category >= hub.category || !hub.category.isRestricted, "\(what) \(row[0]): \(given), hub \(label)")
      case .other:
        Issue.record("\(what) \(row[0]): \(given), and the hub says \(label) \(row[3])")
      case .empty where label == "none-declared":
        Issue.record("\(what) \(row[0]): \(given), and the hub says nothing")
      default: break
      }
    }
    #expect(compared > 100)
  }
}
