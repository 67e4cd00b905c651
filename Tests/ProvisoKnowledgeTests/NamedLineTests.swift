import ProvisoCore
import ProvisoKnowledge
import ProvisoTestSupport
import Testing

@Suite("Lines that names carry")
struct NamedLineTests {
  @Test(
    "a name that carries a line says it, in each spelling; a look-alike does not",
    arguments: [
      ("someone/Llama-3.1-8B-foo-GGUF", "llama3.1"), ("someone/llama3.1-8b-foo", "llama3.1"),
      ("someone/Llama_3_1_8B-foo", "llama3.1"), ("someone/My-Llama-3-8B", "llama3"), ("someone/llama3-tuned", "llama3"),
      ("someone/Llama-2-13b-chat-ko", "llama2"), ("someone/CodeLlama-34b-x", "llama2"),
      ("someone/L3-8B-Stheno", "llama3"), ("someone/gemma-2-9b-x", "gemma"), ("someone/gemma2b-x", "gemma"),
      ("someone/gemma-3n-E4B-x", "gemma"), ("someone/Qwen2.5-3B-x", "qwen-research"),
      ("someone/FLUX.1-dev-lora", "flux-1-dev-non-commercial-license"), ("someone/c4ai-command-r-x", "cc-by-nc-4.0"),
      ("someone/HyperLlama3.1-v2", "llama3.1"), ("someone/amoral-gemma3-4B", "gemma"),
      ("someone/ultravox-v0_5-llama-3_1-8b", "llama3.1"), ("someone/Llama-v3.1-8b-x", "llama3.1"),
      ("someone/kubeguru-llama3.2-3b", "llama3.2"), ("someone/NeuralLlama-3-8B", "llama3"),
      ("someone/Llama-3.1_OpenScholar-8B", "llama3.1"), ("someone/Fireball-Llama-3.11-8B", "llama3.1"),
      ("someone/EVA-LLaMA-3.33-70B", "llama3.3"), ("someone/Phi-7B-llama-3-tokenizer", nil),
      ("someone/R1-Distill-Qwen-7B", nil),
      ("someone/tiny-random-Llama-3", nil), ("someone/TinyLlama-3-x", nil), ("someone/VideoLLaMA3-7B", nil),
      ("someone/controlnet-canny-sdxl-1.0", "openrail++"), ("someone/sdxl-vae-fix", nil),
      ("someone/anime-sdxl", "openrail++"),
      ("someone/flyingllama-v2", nil), ("someone/DeepSeek-MOE-4X8B-Llama-3.1", "llama3.1"), ("someone/ollama-3", nil),
      ("someone/command-a-03-2025-x", "cc-by-nc-4.0"), ("someone/command-a-plus-218b-x", nil),
      ("someone/command-a-plus-command-a-merge", "cc-by-nc-4.0"), ("someone/command-a-plus-llama-3.1-8b", "llama3.1"),
      ("someone/command-a-plush", "cc-by-nc-4.0"), ("someone/Ministral-8B-x", "mrl"),
      ("someone/ministral-8b-2512-x", nil), ("someone/Ministral-8B-Instruct-2410-x", "mrl"),
      ("someone/flower-inbloom", nil), ("someone/gemma-4-31b-x", nil),
      ("someone/gemma-scope-2b", nil), ("someone/Qwen2.5-7B-x", nil),
      ("TinyLlama/TinyLlama-1.1B", nil), ("someone/tiny-llama-3", nil), ("openlm-research/open_llama_3b", nil),
      ("someone/open-llama-3-x", nil), ("DAMO-NLP-SG/VideoLLaMA2-7B", nil), ("someone/video-llama-2", nil),
      ("someone/paraphrase-MiniLM-L3-v2", nil), ("someone/all-minilm-l6-v2", nil), ("someone/llama-30b", "llama1"),
      ("someone/vinallama-7b", "llama2"), ("someone/blossom-qwen1_5-7b", "tongyi-qianwen"),
      ("someone/blossom-Qwen2_5_3B-x", "qwen-research"), ("someone/Qwen2_5-3B-x", "qwen-research"),
      ("someone/OpenHermes-Qwen1.5-1.8B", "tongyi-qianwen-research"), ("someone/R1-Uncensored-Llama-8B", "llama3.1"),
      ("someone/openvla-7b-bridge", "llama2"), ("someone/gemma2slerp1-27b", "gemma"),
      ("someone/LLama3merge5-x", "llama3"), ("someone/VinaLlama2-14B", "llama2"), ("someone/gemma-3nano-x", "gemma"),
      ("someone/gemma-4slerp", nil), ("someone/L2norm-x", nil), ("someone/llama-30something", nil),
      ("someone/Llama-2_7b-x", "llama2"),
      ("someone/EvoQwen2.5-VL-Retriever-3B-v1", "qwen-research"), ("someone/GUI-Actor-3B-Qwen2.5-VL", "qwen-research"),
      ("someone/Qwen2.5-7B-from-3B", nil), ("someone/Llama-Hermes-slerp-8B", "llama3.1"),
      ("someone/open-gemma-2b-dpo", "gemma"), ("beomi/open-llama-2-ko-7b", "llama2"), ("someone/open-llama-2-x", nil),
      ("someone/medgemma-27b-text-it-x", "health-ai-developer-foundations"),
      ("someone/llamafied-8b", nil), ("someone/gemma-4-9b", nil),
      ("someone/Foo-L3.1-8B", "llama3.1"), ("someone/Foo-L2-13B", "llama2"), ("someone/OpenELM-3B-x", "apple-amlr"),
      ("someone/R1-Distill-Llama-70B-x", "llama3.3"), ("someone/Sheared-LLaMA-1.3B-x", "llama2"),
      ("./flux2-dev", "flux-dev-non-commercial-license"),
      ("someone/FLUX.2-dev-lora", "flux-dev-non-commercial-license"),
      ("someone/flux2-klein-4b", nil), ("./svd_xt", "stable-video-diffusion-nc"), ("./svd", nil),
      ("./seamlessM4T_v2_large", "cc-by-nc-4.0"), ("./stable_cascade_stage_c", "stability-ai-nc"),
      ("./hunyuan_video_720", "tencent-hunyuan-community"), ("./hunyuanvideo-1.5-x", "tencent-hunyuan-video-1.5"),
      ("someone/segformer_b2_clothes", "nvidia-source-code-license-nc"), ("someone/nougat-latex-x", "cc-by-nc-4.0"),
      ("someone/x-llava-v1.5-7b-lora", "llama2"), ("someone/llava-v1.6-mistral-7b-x", nil),
      ("someone/firefly-qwen1.5-en-7b-x", "tongyi-qianwen"), ("someone/qwen1.5-en-moe-x", nil),
      ("someone/depth_anything_v2_vitl", "cc-by-nc-4.0"), ("someone/depth_anything_v2_vits", nil),
      ("someone/convnextv2-tiny-x", "cc-by-nc-4.0"), ("someone/convnext-tiny-x", nil),
      ("someone/videomae-base-x", "cc-by-nc-4.0"), ("someone/VideoMAE2-x", nil),
      ("someone/F5-TTS-German", "cc-by-nc-4.0"), ("someone/OpenF5-TTS-Base", nil),
      ("someone/mms-1b-all-x", "cc-by-nc-4.0"), ("someone/llama-v3p1-8b-x", "llama3.1"),
      ("someone/deepSQL-R1-distill-8B", "llama3.1"), ("someone/R1-0528-Qwen3-8B-x", nil),
      ("someone/qwen2-5-3b-x", "qwen-research"), ("someone/qwen2-5-7b-x", nil), ("someone/Qwen2p5-72B-x", "qwen"),
      ("someone/mistral-small-22b-x", "mrl"), ("someone/mistral-small-24b-x", nil),
      ("someone/cogvideox-5b-lora", "cogvideox"), ("someone/cogvideox-2b-lora", nil), ("./sam3", "sam-license"),
      ("someone/sam-3d-x", nil), ("someone/jina-reranker-v2-x", "cc-by-nc-4.0"), ("someone/jina-reranker-v1-x", nil),
      ("someone/moirai-1.1-R-x", "cc-by-nc-4.0"), ("someone/sd35-large-x", "stabilityai-ai-community"),
      ("someone/firefly-chatglm2-6b", "chatglm2-6b"), ("someone/chatglm-6b-x", "chatglm-6b"),
      ("someone/GLM-4-9B-0414-x", nil),
      ("someone/t5gemma-2b-x", "gemma"), ("someone/Qwen-7B-Chat-x", "tongyi-qianwen"),
      ("someone/sd-v1-5-x", "creativeml-openrail-m"),
      ("someone/IndexTTS-2-x", "bilibili-model-ula"), ("someone/sherpa-onnx-sense-voice-x", "funasr-model-1.1"),
      ("someone/Hunyuan3D-2-x", "tencent-hunyuan-3d-2.0"), ("someone/Hunyuan3D-2.1-x", nil), ("someone/vila-x", nil),
      ("someone/llama-guard-3-8b-x", "llama3.1"), ("someone/llama-guard-x", nil),
      ("someone/Kimi-K3-x", "kimi-k3-license"), ("someone/Kimi-K3.5-x", nil),
      ("someone/MiniMax-M3-x", "minimax-community"),
      ("someone/Step-5-Preview-EXL3", "stepfun-community-license"), ("someone/Step-3.5-Flash-x", nil),
      ("someone/Kimi-K2-Thinking-GGUF", "Modified MIT License (Kimi-K2-Thinking)"),
      ("someone/WeDLM-8B-Instruct-AWQ", "License Terms of WeDLM"),
      ("someone/TeleChat3-36B-Thinking-GGUF", "TeleChat Model Community License Agreement"),
      ("someone/IQuest-Coder-V1-40B-Instruct-GGUF", "iquest-coder-v1-modified-mit"),
      ("someone/openPangu-Embedded-7B-x", "openpangu-model-1.0"),
      ("someone/openPangu-2.0-Flash-x", "openpangu-model-2.0"),

      ("someone/MiniMax-M2.5-x", "minimax-model-license"), ("someone/Hy-MT2-7B-x", nil), ("someone/Hy3-x", nil),
      ("AngelSlim/Hy-MT1.5-1.8B-2bit-GGUF", "tencent-hy-mt-1.5"),
      ("AngelSlim/Hy3-preview-eagle3", "tencent-hy3-preview"), ("someone/MiniMax-H3-GGUF", "minimax-h3-community"),
      ("someone/IQuest-Q1-GGUF", "iquest-q1-modified-mit"), ("someone/telechat-7b-lora", "telechat-2024-01"),
      ("someone/telechat2-7b-lora", nil), ("someone/MiniMax-H4-x", nil),
      // A teacher is no base, unless its license binds what was taught.
      ("someone/tiny-135m-distill-llama-3-70b", nil), ("someone/mistral-7b-distilled-from-llama-3.1-405b", nil),
      ("someone/bert-llama3.3-70b-instruct-teacher", nil), ("someone/qwen3-8b-on-Llama-3.1-405B-outputs", nil),
      ("someone/tiny-135m-distill-gemma-2-27b", "gemma"), ("someone/Llama-3-8B-distilled", "llama3"),
      ("someone/llama-3-70b-distilled-gemma-3-1b-it", "llama3"), ("someone/tiny-135m-distill-llama-3", "llama3"),
      ("someone/llama-3.5-8b", nil), ("meta-llama/Llama-3.1-8B", nil), ("", nil), ("llama3", nil), ("a/", nil),
    ] as [(String, String?)])
  func lines(id: String, license: String?) {
    #expect(NamedLine.inName(of: id)?.license == license)
  }

