internal import ProvisoCore
internal import ProvisoText

/// Constants of MLX Swift's registries: `LLMRegistry.llama3_8B_4bit` holds no name in the file, and is how most Swift
/// applications choose their model.
///
/// A constant that is not in the table is of another version of the library, and not reported.
enum RegistryConstants {
  static func find(in input: DetectionInput, range: Range<Int>? = nil, kind: ReferenceKind = .code) -> [ModelReference]
  {
    let bytes = input.source.bytes
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    var references: [ModelReference] = []
    needles.forEachMatch(in: bytes.span) { _, offset in
      var end = offset
      while end < range.upperBound, ASCII.isWord(bytes[end]) || bytes[end] == UInt8(ascii: ".") {
        // `LLMRegistry.shared.models`: the constant is the first member.
        if bytes[end] == UInt8(ascii: "."), bytes[offset..<end].contains(UInt8(ascii: ".")) { break }
        end += 1
      }
      guard range.contains(offset), offset == 0 || !ASCII.isWord(bytes[offset - 1]),
        let model = models[input.source.string(in: offset..<end)], !input.source.isCommentLine(at: offset)
      else { return true }
      let name = input.source.string(in: offset..<end)
      references.append(
        ModelReference(
          model: .huggingFace(model), location: input.location(offset..<end), asWritten: name, kind: kind, role: .used,
          scope: input.path.scope, confidence: .medium, remark: "what \(name) stands for in MLX Swift"))
      return true
    }
    return references
  }

  private static let needles = NeedleSet(["llmregistry.", "vlmregistry.", "embedderregistry."], ignoresCase: true)

  /// LLMModelFactory.swift, VLMModelFactory.swift and MLXEmbedders/ModelFactory.swift of ml-explore/mlx-swift-lm at 1441444
  /// (2026-08).
  private static let models = WordList.pairs(table)

