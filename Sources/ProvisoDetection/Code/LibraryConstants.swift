internal import ProvisoCore
internal import ProvisoText

/// Constants and classes of libraries that stand for a model without naming it: fastembed and Kalosm in Rust, the embedding models
/// that LangChain4j has in classes of their own. Some of them may not be used commercially, and no name stands in the file.
///
/// Each counts once in a file. What is not in the tables is of another version of the library, and not reported.
enum LibraryConstants {
  /// Words one of which stands in every file that has one of them.
  static let hints = ["fastembed", "llamasource::", "langchain4j.model.embedding.onnx"]

  static func find(
    in input: DetectionInput, range: Range<Int>?, _ language: CodeLanguage, _ kind: ReferenceKind
  ) -> [ModelReference] {
    let bytes = input.source.bytes
    let isRust = language.name == "rust"
    guard isRust || Self.languages.contains(language.name), libraries.containsAny(in: bytes.span) else { return [] }
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    var references: [ModelReference] = []
    var seen: Set<String> = []
    (isRust ? owners : suffix).forEachMatch(in: bytes.span) { _, offset in
      guard range.contains(offset) else { return true }
      var (start, end) = (offset, offset)
      while start > range.lowerBound, ASCII.isWord(bytes[start - 1]), offset - start < longest { start -= 1 }
      while end < range.upperBound, ASCII.isWord(bytes[end]) || bytes[end] == UInt8(ascii: ":"), end - offset < longest
      {
        end += 1
      }
      let name = input.source.string(in: start..<end)
      guard let model = models[name], !input.source.isCommentLine(at: start), seen.insert(name).inserted else {
        return true
      }
      references.append(
        ModelReference(
          model: .huggingFace(model), location: input.location(start..<end), asWritten: name, kind: kind, role: .used,
          scope: input.path.scope, confidence: .medium, remark: "what \(name) stands for in its library"))
      return true
    }
    return references
  }

  private static let languages: Set<String> = ["groovy", "java", "kotlin", "scala"]
  private static let libraries = NeedleSet(["fastembed", "LlamaSource::", "langchain4j.model.embedding.onnx"])
  private static let owners = NeedleSet([
    "EmbeddingModel::", "ImageEmbeddingModel::", "LlamaSource::", "RerankerModel::", "SparseModel::",
  ])
  private static let suffix = NeedleSet(["EmbeddingModel"])
  private static let longest = 80

  private static let models = WordList.pairs(table)

