/// What the path of a weight file says of the model it belongs to.
struct WeightName {
  let path: FilePath

  init(_ path: FilePath) {
    self.path = path
  }

  /// The model that the file is, or is a part of.
  ///
  /// Weights that go with a folder's config are that folder's model (`model.safetensors`, its shards, `pytorch_model.bin`), and
  /// so is what lies in a package of Core ML. A file under a name of its own is a model by itself; the shards of one are
  /// the model of the first.
  var owner: String {
    if let package { return package }
    if isNamedForFolder { return folder }
    return firstShard ?? path.string
  }

  /// The Core ML package that the file lies in.
  private var package: String? {
    var end = path.string.startIndex
    for component in path.string.split(separator: "/", omittingEmptySubsequences: false) {
      end = component.endIndex
      guard end < path.string.endIndex else { return nil }
      if component.hasSuffix(".mlpackage") || component.hasSuffix(".mlmodelc") { return String(path.string[..<end]) }
    }
    return nil
  }

  private static let folderNames = [
    "model", "pytorch_model", "diffusion_pytorch_model", "adapter_model", "weights", "consolidated", "adapters",
    "tf_model", "flax_model", "open_clip_pytorch_model", "open_clip_model", "rust_model", "encoder_model",
    "decoder_model", "model.weights", "pytorch_lora_weights", "saved_model", "openvino_model",
  ]

  private var isNamedForFolder: Bool {
    Self.folderNames.contains { name in
      guard path.lowercasedName.hasPrefix(name) else { return false }
      return [".", "-", "_"].contains(path.lowercasedName.dropFirst(name.count).first)
    }
  }

  /// Folders that hold the same weights in another format.
  private static let formatFolders = ["onnx", "openvino", "coreml", "gguf", "tflite"]

  private var folder: String {
    let directory = FilePath(path.directory)
    // At the root nothing says that the repository itself is a model.
    return Self.formatFolders.contains(directory.lowercasedName) && directory.directory != "."
      ? directory.directory : path.directory
  }

  /// `chat-00001-of-00003.gguf` for each of the three.
  private var firstShard: String? {
    let bytes = Array(path.string.utf8)
    // Five digits, `-of-` or `_of_`, five digits, a full stop.
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot >= 15 else { return nil }
    let shard = bytes[(dot - 15)..<dot]
    let start = shard.startIndex
    guard [UInt8(ascii: "-"), UInt8(ascii: "_")].contains(bytes[start]),
      bytes[(start + 1)..<(start + 6)].allSatisfy(ASCII.isDigit),
      String(decoding: bytes[(start + 7)..<(start + 9)], as: UTF8.self) == "of",
      bytes[(dot - 5)..<dot].allSatisfy(ASCII.isDigit)
    else { return nil }
    return String(decoding: bytes[...start], as: UTF8.self) + "00001"
      + String(decoding: bytes[(start + 6)...], as: UTF8.self)
  }

  private static let modelWords = [
    "model", "weight", "checkpoint", "ckpt", "classifier", "regressor", "estimator", "encoder", "decoder", "detector",
    "predictor", "embedding", "yolo", "ggml", "lora", "resnet", "efficientnet", "mobilenet", "whisper", "llama", "bert",
    "unet", "vae", "clip", "sam_vit",
  ]

  /// Whether the name says that a model is in the file, where the extension leaves it open.
  var saysModel: Bool {
    Self.modelWords.contains { path.lowercasedName.contains($0) }
  }
}
