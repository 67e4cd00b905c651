/// File names that every other model has: alone they name none.
enum PartName {
  /// Whether the last component of `path`, up to its first full stop, says nothing of which model it is.
  static func isAny(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    let stem = name.prefix { $0 != "." }.lowercased()
    return names.contains(stem) || stem.hasPrefix("model-0") || stem.hasPrefix("checkpoint")
  }

  private static let names: Set<String> = [
    "", "adapter_model", "best", "ckpt", "classifier", "consolidated", "decoder", "decoder_model",
    "decoder_model_merged", "diffusion_pytorch_model", "encoder", "encoder_model", "epoch", "flax_model", "last",
    "latest", "lora", "model", "model_fp16", "model_int8", "model_quantized", "models", "my_model", "net", "network",
    "openvino_model", "optimizer", "output", "pytorch_lora_weights", "pytorch_model", "saved_model", "scheduler",
    "test", "text_encoder", "tf_model", "tokenizer", "training_args", "unet", "vae", "weights",
  ]
}
