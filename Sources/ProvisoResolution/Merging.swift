internal import ProvisoCore

/// Brings together what a recipe merges that is no model of the tree itself: mergekit's under a name of somebody's own. What comes
/// out of it lies nowhere yet, so that the model which the recipe names first stands for it.
enum Merging {
  /// The models with what is merged with them.
  static func linked(_ models: [ResolvedModel]) -> [ResolvedModel] {
    var recipes: [Location: [LineageEdge]] = [:]
    var seen: Set<Part> = []
    for model in models {
      for reference in model.references where !reference.isPartial {
        guard let recipe = reference.recipe, seen.insert(Part(recipe: recipe, model: model.name)).inserted else {
          continue
        }
        recipes[recipe, default: []].append(
          LineageEdge(
            relation: .merge, base: model.name, license: model.license,
            evidence: "\(reference.location.path):\(reference.location.line) merges it",
            location: reference.location))
      }
    }
    var firsts: [ModelName: [[LineageEdge]]] = [:]
    for (_, edges) in recipes.sorted(by: { $0.key < $1.key }) where edges.count > 1 {
      let merged = edges.sorted { place($0) < place($1) }
      firsts[merged[0].base, default: []].append(merged)
    }
    guard !firsts.isEmpty else { return models }
    return models.map { model in
      var model = model
      model.merges = firsts[model.name] ?? []
      return model
    }
  }

  private struct Part: Hashable {
    var recipe: Location
    var model: ModelName
  }

  /// In the order of the recipe, which may stand on one line of a notebook.
  private static func place(_ edge: LineageEdge) -> (Int, Int, ModelName) {
    (edge.location?.line ?? 0, edge.location?.column ?? 0, edge.base)
  }
}
