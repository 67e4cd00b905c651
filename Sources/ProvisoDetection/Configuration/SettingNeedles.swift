internal import ProvisoCore
internal import ProvisoText

/// What one of must stand in a configuration file that names a model, so that the others need not be parsed.
///
/// None is shorter than four bytes: the search jumps as far as the shortest allows.
enum SettingNeedles {
  static let all = [
    "model", "llama", "qwen", "gemma", "mistral", "mixtral", "deepseek", "phi-", "whisper", "gguf",
    "safetensors",
    "huggingface", "hf.co", "hf://", "hf_id", "hf_hub", "hf_repo", "hf_path", "hf_file", "hf_name", "hf_base", "embed",
    "dataset", "pretrained", "checkpoint", "litgpt", "trtllm", "aphrodite", "openllm", "tune download",
    "diffusion", "claude",
    "gemini", "gpt-", "ollama", "vllm", "onnx", "tflite", "ckpt", "mlx-community", "mlx_lm", "bert",
    "transformers",
    "baai/", "hf download", "minilm", "davinci", "titan-", "ramalama", "lmdeploy", "spacy", "granite", "yolo",
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
