internal import ProvisoCore

/// Brings together what a recipe merges that is no model of the tree itself: mergekit's under a name of somebody's own. What comes
/// out of it lies nowhere yet, so that the model which the recipe names first stands for it.
enum Merging {
  /// The models with what is merged with them.
  static func linked(_ models: [ResolvedModel]) -> [ResolvedModel] {
    var recipes: [String: [LineageEdge]] = [:]
    var seen: Set<[String]> = []
    for model in models {
      for reference in model.references
      where reference.isMerged && !reference.isPartial
        && seen.insert([reference.location.path, model.name.registry.rawValue, model.name.id]).inserted
      {
        recipes[reference.location.path, default: []].append(
          LineageEdge(
            relation: .merge, base: model.name, license: model.license,
            evidence: "\(reference.location.path):\(reference.location.line) merges it",
            location: reference.location))
      }
    }
    var firsts: [ModelName: [[LineageEdge]]] = [:]
    for (_, edges) in recipes.sorted(by: { $0.key < $1.key }) where edges.count > 1 {
      let merged = edges.sorted { ($0.location?.line ?? 0, $0.base) < ($1.location?.line ?? 0, $1.base) }
      firsts[merged[0].base, default: []].append(merged)
    }
    guard !firsts.isEmpty else { return models }
    return models.map { model in
      var model = model
      model.merges = firsts[model.name] ?? []
      return model
    }
  }
}
