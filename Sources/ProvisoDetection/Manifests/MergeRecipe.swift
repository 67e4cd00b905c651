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
    var models: [(model: ModelName, node: DataNode)] = []
    collect(root, into: &models)
    var seen: Set<ModelName> = []
    models = models.filter { seen.insert($0.model).inserted }
    return input.model(at: input.location(method.keyRange), bases: models, relation: .merge)
  }

  private static let keys: Set<String> = ["model", "base_model", "source_model"]

  private func collect(_ node: DataNode, into models: inout [(model: ModelName, node: DataNode)]) {
    for entry in node.entries {
      if Self.keys.contains(entry.key), let text = entry.value.string {
        models += text.split(separator: "+").compactMap { BaseName.model(in: String($0)) }.map { ($0, entry.value) }
      }
      // Recent versions write `model: {model: {path: owner/name}}`.
      if entry.key == "path", let model = entry.value.string.flatMap(HubName.model) {
        models.append((model, entry.value))
      }
      collect(entry.value, into: &models)
    }
    for item in node.items { collect(item, into: &models) }
  }
}