  @Test(
    "the base is the longest part of the name that is a model of the line's publisher",
    arguments: [
      ("someone/Llama-3.1-8B-Instruct-foo-GGUF", "meta-llama/Llama-3.1-8B-Instruct"),
      ("someone/Llama-3.1-8B-foo", "meta-llama/Llama-3.1-8B"), ("someone/Llama-3-8B-foo", "meta-llama/Meta-Llama-3-8B"),
      ("someone/my-gemma-2-9b-it-x", "google/gemma-2-9b-it"), ("someone/Llama-3-foo", nil),
      ("someone/Llama3.1-8B-foo", "meta-llama/Llama-3.1-8B"), ("someone/My_Llama_3_1_8B", "meta-llama/Llama-3.1-8B"),
    ] as [(String, String?)])
  func bases(id: String, base: String?) {
    #expect(NamedLine.inName(of: id)?.base == base)
  }

  @Test("a line that is not told apart further stands under an id of its own")
  func lineItself() throws {
    let line = try #require(NamedLine.inName(of: "someone/Llama-3.1_OpenScholar"))
    #expect(line.base == nil && line.id == "meta-llama/Llama-3.1-*")
    #expect(NamedLine.standing(for: line.id.lowercased())?.license == "llama3.1")
    #expect(NamedLine.standing(for: "meta-llama/*") == nil && NamedLine.standing(for: "meta-llama/Llama-3.1-8B") == nil)
  }

