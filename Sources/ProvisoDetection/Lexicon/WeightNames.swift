internal import ProvisoCore
internal import ProvisoText

/// Names of weight files, by what they end in.
enum WeightNames {
  /// Endings that nothing but weights has.
  private static let sure = WordTable(
    """
    caffemodel ckpt gguf ggml hef keras litertlm llamafile mlmodel mlmodelc mlpackage mnn nemo onnx pdparams pte pth
    rknn safetensors sbs tflite
    """)
  /// Endings that other things have as well: the name must say more.
  private static let shared = WordTable("bin dlc engine h5 joblib mar ort pb pt pkl plan sft task trt uff uqff xml")

  /// Every ending, which is looked for before a file is read.
  static let endings = Set(sure.words + shared.words.map { ".\($0)" })

  /// Parts of a model whose repository or folder is its name.
  private static let parts = WordList.set(
    """
    adapter_model adapter_config best checkpoint consolidated decoder decoder_model decoder_model_merged
    diffusion_pytorch_model embed_tokens encoder encoder_model flax_model last lora model model_fp16 model_int8 model_q4
    model_quantized openvino_model optimizer policy pytorch_lora_weights pytorch_model rust_model sd scheduler
    tf_model tokenizer training_args trainer_state unet vae vision_encoder vocab weights
    """)

  static func isFile(_ text: String) -> Bool {
    FileEnding.isOne(of: sure, text) || FileEnding.isOne(of: shared, text)
  }

  /// Whether a file of that name may be one of weights whatever is around it: an `.xml` is one by its family alone.
  static func mayBeWeights(_ text: String) -> Bool {
    isFile(text) && (FilePath(text).fileExtension != "xml" || ModelWords(FilePath(text).name).hasFamily)
  }

  /// Whether the ending is one that nothing but weights has, and the text no more than a path.
  static func isSure(_ text: String) -> Bool { FileEnding.isOne(of: sure, text) && NameJudge.mayName(text) }

  /// Whether the file at an address is one of weights, not a feed, a lock file or a plan: for the endings that many things
  /// have, the address must say so.
  static func isServed(_ path: String) -> Bool {
    guard manyThings.contains(FilePath(path).fileExtension) else { return true }
    return ModelWords(path).hasFamily
      || ASCII.lowercased(path).utf8.split { !ASCII.isLetter($0) }
        .contains {
          $0.elementsEqual("model".utf8) || $0.elementsEqual("models".utf8) || $0.elementsEqual("weights".utf8)
        }
  }

  private static let manyThings: Set<String> = [
    "bin", "dlc", "engine", "mar", "ort", "pb", "pkl", "plan", "task", "trt", "uff", "uqff", "xml",
  ]

  static func verdict(_ text: String, _ context: NameContext) -> NameVerdict? {
    let path = FilePath(text)
    // `name + "_q4.gguf"`: the end of a name.
    guard let first = text.utf8.first, first != UInt8(ascii: "_"), first != UInt8(ascii: "-"),
      !text.hasPrefix("../../") || isGGML(path) || ModelWords(path.name).hasStrongFamily
    else { return nil }
    // `folder/{name}_q4.gguf`: as well, behind what is put in.
    if let name = path.name.utf8.first, name == UInt8(ascii: "_") || name == UInt8(ascii: "-") { return nil }
    // `vae_path:ae.safetensors` is an option with its value.
    if text.utf8.contains(UInt8(ascii: ":")), !AddressName.isAddress(text), !isOnDrive(text, context) { return nil }
    if isMediaType(text) { return nil }
    // Python's own path files.
    if path.fileExtension == "pth", pathFiles.contains(where: path.lowercasedName.contains) { return nil }
    guard !Placeholders.isPath(text), let stem = stem(path), context != .prose else { return nil }
    if isPart(stem) { return part(path, stem) }
    // `/content/tuned.tflite` is where a run leaves or finds something.
    guard context.isSure || text.utf8.first != UInt8(ascii: "/") || isModel(path, context) else { return nil }
    let words = ModelWords(stem)
    if shared.contains(path.fileExtension) {
      guard !isIdentifier(text), words.hasFamily || context.asksForModel || isGGML(path),
        path.fileExtension != "xml" || words.hasFamily
      else { return nil }
    } else if isIdentifier(text), !words.hasFamily, !context.asksForModel {
      return nil
    }
    return NameVerdict(.local, text, confidence: words.hasFamily ? .high : .medium)
  }

