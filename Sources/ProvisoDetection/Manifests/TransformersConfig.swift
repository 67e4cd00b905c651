internal import ProvisoCore
internal import ProvisoText

/// `config.json` of a transformers-style model, and its kin (`generation_config.json`, `tokenizer_config.json`, MLX and
/// sentence-transformers configs): the model it was made from (`_name_or_path`), a `license` that restricts, and that a model lies here. `params.json` beside weights in the form of Meta's own code: that a model of these sizes lies here.
///
/// Only a file that has `model_type` or `architectures`, and no settings of a training run, makes its folder a model; any other `config.json` is left alone. So is a
/// `params.json` without all of the sizes.
struct TransformersConfig: Detector {
  let id = "transformers-config"
  let summary = "config.json and its kin: the model a checkpoint was made from."
  let needles = ["model_type", "architectures", "_name_or_path", "name_or_path", "sd3", "stablediffusion3", "n_heads"]

  private static let original = "params.json"
  private static let kin: Set<String> = [
    "generation_config.json", "tokenizer_config.json", "preprocessor_config.json", "processor_config.json",
  ]

  var endings: Set<String> { ["json"] }

  func wants(_ path: FilePath) -> Bool {
    path.lowercasedName == "config.json" || path.lowercasedName == Self.original
      || Self.kin.contains(path.lowercasedName)
  }

  func detect(_ input: DetectionInput) -> Detections {
    let (manifest, notifications) = JSONManifest.read(input)
    var detections = Detections(notifications: notifications)
    guard let manifest else { return detections }
    let root = manifest.root
    let isConfig = input.path.lowercasedName == "config.json"
    let original = input.path.lowercasedName == Self.original ? OriginalSizes.shape(of: root) : nil
    let isModel =
      original != nil || isConfig && (root["model_type"] != nil || root["architectures"] != nil) && !Self.isRun(root)
    let key = root.entries.first { ["architectures", "model_type"].contains($0.key) }
    let place = input.location(key?.keyRange ?? root.range)
    var declaration = ModelDeclaration(
      model: input.path.directory, source: .modelConfig, location: place, establishesModel: isModel,
      scope: input.path.scope)
    declaration.shape = original
    if isConfig { describe(&declaration, root, input) }
    let base = (manifest.base("_name_or_path") ?? manifest.base("name_or_path")).map { named in
      input.base(
        named,
        // MLX writes `quantization` where it has quantized.
        relation: root["quantization"]?.isMapping == true ? .quantized : nil,
        // A tokenizer is often somebody else's.
        confidence: isConfig ? .high : .low)
    }
    if let base {
      declaration.bases.insert(base.declared, at: 0)
      detections.references.append(base.reference)
    } else if isModel, let left = leftPath(root, input) {
      declaration.unreadBases = [left]
    }
    guard isModel || !declaration.bases.isEmpty || Self.ownClass(root) != nil && isConfig else { return detections }
    if isModel { detections.references.append(input.bundled(at: place)) }
    detections.declarations.append(declaration)
    return detections
  }

  /// What `config.json` says of the model beside what it was made from.
  private func describe(_ declaration: inout ModelDeclaration, _ root: DataNode, _ input: DetectionInput) {
    if let node = root["model_name"], let name = node.string, !name.isEmpty, name.utf8.count <= 200 {
      declaration.name = DeclaredName(name: name, location: input.location(of: node))
    }
    declaration.architectures = (root["architectures"]?.items ?? []).prefix(8).compactMap(\.string)
    declaration.architectures += [Self.ownClass(root)].compactMap(\.self)
    declaration.shape = Self.sizes(of: root)
    declaration.bases = parts(of: root, input)
    guard declaration.establishesModel else { return }
    declaration.licenses = ManifestLicenses(input: input).licenses(of: root)
    // Who tunes a model saves its base's configuration with it, whatever stands there.
    for index in declaration.licenses.indices { declaration.licenses[index].isAside = true }
  }

  /// The class of the whole or the part, where one line alone has it.
  private static func ownClass(_ root: DataNode) -> String? {
    root["_class_name"]?.string.flatMap { shapes.contains($0) ? $0 : nil }
  }

  /// Whether the file has the settings of a run of some trainer, to which `model_type: lora` is what it is to make.
  private static func isRun(_ root: DataNode) -> Bool {
    root["architectures"] == nil && runKeys.contains { root[$0] != nil }
  }

  private static let runKeys = [
    "output_dir", "learning_rate", "max_train_steps", "num_train_epochs", "train_batch_size",
    "per_device_train_batch_size",
  ]

  /// The sizes of the language model, of one that is made of several in its part of the config.
  private static func sizes(of root: DataNode) -> ModelShape? {
    for node in [root] + textKeys.compactMap({ root[$0] }) {
      guard let hidden = node["hidden_size"]?.integer, let intermediate = node["intermediate_size"]?.integer,
        let vocabulary = (node["vocab_size"] ?? root["vocab_size"])?.integer
      else { continue }
      return ModelShape(
        hidden: hidden, intermediate: intermediate, vocabulary: vocabulary,
        layers: node["num_hidden_layers"]?.integer)
    }
    return nil
  }

  /// The folder that a trainer has left as `_name_or_path`; nil for the model's own, and for what runs call their results.
  private func leftPath(_ root: DataNode, _ input: DetectionInput) -> DeclaredName? {
    guard let node = root["_name_or_path"], let text = node.string, text.contains("/"), text.utf8.count <= 400,
      let last = text.split(whereSeparator: { "/\\".contains($0) }).last.map({ ASCII.lowercased(String($0)) }),
      last.contains(where: \.isLetter), !NameJudge.isPlaceholder(text)
    else { return nil }
    let own = input.path.directory.split(separator: "/").last.map { ASCII.lowercased(String($0)) }
    let isResult = ["checkpoint", "ckpt", "output", "result", "final", "run", "out", "model", "save", "export"]
      .contains { last.hasPrefix($0) }
    return last == own || isResult ? nil : DeclaredName(name: text, location: input.location(of: node))
  }

  /// The models that a composed one has in it: `text_config: {_name_or_path: lmsys/vicuna-7b-v1.5}`, `llm_name_or_path`.
  private func parts(of root: DataNode, _ input: DetectionInput) -> [DeclaredBase] {
    let named = root.entries.map(\.key).filter {
      $0.hasSuffix("_name_or_path") && $0.utf8.count > 14 && !$0.hasPrefix("tokenizer")
    }
    return (Self.partKeys + named + Self.towerKeys).compactMap { key in
      guard let node = root[key]?["_name_or_path"] ?? root[key]?["name_or_path"] ?? root[key], let text = node.string,
        let model = BaseName.model(in: text), model.id.contains("/")
      else { return nil }
      return DeclaredBase(
        model: model, relation: .component, location: input.location(of: node), confidence: .medium)
    }
  }

  /// Classes of diffusers that the parts of one line alone have.
  private static let shapes: Set<String> = ["SD3Transformer2DModel", "SD3ControlNetModel", "StableDiffusion3Pipeline"]
  private static let textKeys = ["text_config", "llm_config", "language_config"]
  private static let towerKeys = ["mm_vision_tower", "vision_tower", "audio_tower"]
  private static let partKeys = [
    "text_config", "llm_config", "language_config", "vlm_config", "backbone_config", "encoder", "decoder",
    "vision_config", "audio_config",
  ]
}
