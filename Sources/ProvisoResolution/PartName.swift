internal import ProvisoKnowledge

/// File names that every other model has, and what only looks like a file: alone they name no model.
enum PartName {
  /// Whether `path` says nothing of which model is meant: by its last component up to the first full stop, since it leads to
  /// a place of some machine (`/abs/a.gguf`, `.cache/…`), or since it is an identifier (`pytest.mark.onnx`).
  static func isAny(_ path: String) -> Bool {
    if path.hasPrefix("/") && !isNamed(path) && !isOfRestrictedLine(path) || path.hasPrefix(".cache/")
      || isIdentifier(path)
    {
      return true
    }
    let name = path.split(separator: "/").last ?? ""
    let stem = name.prefix { $0 != "." }.lowercased()
    // `Q3.5-acme.gguf` is a name of its own.
    let whole = name.lastIndex(of: ".").map { name[..<$0].lowercased() } ?? stem
    return names.contains(stem) || stem.count == 1 || isRole(whole) || stem.hasPrefix("model-0")
      || stem.hasPrefix("checkpoint") || stem.hasSuffix("-")
      || isQuantization(whole) || whole.hasPrefix("model-") && isQuantization(String(whole.dropFirst(6)))
  }

  /// `embedding-model`, `mmproj-f16`, `my-local-model`: what weights are for, whose they are and in which form, but not which.
  private static func isRole(_ stem: String) -> Bool {
    let words = stem.split { "_-. ".contains($0) }.map(String.init)
    return words.contains(where: roles.contains)
      && words.allSatisfy { roles.contains($0) || besideRoles.contains($0) || isQuantization($0) || forms.contains($0) }
  }

  /// `/models/llama-2-7b-chat.onnx`: where containers have their models, under a name of their own. A `.gguf` is called as it was
  /// fetched wherever it lies, and so is a folder with a size in its name: `/srv/Llama-3.1-8B-Instruct`.
  private static func isNamed(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard parts.count > 1, let first = parts.first, let name = parts.last else { return false }
    guard name.contains(where: \.isNumber), name.contains("-") else { return false }
    return ["app", "data", "mnt", "model", "models", "weights", "workspace"].contains(first)
      || (name.hasSuffix(".gguf") || isFolder(name)) && first != "path" && hasSize(name)
  }

  /// `/srv/gemma-3.gguf`, `/srv/models/FLUX.1-dev`: somebody's disk, and the name of a line that nobody else's models have.
  private static func isOfRestrictedLine(_ path: String) -> Bool {
    // `/chat.gguf` is the end of a path that is put together.
    guard path.dropFirst().contains("/"), !path.hasPrefix("/path/") else { return false }
    if WeightFileName(path)?.line != nil { return true }
    guard let name = path.split(separator: "/").last, isFolder(name) else { return false }
    return NamedLine.inName(of: "./\(name)") != nil
  }

  /// The folder of a path to a part that any model has, where it is called after a restricted line: `models/gemma-2b-it` of
  /// `models/gemma-2b-it/model.safetensors`, `/models/llama-2-7b` of `/models/llama-2-7b/final/bf16/consolidated.00.pth`.
  static func restrictedFolder(of path: String) -> String? {
    guard !path.contains("://"), !path.hasPrefix(".cache/"), !path.hasPrefix("/path/") else { return nil }
    var end = path.lastIndex(of: "/")
    while let slash = end, slash > path.startIndex {
      let folder = path[..<slash]
      let start = folder.lastIndex(of: "/")
      let name = folder[(start.map(folder.index(after:)) ?? folder.startIndex)...]
      if hasSize(name), NamedLine.inName(of: "./\(name)") != nil { return String(folder) }
      end = start
    }
    return nil
  }

  /// Whether what follows the last full stop is a version, no ending.
  private static func isFolder(_ name: Substring) -> Bool {
    name.lastIndex(of: ".").map { name[name.index(after: $0)...].first?.isNumber == true } ?? true
  }

  /// `7b` of `chat-7b-Q4_K_M.gguf`.
  private static func hasSize(_ name: Substring) -> Bool {
    zip(name, name.dropFirst()).contains { $0.isNumber && ($1 == "b" || $1 == "B") }
  }

  /// `q4_k_m`, `iq4_xs`, `fp16`: nothing but the form that the weights have.
  private static func isQuantization(_ stem: String) -> Bool {
    let words = stem.split { $0 == "_" || $0 == "-" }
    guard let first = words.first, types.contains(String(first.prefix { $0.isLetter })),
      first.last?.isNumber == true, first.drop(while: \.isLetter).allSatisfy(\.isNumber)
    else { return false }
    return words.dropFirst().allSatisfy { $0.allSatisfy(\.isNumber) || forms.contains(String($0)) }
  }

  private static let types: Set<String> = ["bf", "f", "fp", "int", "iq", "q"]
  private static let forms: Set<String> = ["k", "l", "m", "nl", "s", "xl", "xs", "xxs"]

  /// Three words or more, joined by full stops.
  private static func isIdentifier(_ path: String) -> Bool {
    let words = path.split(separator: ".", omittingEmptySubsequences: false)
    return words.count > 2 && words.allSatisfy { word in !word.isEmpty && word.allSatisfy { $0.isLetter || $0 == "_" } }
  }

  private static let roles: Set<String> = [
    "adapter", "crossencoder", "draft", "embedder", "embedding", "embeddings", "llm", "mmproj", "model", "models",
    "proj",
    "projection", "projector", "reranker", "vlm",
  ]
  /// What stands beside them and tells no model from another.
  private static let besideRoles: Set<String> = [
    "a", "active", "any", "chat", "cross", "custom", "dummy", "encoder", "fake", "first", "hf", "large", "local",
    "main",
    "missing", "mock", "multimodal", "my", "new", "old", "orphan", "other", "placeholder", "remote", "sample", "second",
    "small", "some", "test", "text", "the", "valid", "vision", "your",
  ]

  private static let names: Set<String> = [
    "", "adapter_model", "best", "ckpt", "classifier", "consolidated", "decoder", "decoder_model",
    "decoder_model_merged", "diffusion_pytorch_model", "encoder", "encoder_model", "epoch", "file", "flax_model", "in",
    "input", "missing", "last",
    "latest", "lora", "model", "model_fp16", "model_int8", "model_quantized", "models", "my_model", "net", "network",
    "openvino_model", "optim", "optimizer", "out", "output", "pytorch_lora_weights", "pytorch_model", "random_states",
    "rng_state", "saved_model", "scaler", "scheduler",
    "self", "test", "text_encoder", "tf_model", "tokenizer", "training_args", "unet", "vae", "weights",
  ]
}