  /// `application/vnd.onnx`, `application/x-tflite`
  static func isMediaType(_ text: String) -> Bool {
    text.hasPrefix("application/vnd.") || text.hasPrefix("application/x-")
  }

  /// `ggml-tiny.bin`: the format, as whisper.cpp puts it before the size.
  static func isGGML(_ path: FilePath) -> Bool {
    path.fileExtension == "bin" && path.lowercasedName.hasPrefix("ggml-")
      && !path.lowercasedName.hasPrefix("ggml-model")
  }

  /// `checkpoints/llama-2-7b/consolidated.00.pth`: a part that any model has, in a folder that is called after one. Resolution says
  /// which it is.
  private static func part(_ path: FilePath, _ stem: String) -> NameVerdict? {
    guard wholes.contains(stem.prefix { $0 != "." }) || stem.hasPrefix("model-0"),
      path.directory.split(separator: "/").contains(where: { isModelsFolder(String($0)) })
    else { return nil }
    return NameVerdict(.local, path.string, confidence: .medium)
  }

  private static let wholes = WordTable("consolidated model pytorch_model weights")

  private static func isModelsFolder(_ name: String) -> Bool {
    let words = ModelWords(name)
    return words.hasStrongFamily && words.hasSize && !words.isNoModel
  }

  /// `C:/models/chat.gguf`, as a command is given it.
  private static func isOnDrive(_ text: String, _ context: NameContext) -> Bool {
    let bytes = text.utf8.prefix(3)
    return (context.asksForModel || isSure(text)) && bytes.count == 3 && ASCII.isLetter(bytes.first ?? 0)
      && bytes.dropFirst().elementsEqual(":/".utf8)
      && !text.utf8.dropFirst(2).contains(UInt8(ascii: ":"))
  }

  /// `/models/chat-7b.onnx`, where containers have theirs, and `/Users/me/gemma-3-1b-it-Q4_K_M.gguf`, which is named as it was fetched.
  private static func isModel(_ path: FilePath, _ context: NameContext) -> Bool {
    guard let stem = stem(path) else { return false }
    let words = ModelWords(stem)
    // `/models/qwen3_0.6b.safetensors`, whatever the key is called.
    if path.string.hasPrefix("/models/"), words.hasStrongFamily { return true }
    guard words.isModel else { return false }
    if context.asksForModel, path.string.hasPrefix("/models/") { return true }
    guard !tuned.containsAny(in: stem.utf8.span) else { return false }
    if context.asksForModel, words.hasStrongFamily { return true }
    // `/data/local/tmp/llm/gemma-2b-it.task`: pushed to a device under the name that it was fetched by.
    return words.hasSize
      && (words.hasStrongFamily || path.fileExtension == "gguf" && words.hasFamily && words.hasFormat)
  }

  /// What a run makes of a model.
  private static let tuned = NeedleSet(["finetun", "fine-tun", "fine_tun", "merged"])

  private static let pathFiles = ["easy-install", "setuptools", "distutils", "virtualenv", "nspkg", "__editable__"]

  /// Whether the file's name says nothing but the form that its weights have.
  static func isForm(_ path: FilePath) -> Bool { stem(path).map(isQuantization) == true }

  private static func stem(_ path: FilePath) -> String? {
    let stem = path.lowercasedName.dropLast(path.fileExtension.utf8.count + 1)
    return stem.isEmpty ? nil : String(stem)
  }

