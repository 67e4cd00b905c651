internal import ProvisoCore
internal import ProvisoKnowledge

/// How far a walk through the models of one tree has come.
struct TreeWalk {
  /// More models of one tree are no lineage anybody could check.
  fileprivate var budget = 64
  /// The models on the way, one made from the other: cards can name one another in a ring.
  fileprivate var derivatives: [String] = []

  fileprivate mutating func mayFollow(_ model: String) -> Bool {
    guard budget > 0, !derivatives.contains(model) else { return false }
    budget -= 1
    return true
  }
}

/// Models of the tree that were made from one another, or from data that lie in it.
extension Resolver {
  func local(
    _ name: ModelName, _ references: [ModelReference], _ groups: ReferenceGroups, _ tree: inout TreeWalk
  ) -> ResolvedModel {
    tree.derivatives.append(name.id)
    defer { tree.derivatives.removeLast() }
    let declarations = groups.declarations(of: name)
    let texts = texts.read(declarations, above: groups.texts(above: name))
    let (inTree, followed) = basesInTree(declarations, groups, &tree)
    let (own, ofHub) = groups.dataSets(of: name).partitioned { $0.model.registry == .local }
    let learned = own.flatMap { teachers(behind: $0, groups, &tree) }
    var model = local(
      name, references, texts, inTree, learned: learned,
      // What is known of a model of the hub by that name is heard all the same.
      isFollowed: { followed.contains($0.model) && known.isUnheardOf($0.model) }, trainedOn: ofHub)
    model.unreadBases += declarations.flatMap(\.pathBases).filter { !followed.contains($0.model) }.map {
      DeclaredName(name: $0.model.id, location: $0.location)
    }
    return model
  }

  /// The models of the tree that its files name as bases, by their paths or by ids of the hub that they go by, with what those were
  /// made from; and which of the bases these are.
  private func basesInTree(
    _ declarations: [ModelDeclaration], _ groups: ReferenceGroups, _ tree: inout TreeWalk
  ) -> (edges: [LineageEdge], followed: Set<ModelName>) {
    var edges: [LineageEdge] = []
    var followed: Set<ModelName> = []
    // A card and an adapter's config often name the same.
    for base in declarations.flatMap({ $0.pathBases + $0.bases }) where !followed.contains(base.model) {
      guard let owner = groups.locals.owner(of: base) else { continue }
      if tree.derivatives.contains(owner), base.model.registry == .huggingface { followed.insert(base.model) }
      guard tree.mayFollow(owner) else { continue }
      followed.insert(base.model)
      let found = local(.local(owner), groups.references(to: .local(owner)), groups, &tree)
      edges.append(
        LineageEdge(
          relation: base.relation, base: found.name, license: found.license,
          evidence: "\(base.location.path):\(base.location.line) names it as base", location: base.location,
          confidence: base.confidence))
      edges += found.lineage.map { $0.below(found.name) }
    }
    return (edges, followed)
  }

  /// The models whose outputs a data set of the tree is made of, for a model that was trained on it.
  private func teachers(
    behind reference: ModelReference, _ groups: ReferenceGroups, _ tree: inout TreeWalk
  ) -> [LineageEdge] {
    guard tree.mayFollow(reference.model.id) else { return [] }
    let data = local(reference.model, groups.references(to: reference.model), groups, &tree)
    return data.lineage.filter { [.trainedOnOutputs, .distilled].contains($0.relation) }.map { edge in
      var edge = edge.below(data.name)
      edge.relation = .trainedOnOutputs
      edge.location = reference.location
      return edge
    }
  }
}

extension LineageEdge {
  /// The edge for what was made from `model`.
  fileprivate func below(_ model: ModelName) -> LineageEdge {
    var edge = self
    edge.depth += 1
    edge.derivative = edge.derivative ?? model
    edge.location = nil
    return edge
  }
}

extension LocalModels {
  /// The model of the tree that a file names as a base.
  fileprivate func owner(of base: DeclaredBase) -> String? {
    switch base.model.registry {
    case .local: owner(ofPath: base.model.id, in: base.location.path)
    case .huggingface: owner(ofHubID: base.model.id)
    default: nil
    }
  }
}

extension [ModelReference] {
  fileprivate func partitioned(by isFirst: (ModelReference) -> Bool) -> (
    first: [ModelReference], rest: [ModelReference]
  ) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}
