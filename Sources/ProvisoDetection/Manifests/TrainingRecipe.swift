internal import ProvisoCore
internal import ProvisoText

/// The settings that axolotl and LLaMA-Factory leave beside their result (`axolotl_config.yaml`, `training_args.yaml`), and show in
/// its card: the model that was trained is the base of the one in the folder. Settings under other names are read as configuration,
/// since nobody knows whether what lies beside them was made by them. Where the file is called after axolotl, `base_model` is enough.
struct TrainingRecipe: Detector {
  let id = "training-recipe"
  let summary = "The settings that axolotl and LLaMA-Factory leave beside their result: the model that was trained."
  let needles = ["base_model", "model_name_or_path"]

  var endings: Set<String> { ["yaml", "yml"] }

  func wants(_ path: FilePath) -> Bool {
    let name = path.lowercasedName
    guard ["yml", "yaml"].contains(path.fileExtension) else { return false }
    return name.hasPrefix("axolotl") || name.hasPrefix("training_args.")
  }

  func detect(_ input: DetectionInput) -> Detections {
    let names = ["axolotl.yml", "axolotl.yaml", "axolotl_config.yml", "axolotl_config.yaml"]
    let isNamedSo = names.contains(input.path.lowercasedName)
    guard let base = Self.base(in: 0..<input.source.bytes.count, of: input, isRun: isNamedSo) else {
      return Detections()
    }
    // What else the file names, and what is no YAML, is told where it is read as configuration.
    return Detections(declarations: [
      ModelDeclaration(
        model: input.path.directory, source: .modelConfig, location: base.location, bases: [base],
        establishesModel: false, scope: input.path.scope)
    ])
  }

  /// The model that was trained, where the text holds the settings of a run.
  ///
  /// - Parameter isRun: whether that is known without them.
  static func base(in range: Range<Int>, of input: DetectionInput, isRun: Bool = false) -> DeclaredBase? {
    let limits = YAMLLimits(aliases: .share(maximumVisits: 100_000))
    guard let root = try? YAMLReader.read(input.source, range: range, limits: limits).root,
      isRun || root.entries.count(where: { settings.contains($0.key) }) >= 2,
      let node = root["base_model"] ?? root["model_name_or_path"], let text = node.string,
      let model = BaseName.model(in: text)
    else { return nil }
    let adapters = ["adapter", "finetuning_type"].compactMap { root[$0]?.string }
    let relation: Relation = adapters.contains { ["lora", "qlora"].contains($0) } ? .adapter : .finetune
    return DeclaredBase(model: model, relation: relation, location: input.location(of: node), confidence: .medium)
  }

  /// What no other kind of file has beside the name of a model.
  private static let settings: Set<String> = [
    "sequence_len", "micro_batch_size", "gradient_accumulation_steps", "num_epochs", "num_train_epochs",
    "learning_rate",
    "lr_scheduler", "lr_scheduler_type", "val_set_size", "sample_packing", "lora_r", "lora_alpha", "lora_rank",
    "per_device_train_batch_size", "finetuning_type", "warmup_steps", "warmup_ratio", "cutoff_len",
  ]
}