  private static let table = """
    EmbedderRegistry.bge_base BAAI/bge-base-en-v1.5
    EmbedderRegistry.bge_large BAAI/bge-large-en-v1.5
    EmbedderRegistry.bge_m3 BAAI/bge-m3
    EmbedderRegistry.bge_micro TaylorAI/bge-micro-v2
    EmbedderRegistry.bge_reranker_v2_m3 BAAI/bge-reranker-v2-m3
    EmbedderRegistry.bge_small BAAI/bge-small-en-v1.5
    EmbedderRegistry.gte_tiny TaylorAI/gte-tiny
    EmbedderRegistry.lfm2_colbert_350m mlx-community/LFM2.5-ColBERT-350M-bf16
    EmbedderRegistry.lfm2_colbert_350m_4bit mlx-community/LFM2.5-ColBERT-350M-4bit
    EmbedderRegistry.lfm2_colbert_350m_8bit mlx-community/LFM2.5-ColBERT-350M-8bit
    EmbedderRegistry.lfm2_embedding_350m mlx-community/LFM2.5-Embedding-350M-bf16
    EmbedderRegistry.lfm2_embedding_350m_4bit mlx-community/LFM2.5-Embedding-350M-4bit
    EmbedderRegistry.lfm2_embedding_350m_8bit mlx-community/LFM2.5-Embedding-350M-8bit
    EmbedderRegistry.minilm_l12 sentence-transformers/all-MiniLM-L12-v2
    EmbedderRegistry.minilm_l6 sentence-transformers/all-MiniLM-L6-v2
    EmbedderRegistry.mixedbread_large mixedbread-ai/mxbai-embed-large-v1
    EmbedderRegistry.multilingual_e5_small intfloat/multilingual-e5-small
    EmbedderRegistry.nomic_text_v1 nomic-ai/nomic-embed-text-v1
    EmbedderRegistry.nomic_text_v1_5 nomic-ai/nomic-embed-text-v1.5
    EmbedderRegistry.qwen3_embedding mlx-community/Qwen3-Embedding-0.6B-4bit-DWQ
    EmbedderRegistry.snowflake_lg Snowflake/snowflake-arctic-embed-l
    EmbedderRegistry.snowflake_xs Snowflake/snowflake-arctic-embed-xs
    LLMRegistry.acereason_7b_4bit mlx-community/AceReason-Nemotron-7B-4bit
    LLMRegistry.baichuan_m1_14b_instruct_4bit mlx-community/Baichuan-M1-14B-Instruct-4bit-ft
    LLMRegistry.bitnet_b1_58_2b_4t_4bit mlx-community/bitnet-b1.58-2B-4T-4bit
    LLMRegistry.codeLlama13b4bit mlx-community/CodeLlama-13b-Instruct-hf-4bit-MLX
    LLMRegistry.deepseek_r1_4bit mlx-community/DeepSeek-R1-4bit
    LLMRegistry.deepSeekR1_7B_4bit mlx-community/DeepSeek-R1-Distill-Qwen-7B-4bit
    LLMRegistry.ernie_45_0_3BPT_bf16_ft mlx-community/ERNIE-4.5-0.3B-PT-bf16-ft
    LLMRegistry.exaone_4_0_1_2b_4bit mlx-community/exaone-4.0-1.2b-4bit
    LLMRegistry.falconH1R7B tiiuae/Falcon-H1R-7B
    LLMRegistry.gemma2bQuantized mlx-community/quantized-gemma-2b-it
    LLMRegistry.gemma3_1B_qat_4bit mlx-community/gemma-3-1b-it-qat-4bit
    LLMRegistry.gemma3n_E2B_it_lm_4bit mlx-community/gemma-3n-E2B-it-lm-4bit
    LLMRegistry.gemma3n_E2B_it_lm_bf16 mlx-community/gemma-3n-E2B-it-lm-bf16
    LLMRegistry.gemma3n_E4B_it_lm_4bit mlx-community/gemma-3n-E4B-it-lm-4bit
    LLMRegistry.gemma3n_E4B_it_lm_bf16 mlx-community/gemma-3n-E4B-it-lm-bf16
    LLMRegistry.gemma4_e2b_it_4bit mlx-community/gemma-4-e2b-it-4bit
    LLMRegistry.gemma4_e4b_it_4bit mlx-community/gemma-4-e4b-it-4bit
    LLMRegistry.gemma_2_2b_it_4bit mlx-community/gemma-2-2b-it-4bit
    LLMRegistry.gemma_2_9b_it_4bit mlx-community/gemma-2-9b-it-4bit
    LLMRegistry.glm4_9b_4bit mlx-community/GLM-4-9B-0414-4bit
    LLMRegistry.gpt_oss_20b_MXFP4_Q8 mlx-community/gpt-oss-20b-MXFP4-Q8
    LLMRegistry.granite3_3_2b_4bit mlx-community/granite-3.3-2b-instruct-4bit
    LLMRegistry.granite_4_0_h_tiny_4bit_dwq mlx-community/Granite-4.0-H-Tiny-4bit-DWQ
    LLMRegistry.helium_1_2b_4bit mlx-community/helium-1-preview-2b-4bit
    LLMRegistry.hunyuan_mt_7b_4bit mlx-community/Hunyuan-MT-7B-4bit
    LLMRegistry.hunyuan_mt_7b_8bit mlx-community/Hunyuan-MT-7B-8bit
    LLMRegistry.hy_mt2_7b_4bit mlx-community/Hy-MT2-7B-4bit
    LLMRegistry.hy_mt2_7b_8bit mlx-community/Hy-MT2-7B-8bit
    LLMRegistry.jamba_3b_4bit mlx-community/AI21-Jamba-Reasoning-3B-4bit
    LLMRegistry.jina_reranker_v3_mlx jinaai/jina-reranker-v3-mlx
    LLMRegistry.lfm2_1_2b_4bit mlx-community/LFM2-1.2B-4bit
    LLMRegistry.lfm2_8b_a1b_3bit_mlx mlx-community/LFM2-8B-A1B-3bit-MLX
    LLMRegistry.lille_130m_bf16 mlx-community/lille-130m-instruct-bf16
    LLMRegistry.ling_mini_2_2bit mlx-community/Ling-mini-2.0-2bit-DWQ
    LLMRegistry.llama3_1_8B_4bit mlx-community/Meta-Llama-3.1-8B-Instruct-4bit
    LLMRegistry.llama3_2_1B_4bit mlx-community/Llama-3.2-1B-Instruct-4bit
    LLMRegistry.llama3_2_3B_4bit mlx-community/Llama-3.2-3B-Instruct-4bit
    LLMRegistry.llama3_8B_4bit mlx-community/Meta-Llama-3-8B-Instruct-4bit
    LLMRegistry.mimo_7b_sft_4bit mlx-community/MiMo-7B-SFT-4bit
    LLMRegistry.mistral7B4bit mlx-community/Mistral-7B-Instruct-v0.3-4bit
    LLMRegistry.mistralNeMo4bit mlx-community/Mistral-Nemo-Instruct-2407-4bit
    LLMRegistry.nanochat_d20_mlx dnakov/nanochat-d20-mlx
    LLMRegistry.nemotron_labs_diffusion_3b_4bit mlx-community/Nemotron-Labs-Diffusion-3B-4bit
    LLMRegistry.olmo_2_1124_7B_Instruct_4bit mlx-community/OLMo-2-1124-7B-Instruct-4bit
    LLMRegistry.olmoe_1b_7b_0125_instruct_4bit mlx-community/OLMoE-1B-7B-0125-Instruct-4bit
    LLMRegistry.openelm270m4bit mlx-community/OpenELM-270M-Instruct
    LLMRegistry.phi3_5_4bit mlx-community/Phi-3.5-mini-instruct-4bit
    LLMRegistry.phi3_5MoE mlx-community/Phi-3.5-MoE-instruct-4bit
    LLMRegistry.phi4bit mlx-community/phi-2-hf-4bit-mlx
    LLMRegistry.qwen205b4bit mlx-community/Qwen1.5-0.5B-Chat-4bit
    LLMRegistry.qwen2_5_1_5b mlx-community/Qwen2.5-1.5B-Instruct-4bit
    LLMRegistry.qwen2_5_7b mlx-community/Qwen2.5-7B-Instruct-4bit
    LLMRegistry.qwen3_0_6b_4bit mlx-community/Qwen3-0.6B-4bit
    LLMRegistry.qwen3_1_7b_4bit mlx-community/Qwen3-1.7B-4bit
    LLMRegistry.qwen3_4b_4bit mlx-community/Qwen3-4B-4bit
    LLMRegistry.qwen3_5_2b_4bit mlx-community/Qwen3.5-2B-4bit
    LLMRegistry.qwen3_6_27b_4bit mlx-community/Qwen3.6-27B-4bit
    LLMRegistry.qwen3_8b_4bit mlx-community/Qwen3-8B-4bit
    LLMRegistry.qwen3MoE_30b_a3b_4bit mlx-community/Qwen3-30B-A3B-4bit
    LLMRegistry.smollm3_3b_4bit mlx-community/SmolLM3-3B-4bit
    LLMRegistry.smolLM_135M_4bit mlx-community/SmolLM-135M-Instruct-4bit
    LLMRegistry.translategemma_12b_it_4bit mlx-community/translategemma-12b-it-4bit
    LLMRegistry.translategemma_12b_it_8bit mlx-community/translategemma-12b-it-8bit
    LLMRegistry.translategemma_27b_it_4bit mlx-community/translategemma-27b-it-4bit
    LLMRegistry.translategemma_27b_it_8bit mlx-community/translategemma-27b-it-8bit
    LLMRegistry.translategemma_4b_it_4bit mlx-community/translategemma-4b-it-4bit
    LLMRegistry.translategemma_4b_it_8bit mlx-community/translategemma-4b-it-8bit
    VLMRegistry.fastvlm mlx-community/FastVLM-0.5B-bf16
    VLMRegistry.gemma3_12B_qat_4bit mlx-community/gemma-3-12b-it-qat-4bit
    VLMRegistry.gemma3_27B_qat_4bit mlx-community/gemma-3-27b-it-qat-4bit
    VLMRegistry.gemma3_4B_qat_4bit mlx-community/gemma-3-4b-it-qat-4bit
    VLMRegistry.gemma4_26BA4B_it_4bit mlx-community/gemma-4-26b-a4b-it-4bit
    VLMRegistry.gemma4_31B_it_4bit mlx-community/gemma-4-31b-it-4bit
    VLMRegistry.gemma4_E2B_it_4bit mlx-community/gemma-4-e2b-it-4bit
    VLMRegistry.gemma4_E4B_it_4bit mlx-community/gemma-4-e4b-it-4bit
    VLMRegistry.lfm2_5_vl_1_6B_4bit mlx-community/LFM2.5-VL-1.6B-4bit
    VLMRegistry.lfm2_vl_1_6B_4bit mlx-community/LFM2-VL-1.6B-4bit
    VLMRegistry.mistral3_3B_Instruct_4bit mlx-community/Ministral-3-3B-Instruct-2512-4bit
    VLMRegistry.museGlimmer30B4bit mlx-community/Muse-Glimmer-30B-4bit
    VLMRegistry.paligemma3bMix448_8bit mlx-community/paligemma-3b-mix-448-8bit
    VLMRegistry.qwen2_5VL3BInstruct4Bit mlx-community/Qwen2.5-VL-3B-Instruct-4bit
    VLMRegistry.qwen2VL2BInstruct4Bit mlx-community/Qwen2-VL-2B-Instruct-4bit
    VLMRegistry.qwen3_5_27B_4bit mlx-community/Qwen3.5-27B-4bit
    VLMRegistry.qwen3_5_35B_A3B_4bit mlx-community/Qwen3.5-35B-A3B-4bit
    VLMRegistry.qwen3VL4BInstruct4Bit lmstudio-community/Qwen3-VL-4B-Instruct-MLX-4bit
    VLMRegistry.qwen3VL4BInstruct8Bit mlx-community/Qwen3-VL-4B-Instruct-8bit
    VLMRegistry.smolvlm HuggingFaceTB/SmolVLM2-500M-Video-Instruct-mlx
    VLMRegistry.smolvlminstruct4bit mlx-community/SmolVLM-Instruct-4bit
    """
}
