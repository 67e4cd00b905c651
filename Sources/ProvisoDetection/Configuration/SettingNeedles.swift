internal import ProvisoCore
internal import ProvisoText

/// What one of must stand in a configuration file that names a model, so that the others need not be parsed: words about models,
/// families, and publishers of which nothing but `owner/name` need stand there.
///
/// None is shorter than four bytes, so that few of them stand in a file by chance.
enum SettingNeedles {
  static let all = words + families + owners + sizes

  /// Whether one of them stands in a part of a file.
  static func stand(in text: Span<UInt8>) -> Bool { set.containsAny(in: text) }

  private static let set = NeedleSet(all, ignoresCase: true)

  /// `-7b"`, `-7b-`: how many parameters, as no digest and no number of a build has it. Names of which nothing else is known have that.
  private static let sizes = [
    "0.5", "1", "1.1", "1.3", "1.5", "2", "2.7", "3", "4", "6", "6.7", "7", "8", "9", "12", "13",
    "14", "20", "24", "27", "30", "32", "34", "40", "65", "70", "72",
  ]
  .flatMap { size in ["-\(size)b-", "-\(size)b\"", "-\(size)b\n"] }

  /// `black-forest-labs/` of `vae: black-forest-labs/FLUX.1-dev`.
  static let owners = (Publishers.all + Publishers.allMakers + MakerLines.allOwners).map { $0 + "/" }
    .filter { $0.utf8.count >= 4 }
  private static let families = ModelWords.strong.words.filter { $0.utf8.count >= 5 } + others
  /// Families that are everyday words, with a mark that such words do not have.
  private static let others = [
    "aya:", "aya-", "bark-", "bge-", "blip-", "clip-", "command-", "dpt-", "falcon-", "falcon:", "flux-", "flux.",
    "flux1",
    "glm-", "glm4", "gte-", "kimi-", "llada", "mms-", "musicgen", "nllb", "opt-", "sam2", "sd3", "sdxl", "stable-",
    "vit-", "wan2",
    "wav2vec", "f5-tts", "segformer",
  ].filter { $0.utf8.count >= 4 }

  private static let words = [
    "model", "llama", "qwen", "gemma", "mistral", "mixtral", "deepseek", "phi-", "whisper", "gguf",
    "safetensors",
    "huggingface", "hf.co", "hf://", "hf_id", "hf_hub", "hf_repo", "hf_path", "hf_file", "hf_name", "hf_base", "embed",
    "dataset", "pretrained", "checkpoint", "litgpt", "trtllm", "aphrodite", "openllm", "tune download",
    "diffusion", "claude",
    "gemini", "gpt-", "ollama", "vllm", "onnx", "tflite", "ckpt", "weights/", "mlx-community", "mlx_lm", "bert",
    "transformers",
    "baai/", "hf download", "local-ai", "mlc_llm", "lms get", "lms load", "koboldcpp", "mistralrs", "bentoml serve",
    "text-generation-server",
    "minilm", "davinci", "titan-", "ramalama", "lmdeploy", "spacy", "granite", "yolo",
    // Parts of a model, of which the key says nothing more.
    "\"vae\"", "vae:", "\"unet\"", "unet:", "text_encoder", "tokenizer", "\"lora", "lora:", "\"adapter", "adapter:",
    // Where no key says that it is a model: patches of deployments give the value alone.
    "hunyuan", "exaone", "falcon", "starcoder", "kimi-", "minimax", "glm-", "-instruct", "-chat", "musicgen", "nllb",
  ]

  /// Files above this many bytes are dumps and generated manifests, not somebody's settings.
  static let maximumBytes = 4 << 20
}

extension DetectionInput {
  /// A notification instead of a search where the file is too large to be somebody's settings.
  func tooLarge(_ maximum: Int) -> Detections? {
    guard source.bytes.count > maximum else { return nil }
    return Detections(notifications: [
      notification(
        .note,
        "It has \(source.bytes.count) bytes; settings are searched for models in files of at most \(maximum)."
      )
    ])
  }
}