  /// `model`, `model-00001-of-00004`, `pytorch_model`, `model_q4f16`, `consolidated.00`.
  private static func isPart(_ stem: String) -> Bool {
    let name = stem.prefix { $0 != "-" && $0 != "." }
    return parts.contains(String(name)) && !isFamily(name, of: stem) || parts.contains(stem)
      || name.hasPrefix("model_q")
      || name.hasPrefix("checkpoint") || placeholders.contains(stem)
      || isQuantization(stem)
  }

  /// `sd-v1-4`, `vae-ft-mse-840000-ema-pruned`: a part that stands for a model's family where a word goes on behind it.
  private static func isFamily(_ name: Substring, of stem: String) -> Bool {
    guard name == "sd" || name == "vae" else { return false }
    let rest = stem.dropFirst(name.count + 1)
    return rest.utf8.first.map(ASCII.isLetter) == true && !isQuantization(String(rest))
  }

  /// What tests and examples call any file.
  private static let placeholders = WordTable("file in input missing out output other")

  /// `q4_k_m`, `UD-IQ4_XS`, `f16`, `fp8_e4m3fn`, `4bit`, `w4a16`: nothing but the form that the weights have.
  private static func isQuantization(_ stem: String) -> Bool {
    let words = stem.split { "_-.".contains($0) }
    return words.contains(where: isForm)
      && words.allSatisfy { isForm($0) || besideForms.contains($0) || $0.utf8.allSatisfy(ASCII.isDigit) }
  }

  /// `q4`, `iq2`, `mxfp4`, `bf16`, `int8`, `4bit`, `w4a16`, `q4f16`
  private static func isForm(_ word: Substring) -> Bool {
    let letters = word.prefix { $0.isLetter }
    let digits = word[letters.endIndex...].prefix { $0.isNumber }
    guard !digits.isEmpty, digits.utf8.count <= 2 else { return false }
    let rest = word[digits.endIndex...]
    if letters.isEmpty { return rest == "bit" || rest == "bits" }
    guard forms.contains(letters) else { return false }
    // The bits of the activations.
    return rest.isEmpty
      || rest.utf8.count > 1 && (rest.hasPrefix("a") || rest.hasPrefix("f"))
        && rest.utf8.dropFirst().allSatisfy(ASCII.isDigit)
  }

  private static let forms = WordTable("bf f fp int iq mxfp nf nvfp q tq w")
  private static let besideForms = WordTable("e4m3 e4m3fn e5m2 k l m nl s scaled ud xl xs xxl xxs")

  /// `torch.onnx`, `self.task`: two words that are members of something.
  private static func isIdentifier(_ text: String) -> Bool {
    guard !text.utf8.contains(UInt8(ascii: "/")) else { return false }
    if isLogTag(text) { return true }
    let parts = text.utf8.split(separator: UInt8(ascii: "."))
    guard parts.count > 2 else { return parts.first.map { owners.contains(String(Substring($0))) } ?? false }
    // `llama-2-7b.ggmlv3.q4_0.bin` is none: no identifier has a `-`.
    return !text.utf8.contains(UInt8(ascii: "-"))
  }

  /// `Embeddings.ONNX`: what a log calls its part; `ModelFileType.onnx`: a member of an enumeration.
  static func isLogTag(_ text: String) -> Bool {
    guard let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    guard text.utf8[..<dot].allSatisfy(ASCII.isLetter) else { return false }
    return text.utf8[dot...].contains(where: ASCII.isUpper)
      || text.utf8.first.map(ASCII.isUpper) == true && kinds.contains(where: text[..<dot].hasSuffix)
  }

  private static let kinds = ["Type", "Kind", "Format", "Mode", "Backend", "Runtime", "Provider"]

  private static let owners: Set<String> = [
    "args", "cfg", "config", "model", "np", "onnx", "options", "self", "tf", "this", "torch",
  ]
}