  /// fastembed-rs at 045d591 (2026-08), kalosm-llama at d6d5c674 (2026-03), LangChain4j 1.0.
  private static let table = """
    EmbeddingModel::AllMiniLML12V2 Xenova/all-MiniLM-L12-v2
    EmbeddingModel::AllMiniLML12V2Q Xenova/all-MiniLM-L12-v2
    EmbeddingModel::AllMiniLML6V2 Qdrant/all-MiniLM-L6-v2-onnx
    EmbeddingModel::AllMiniLML6V2Q Xenova/all-MiniLM-L6-v2
    EmbeddingModel::AllMpnetBaseV2 Xenova/all-mpnet-base-v2
    EmbeddingModel::BGEBaseENV15 Xenova/bge-base-en-v1.5
    EmbeddingModel::BGEBaseENV15Q Qdrant/bge-base-en-v1.5-onnx-Q
    EmbeddingModel::BGELargeENV15 Xenova/bge-large-en-v1.5
    EmbeddingModel::BGELargeENV15Q Qdrant/bge-large-en-v1.5-onnx-Q
    EmbeddingModel::BGELargeZHV15 Xenova/bge-large-zh-v1.5
    EmbeddingModel::BGEM3 BAAI/bge-m3
    EmbeddingModel::BGESmallENV15 Xenova/bge-small-en-v1.5
    EmbeddingModel::BGESmallENV15Q Qdrant/bge-small-en-v1.5-onnx-Q
    EmbeddingModel::BGESmallZHV15 Xenova/bge-small-zh-v1.5
    EmbeddingModel::ClipVitB32 Qdrant/clip-ViT-B-32-text
    EmbeddingModel::EmbeddingGemma300M onnx-community/embeddinggemma-300m-ONNX
    EmbeddingModel::EmbeddingGemma300MQ onnx-community/embeddinggemma-300m-ONNX
    EmbeddingModel::EmbeddingGemma300MQ4 onnx-community/embeddinggemma-300m-ONNX
    EmbeddingModel::GTEBaseENV15 Alibaba-NLP/gte-base-en-v1.5
    EmbeddingModel::GTEBaseENV15Q Alibaba-NLP/gte-base-en-v1.5
    EmbeddingModel::GTELargeENV15 Alibaba-NLP/gte-large-en-v1.5
    EmbeddingModel::GTELargeENV15Q Alibaba-NLP/gte-large-en-v1.5
    EmbeddingModel::JinaEmbeddingsV2BaseCode jinaai/jina-embeddings-v2-base-code
    EmbeddingModel::JinaEmbeddingsV2BaseEN jinaai/jina-embeddings-v2-base-en
    EmbeddingModel::ModernBertEmbedLarge lightonai/modernbert-embed-large
    EmbeddingModel::MultilingualE5Base intfloat/multilingual-e5-base
    EmbeddingModel::MultilingualE5Large Qdrant/multilingual-e5-large-onnx
    EmbeddingModel::MultilingualE5Small intfloat/multilingual-e5-small
    EmbeddingModel::MxbaiEmbedLargeV1 mixedbread-ai/mxbai-embed-large-v1
    EmbeddingModel::MxbaiEmbedLargeV1Q mixedbread-ai/mxbai-embed-large-v1
    EmbeddingModel::NomicEmbedTextV1 nomic-ai/nomic-embed-text-v1
    EmbeddingModel::NomicEmbedTextV15 nomic-ai/nomic-embed-text-v1.5
    EmbeddingModel::NomicEmbedTextV15Q nomic-ai/nomic-embed-text-v1.5
    EmbeddingModel::ParaphraseMLMiniLML12V2 Xenova/paraphrase-multilingual-MiniLM-L12-v2
    EmbeddingModel::ParaphraseMLMiniLML12V2Q Qdrant/paraphrase-multilingual-MiniLM-L12-v2-onnx-Q
    EmbeddingModel::ParaphraseMLMpnetBaseV2 Xenova/paraphrase-multilingual-mpnet-base-v2
    EmbeddingModel::SnowflakeArcticEmbedL snowflake/snowflake-arctic-embed-l
    EmbeddingModel::SnowflakeArcticEmbedLQ snowflake/snowflake-arctic-embed-l
    EmbeddingModel::SnowflakeArcticEmbedM Snowflake/snowflake-arctic-embed-m
    EmbeddingModel::SnowflakeArcticEmbedMLong snowflake/snowflake-arctic-embed-m-long
    EmbeddingModel::SnowflakeArcticEmbedMLongQ snowflake/snowflake-arctic-embed-m-long
    EmbeddingModel::SnowflakeArcticEmbedMQ Snowflake/snowflake-arctic-embed-m
    EmbeddingModel::SnowflakeArcticEmbedS snowflake/snowflake-arctic-embed-s
    EmbeddingModel::SnowflakeArcticEmbedSQ snowflake/snowflake-arctic-embed-s
    EmbeddingModel::SnowflakeArcticEmbedXS snowflake/snowflake-arctic-embed-xs
    EmbeddingModel::SnowflakeArcticEmbedXSQ snowflake/snowflake-arctic-embed-xs
    ImageEmbeddingModel::ClipVitB32 Qdrant/clip-ViT-B-32-vision
    ImageEmbeddingModel::NomicEmbedVisionV15 nomic-ai/nomic-embed-vision-v1.5
    ImageEmbeddingModel::Resnet50 Qdrant/resnet50-onnx
    ImageEmbeddingModel::UnicomVitB16 Qdrant/Unicom-ViT-B-16
    ImageEmbeddingModel::UnicomVitB32 Qdrant/Unicom-ViT-B-32
    LlamaSource::codestral_22b bartowski/Codestral-22B-v0.1-GGUF
    LlamaSource::deepseek_r1_distill_llama_8b bartowski/DeepSeek-R1-Distill-Llama-8B-GGUF
    LlamaSource::deepseek_r1_distill_qwen_14b bartowski/DeepSeek-R1-Distill-Qwen-14B-GGUF
    LlamaSource::deepseek_r1_distill_qwen_1_5b bartowski/DeepSeek-R1-Distill-Qwen-1.5B-GGUF
    LlamaSource::deepseek_r1_distill_qwen_7b bartowski/DeepSeek-R1-Distill-Qwen-7B-GGUF
    LlamaSource::gemma_3_12b_chat google/gemma-3-12b-it-qat-q4_0-gguf
    LlamaSource::gemma_3_1b_chat google/gemma-3-1b-it-qat-q4_0-gguf
    LlamaSource::gemma_3_270m_chat unsloth/gemma-3-270m-it-GGUF
    LlamaSource::gemma_3_27b_chat google/gemma-3-27b-it-qat-q4_0-gguf
    LlamaSource::gemma_3_4b_chat google/gemma-3-4b-it-qat-q4_0-gguf
    LlamaSource::llama_13b TheBloke/Llama-2-13B-GGML
    LlamaSource::llama_13b_chat TheBloke/Llama-2-13B-Chat-GGML
    LlamaSource::llama_13b_code TheBloke/CodeLlama-13B-GGUF
    LlamaSource::llama_34b_code TheBloke/CodeLlama-34B-GGUF
    LlamaSource::llama_3_1_8b_chat lmstudio-community/Meta-Llama-3.1-8B-Instruct-GGUF
    LlamaSource::llama_3_2_1b_chat lmstudio-community/Llama-3.2-1B-Instruct-GGUF
    LlamaSource::llama_3_2_3b_chat lmstudio-community/Llama-3.2-3B-Instruct-GGUF
    LlamaSource::llama_70b TheBloke/Llama-2-70B-GGML
    LlamaSource::llama_70b_chat TheBloke/Llama-2-70B-Chat-GGML
    LlamaSource::llama_7b TheBloke/Llama-2-7B-GGML
    LlamaSource::llama_7b_chat TheBloke/Llama-2-7B-Chat-GGML
    LlamaSource::llama_7b_code TheBloke/CodeLlama-7B-GGUF
    LlamaSource::llama_8b NousResearch/Meta-Llama-3-8B-GGUF
    LlamaSource::llama_8b_chat bartowski/Meta-Llama-3-8B-Instruct-GGUF
    LlamaSource::llama_8b_chat_q8 bartowski/Meta-Llama-3-8B-Instruct-GGUF
    LlamaSource::llama_8b_sppo_iter3 bartowski/Llama-3-Instruct-8B-SPPO-Iter3-GGUF
    LlamaSource::mistral_7b TheBloke/Mistral-7B-v0.1-GGUF
    LlamaSource::mistral_7b_instruct TheBloke/Mistral-7B-Instruct-v0.1-GGUF
    LlamaSource::mistral_7b_instruct_2 TheBloke/Mistral-7B-Instruct-v0.2-GGUF
    LlamaSource::neural_chat_7b_v3_3 TheBloke/neural-chat-7B-v3-3-GGUF
    LlamaSource::neural_hermes_2_5_mistral_7b TheBloke/NeuralHermes-2.5-Mistral-7B-GGUF
    LlamaSource::open_chat_7b TheBloke/openchat-3.5-0106-GGUF
    LlamaSource::phi_3_1_mini_4k_instruct bartowski/Phi-3.1-mini-4k-instruct-GGUF
    LlamaSource::phi_3_5_mini_4k_instruct bartowski/Phi-3.5-mini-instruct-GGUF
    LlamaSource::phi_3_mini_4k_instruct microsoft/Phi-3-mini-4k-instruct-gguf
    LlamaSource::phi_4 microsoft/phi-4-gguf
    LlamaSource::qwen_2_5_0_5b_instruct Qwen/Qwen2.5-0.5B-Instruct-GGUF
    LlamaSource::qwen_2_5_1_5b_instruct Qwen/Qwen2.5-1.5B-Instruct-GGUF
    LlamaSource::qwen_2_5_32b_vl_chat_f16 ggml-org/Qwen2.5-VL-32B-Instruct-GGUF
    LlamaSource::qwen_2_5_32b_vl_chat_q4 ggml-org/Qwen2.5-VL-32B-Instruct-GGUF
    LlamaSource::qwen_2_5_32b_vl_chat_q8 ggml-org/Qwen2.5-VL-32B-Instruct-GGUF
    LlamaSource::qwen_2_5_3b_instruct Qwen/Qwen2.5-3B-Instruct-GGUF
    LlamaSource::qwen_2_5_3b_vl_chat_f16 ggml-org/Qwen2.5-VL-3B-Instruct-GGUF
    LlamaSource::qwen_2_5_3b_vl_chat_q4 ggml-org/Qwen2.5-VL-3B-Instruct-GGUF
    LlamaSource::qwen_2_5_3b_vl_chat_q8 ggml-org/Qwen2.5-VL-3B-Instruct-GGUF
    LlamaSource::qwen_2_5_7b_instruct bartowski/Qwen2.5-7B-Instruct-GGUF
    LlamaSource::qwen_2_5_7b_vl_chat_f16 ggml-org/Qwen2.5-VL-7B-Instruct-GGUF
    LlamaSource::qwen_2_5_7b_vl_chat_q4 ggml-org/Qwen2.5-VL-7B-Instruct-GGUF
    LlamaSource::qwen_2_5_7b_vl_chat_q8 ggml-org/Qwen2.5-VL-7B-Instruct-GGUF
    LlamaSource::qwen_3_0_6b_instruct unsloth/Qwen3-0.6B-GGUF
    LlamaSource::qwen_3_14b_instruct unsloth/Qwen3-14B-GGUF
    LlamaSource::qwen_3_1_7b_instruct unsloth/Qwen3-1.7B-GGUF
    LlamaSource::qwen_3_32b_instruct unsloth/Qwen3-32B-GGUF
    LlamaSource::qwen_3_4b_instruct unsloth/Qwen3-4B-GGUF
    LlamaSource::qwen_3_8b_instruct unsloth/Qwen3-8B-GGUF
    LlamaSource::solar_10_7b TheBloke/SOLAR-10.7B-v1.0-GGUF
    LlamaSource::solar_10_7b_instruct TheBloke/SOLAR-10.7B-Instruct-v1.0-GGUF
    LlamaSource::starling_7b_alpha TheBloke/Starling-LM-7B-alpha-GGUF
    LlamaSource::starling_7b_beta bartowski/Starling-LM-7B-beta-GGUF
    LlamaSource::tiny_llama_1_1b TheBloke/TinyLlama-1.1B-Chat-v1.0-GGUF
    LlamaSource::tiny_llama_1_1b_chat TheBloke/TinyLlama-1.1B-Chat-v1.0-GGUF
    LlamaSource::wizard_lm_7b_v2 bartowski/WizardLM-2-7B-GGUF
    LlamaSource::zephyr_7b_alpha TheBloke/zephyr-7B-alpha-GGUF
    LlamaSource::zephyr_7b_beta TheBloke/zephyr-7B-beta-GGUF
    RerankerModel::BGERerankerBase BAAI/bge-reranker-base
    RerankerModel::BGERerankerV2M3 rozgo/bge-reranker-v2-m3
    RerankerModel::JINARerankerV1TurboEn jinaai/jina-reranker-v1-turbo-en
    RerankerModel::JINARerankerV2BaseMultiligual jinaai/jina-reranker-v2-base-multilingual
    SparseModel::BGEM3 BAAI/bge-m3
    SparseModel::SPLADEPPV1 Qdrant/Splade_PP_en_v1
    AllMiniLmL6V2EmbeddingModel sentence-transformers/all-MiniLM-L6-v2
    AllMiniLmL6V2QuantizedEmbeddingModel sentence-transformers/all-MiniLM-L6-v2
    BgeSmallEnEmbeddingModel BAAI/bge-small-en
    BgeSmallEnQuantizedEmbeddingModel BAAI/bge-small-en
    BgeSmallEnV15EmbeddingModel BAAI/bge-small-en-v1.5
    BgeSmallEnV15QuantizedEmbeddingModel BAAI/bge-small-en-v1.5
    BgeSmallZhEmbeddingModel BAAI/bge-small-zh
    BgeSmallZhQuantizedEmbeddingModel BAAI/bge-small-zh
    BgeSmallZhV15EmbeddingModel BAAI/bge-small-zh-v1.5
    BgeSmallZhV15QuantizedEmbeddingModel BAAI/bge-small-zh-v1.5
    E5SmallV2EmbeddingModel intfloat/e5-small-v2
    E5SmallV2QuantizedEmbeddingModel intfloat/e5-small-v2
    """
}
