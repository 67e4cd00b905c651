internal import ProvisoCore
internal import ProvisoText

/// `mergekit_config.yml`, which mergekit leaves beside its result: every model that was merged, as a base of the model in its
/// folder. `owner/name+owner/lora` names a model and an adapter. Recipes elsewhere are read as configuration.
struct MergeRecipe: Detector {
  let id = "merge-recipe"
  let summary = "The recipe that mergekit leaves beside its result: the models that were merged."
  let needles = ["merge_method"]

  func wants(_ path: FilePath) -> Bool {
    ["mergekit_config.yml", "mergekit_config.yaml"].contains(path.lowercasedName)
  }

  func detect(_ input: DetectionInput) -> Detections {
    let root: DataNode
    do {
      let limits = YAMLLimits(aliases: .share(maximumVisits: 100_000))
      guard let document = try YAMLReader.read(input.source, limits: limits).root else { return Detections() }
      root = document
    } catch {
      var notification = input.notification(
        .warning, at: error.position, "Not read as YAML, so what was merged is not known: \(error.message)")
      notification.isIncomplete = true
      return Detections(notifications: [notification])
    }
    guard let method = root.entries.last(where: { $0.key == "merge_method" }) else { return Detections() }
    var merged = Merged()
    collect(root, into: &merged, input)
    var seen: Set<ModelName> = []
    let models = merged.models.filter { seen.insert($0.model).inserted }
    var detections = input.model(at: input.location(method.keyRange), bases: models, relation: .merge)
    var names: Set<String> = []
    detections.declarations[detections.declarations.count - 1].unreadBases = merged.unread.filter {
      names.insert($0.name).inserted
    }
    return detections
  }

  private struct Merged {
    var models: [(model: ModelName, node: DataNode)] = []
    var unread: [DeclaredName] = []
  }

  private static let keys: Set<String> = ["model", "base_model", "source_model"]

  private func collect(_ node: DataNode, into merged: inout Merged, _ input: DetectionInput) {
    for entry in node.entries {
      if Self.keys.contains(entry.key), let text = entry.value.string {
        for part in text.split(separator: "+") { add(String(part), entry.value, to: &merged, input) }
      }
      // Recent versions write `model: {model: {path: owner/name}}`.
      if entry.key == "path", let text = entry.value.string { add(text, entry.value, to: &merged, input) }
      collect(entry.value, into: &merged, input)
    }
    for item in node.items { collect(item, into: &merged, input) }
  }

  private func add(_ text: String, _ node: DataNode, to merged: inout Merged, _ input: DetectionInput) {
    if let model = BaseName.model(in: text) {
      merged.models.append((model, node))
    } else if !NameJudge.isPlaceholder(text) {
      merged.unread.append(DeclaredName(name: text, location: input.location(of: node)))
    }
  }
}