  @Test("every line is under a restricted license on file: what a name carries never makes a model freer")
  func restricted() {
    let rows = EmbeddedText.names.allFields()
    #expect(rows.count > 40)
    for row in rows {
      #expect(row.count == 5 && row[3].utf8.count == 7, "\(row)")
      // A name without terms on file is no freer than any.
      #expect(LicenseLibrary.shared.license(row[2])?.category.isRestricted != false, "\(row)")
    }
  }

  @Test("every line is found in a name that has its words")
  func spelled() {
    let restricted = EmbeddedText.names.allFields().filter { $0[2] != "-" }.map { $0[0] }
    for row in EmbeddedText.names.allFields() {
      let name = row[0].replacing(" * ", with: "-x-").replacing(" ", with: "-")
      // What names a free model is there for the restricted line whose words it begins with.
      let isFree = row[2] == "-"
      #expect((NamedLine.inName(of: "someone/\(name)") == nil) == isFree, "\(row)")
      #expect(!isFree || restricted.contains { row[0].hasPrefix($0 + " ") }, "\(row)")
    }
  }
}

@Suite("Names of copies")
struct RepackagedNameTests {
  @Test(
    "a name that is a model's own and words about shape leads to the model",
    arguments: [
      ("TheBloke/Mistral-7B-Instruct-v0.2-GPTQ", "mistralai/Mistral-7B-Instruct-v0.2"),
      ("bartowski/Qwen_Qwen3-8B-GGUF", "Qwen/Qwen3-8B"), ("someone/gemma-2-9b-it-4bit", "google/gemma-2-9b-it"),
      ("LoneStriker/Mixtral-8x7B-Instruct-v0.1-4.65bpw-h6-exl2", "mistralai/Mixtral-8x7B-Instruct-v0.1"),
      // Nobody has labeled the original, which was made from a restricted model.
      ("second-state/Tessa-T1-3B-GGUF", "Tesslate/Tessa-T1-3B"),
      ("unsloth/Meta-Llama-3.1-8B-bnb-4bit", "unsloth/Meta-Llama-3.1-8B"),
      ("Lewdiculous/Llama-3.1-8B-Stheno-v3.4-GGUF-IQ-ARM-Imatrix", "Sao10K/Llama-3.1-8B-Stheno-v3.4"),
      ("AI-ModelScope/bloom-560m", "bigscience/bloom-560m"), ("someone/robot-arm", nil),
      ("PrunaAI/Mistral-7B-Instruct-v0.2-smashed", "mistralai/Mistral-7B-Instruct-v0.2"),
      ("PrunaAI/mistralai-Mistral-7B-Instruct-v0.2-bnb-4bit-smashed", "mistralai/Mistral-7B-Instruct-v0.2"),
      ("PrunaAI/mistralai-Mistral-7B-Instruct-v0.2-QUANTO-int2bit-smashed", "mistralai/Mistral-7B-Instruct-v0.2"),
      ("someone/mistralai-Mistral-7B-Instruct-v0.2-4bit", nil), ("someone/building-block", nil),
      ("RedHatAI/Qwen3-8B-FP8-block", "Qwen/Qwen3-8B"), ("someone/Qwen3-8B-int4-gs128-asym", "Qwen/Qwen3-8B"),
      ("someone/Qwen3-8B-block", nil),
      ("someone/Mistral-7B-Instruct-v0.2-tuned-GGUF", nil), ("someone/Mistral-7B-Instruct-v0.2", nil),
      // A line that was made from another: what its copies are made from is known, too.
      ("TheBloke/tigerbot-70b-chat-v9-GGUF", "tigerresearch/tigerbot-70b-chat-v9"),
      ("someone/tigerbot-70b-v9-GGUF", nil),
      // Whatever the name, a restricted original is told, and one that was made from such a one.
      ("someone/DRT-o1-7B-GGUF", "Krystalan/DRT-o1-7B"),
      // Many have one of that name.
      ("someone/medical-chatbot-GGUF", nil), ("someone/merged_model_16bit", nil), ("someone/14b-GGUF", nil),
      ("someone/results-GGUF", nil), ("someone/testmodel-GGUF", nil),
      // Namesakes without a label were made from Llama: the free label of one frees no copy.
      ("someone/DeepSeek-R1-Medical-COT-GGUF", nil), ("someone/ChatDoctor-GGUF", nil),
      ("someone/v1-GGUF", nil), ("someone/exp-GGUF", nil), ("someone/modelname-GGUF", nil),
      ("mradermacher/experiment-3-GGUF", nil), ("someone/checkpoint_a-AWQ", nil),
      // Of a line that a rule speaks of, the one of that size is not listed.
      ("QuantTrio/Qwen3.5-35B-A3B-AWQ", "Qwen/Qwen3.5-35B-A3B"),
      ("QuantTrio/GLM-4.6-GPTQ-Int4-Int8Mix", "zai-org/GLM-4.6"),
      ("someone/Qwen3.5-35B-A3B-tuned-AWQ", nil), ("someone/Qwen3.5-35B-A3B", nil),
      ("unsloth/x-GGUF", nil), ("someone/GGUF", nil), ("x", nil), ("", nil), ("a/b/c", nil),
    ] as [(String, String?)])
  func bases(id: String, base: String?) {
    #expect(RepackagedName.base(of: id).map(ModelCatalog.canonicalID) == base)
  }
}

