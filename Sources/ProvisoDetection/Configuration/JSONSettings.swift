internal import ProvisoCore
internal import ProvisoText

/// Any JSON configuration, with comments and commas too many or not, by its keys and then its values.
///
/// The configs of model repositories, tokenizers, lock files and translations are not searched: other detectors read the first,
/// the others name no model. In folders of translations and of what tests expect, names are counted and told, and not listed.
struct JSONSettings: Detector {
  let id = "json-settings"
  let summary =
    "JSON configuration: models under keys that ask for one, and names that speak for themselves."
  let needles = SettingNeedles.all

  private static let extensions: Set<String> = ["json", "jsonc", "json5", "template"]
  private static let notSearched: Set<String> = [
    "adapter_config.json", "added_tokens.json", "composer.lock", "generation_config.json",
    "model_index.json",
    "model.safetensors.index.json", "package-lock.json", "package.resolved",
    "preprocessor_config.json",
    "processor_config.json", "pytorch_model.bin.index.json", "quantize_config.json",
    "special_tokens_map.json", "open_clip_config.json",
    "tokenizer.json", "tokenizer_config.json", "tsconfig.json", "vocab.json", "contents.json",
    "npm-shrinkwrap.json",
    "scheduler_config.json", "modules.json", "sentence_bert_config.json",
    "config_sentence_transformers.json",
  ]

  var endings: Set<String> { Self.extensions.union([""]) }

  func wants(_ path: FilePath) -> Bool {
    (Self.extensions.contains(path.fileExtension) || path.name == "OAI_CONFIG_LIST")
      && !Self.notSearched.contains(path.lowercasedName)
      && !path.lowercasedName.hasSuffix(".min.json") && !path.lowercasedName.hasSuffix("-lock.json")
  }

  /// Whether the file lies among translations or expected results.
  static func isOutput(_ path: FilePath) -> Bool {
    path.hasFolder(in: notSettings)
  }

  /// Folders of translations, and of what tests expect to come out.
  private static let notSettings = WordTable(
    "locales locale i18n translations lang langs expected __snapshots__ snapshots")

  func detect(_ input: DetectionInput) -> Detections {
    guard Self.isOutput(input.path) else { return settings(input) }
    let found = settings(input)
    guard !found.references.isEmpty else { return Detections(notifications: found.notifications) }
    let count = found.references.count == 1 ? "model name in it is" : "\(found.references.count) model names in it are"
    return Detections(
      notifications: found.notifications + [
        input.notification(
          .note, "It lies among translations or expected results, so the \(count) not listed.")
      ])
  }

  private func settings(_ input: DetectionInput) -> Detections {
    if let tooLarge = input.tooLarge(SettingNeedles.maximumBytes) { return tooLarge }
    do {
      var root = try JSONReader.read(input.source).root
      let recorded = RecordedKeys.keys(of: root)
      let document = recorded.isEmpty ? Detections() : self.document(root, input)
      if !recorded.isEmpty {
        root.content = .mapping(root.entries.filter { !recorded.contains($0.key) })
      }
      var walk = SettingWalk(
        input, kind: input.path.scope == .ci ? .pipeline : .configuration,
        role: YAMLSettings.role(of: root))
      walk.walk(root)
      var found = walk.detections
      MergeRecipe.mark(&found.references, by: root, input)
      found.append(document)
      return found
    } catch {
      // JSON lines, JSON5 with bare keys, templates: the names in quotes are still there.
      return Detections(
        references: RecordedRequests.references(
          in: 0..<input.source.bytes.count, of: input, kind: .configuration),
        notifications: [
          input.unread("Not read as JSON, so only its \"model\" keys were looked for", error)
        ])
    }
  }

  /// A bill of materials under a name that does not say so is read as one; what a report of this tool lists was found elsewhere.
  private func document(_ root: DataNode, _ input: DetectionInput) -> Detections {
    if RecordedKeys.isOwn(root) {
      return Detections(notifications: [
        input.notification(.note, "It is a report of this tool: the models that it lists are not listed again.")
      ])
    }
    if RecordedKeys.isCycloneDX(root) {
      return CycloneDXDocument().wants(input.path) ? Detections() : CycloneDXDocument().detect(input)
    }
    return SPDXDocument().wants(input.path) ? Detections() : SPDXDocument().detect(input)
  }
}