@Suite("What siblings and publishers say")
struct SiblingsTests {
  @Test("models of a publisher that begin alike and say the same speak for one that nothing speaks of")
  func agree() throws {
    let siblings = try #require(Siblings.of("Helsinki-NLP/opus-mt-tc-big-xx-yy"))
    #expect(siblings.license == "cc-by-4.0")
    #expect(siblings.count > 10)
  }

  @Test(
    "a later generation, a publisher of copies and a name without kin learn nothing from them",
    arguments: [
      "google/gemma-5-9b", "microsoft/phi-9", "TheBloke/opus-mt-xx-GGUF", "nobody/nothing-at-all", "", "x/", "/x",
    ])
  func silent(id: String) {
    #expect(Siblings.of(id) == nil)
  }

  @Test("siblings of other sizes, and what has in common that it was converted, are told")
  func kinds() throws {
    let id = "OpenGVLab/PIIP-LLaVA_CLIP-BL_512-448_"
    let sized = try #require(Siblings.of(id + "19B"))
    #expect(sized.isOfOtherSize(id + "19B") && !sized.isOfOtherSize(id + "7B-x") && !sized.isOfOtherSize(id + "x"))
    #expect(!sized.isOfConversions)
    #expect(try #require(Siblings.of("csukuangfj/sherpa-onnx-zorblat")).isOfConversions)
  }

  @Test("a publisher's majority tells how many, and hides no other license")
  func majority() throws {
    let table = try #require(HubModels.table)
    let majorities = table.rows.filter { $0.id.hasSuffix("/") }
    #expect(majorities.count > 100)
    for row in majorities {
      let majority = try #require(HubModels.majority(ofPublisherOf: row.id + "x"), "\(row)")
      #expect(majority.total >= 8 && majority.count * 100 >= majority.total * 95, "\(row)")
      #expect(majority.count == majority.total || !majority.others.isEmpty, "\(row)")
    }
    #expect(HubModels.majority(ofPublisherOf: "TheBloke/x") == nil)
    #expect(HubModels.majority(ofPublisherOf: "sail/x")?.isOfDeriver == true)
    #expect(HubModels.entry(for: "ibm-granite/") == nil)
  }
}
