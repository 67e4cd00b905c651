internal import ProvisoCore
internal import ProvisoKnowledge

/// Models of the tree that were made from one another, or from data that lie in it.
extension Resolver {
  /// Of the bases in the tree all that the model's own files name are followed, and from there on so many of the nearest.
  private static let mostFollowed = 64
  /// What is beyond so many steps is left out, and told.
  private static let maximumDepth = Lineage.maximumDepth

  func local(_ name: ModelName, _ references: [ModelReference], _ groups: ReferenceGroups) -> ResolvedModel {
    let data = groups.dataSets(of: name)
    return local(
      name, references, groups, inTree: basesInTree(of: name.id, groups),
      learned: teachers(of: name.id, data.filter { $0.model.registry == .local }, groups),
      trainedOn: data.filter { $0.model.registry != .local })
  }

  /// The model without what it was made from in the tree.
  private func byItself(_ id: String, _ groups: ReferenceGroups) -> ResolvedModel {
    groups.alone.value(of: id) {
      local(.local(id), groups.references(to: .local(id)), groups, inTree: .init(), learned: .init(), trainedOn: [])
    }
  }

  private func local(
    _ name: ModelName, _ references: [ModelReference], _ groups: ReferenceGroups, inTree: Lineage.Found,
    learned: Lineage.Found, trainedOn: [ModelReference]
  ) -> ResolvedModel {
    let declarations = groups.declarations(of: name)
    let texts = texts.read(declarations, above: groups.texts(above: name))
    var model = local(
      name, references, texts, inTree, learned: learned,
      // What is known of a model of the hub by that name is heard all the same.
      isFollowed: { groups.locals.owner(of: $0) != nil && known.isUnheardOf($0.model) }, trainedOn: trainedOn,
      duties: groups.duties)
    model.unreadBases += declarations.flatMap(\.pathBases).filter { base in
      groups.locals.owner(of: base).map { $0 == name.id } ?? true
    }.map { DeclaredName(name: $0.model.id, location: $0.location) }
    if Self.hasUnreadBase(model) { model.license = Self.unsure(model.license) }
    return model
  }

  /// Whether a file states a base that nobody could look up. Where a card names the base, an adapter's configuration has the folder
  /// that it was read from.
  private static func hasUnreadBase(_ model: ResolvedModel) -> Bool {
    let hasBase = model.lineage.contains { !$0.relation.isTeaching }
    return model.unreadBases.contains { !$0.isLeftByTrainer && !($0.isOfAdapter && hasBase) }
  }

  /// What the model was made from could be read by nobody, and may be under stricter terms than its label says.
  static func unsure(_ license: LicenseConclusion) -> LicenseConclusion {
    guard !license.claims.contains(where: { $0.source == .correction }) else { return license }
    var license = license
    license.confidence = .low
    return license
  }

  /// A base that lies in the tree, on the way to what was made from it.
  private struct Step {
    var model: String
    var base: DeclaredBase
    var derivative: ModelName?
    var depth: Int
  }

  /// The models of the tree that its files name as bases, by their paths or by ids of the hub that they go by, with what those were
  /// made from, nearest first.
  private func basesInTree(of id: String, _ groups: ReferenceGroups) -> Lineage.Found {
    var seen: Set<String> = [id]
    var cut: LineageCut?
    var steps = self.steps(from: id, nil, depth: 1, groups).filter { seen.insert($0.model).inserted }
    guard !steps.isEmpty else { return .init() }
    var next = 0
    while next < steps.count, cut == nil {
      let step = steps[next]
      next += 1
      for further in self.steps(from: step.model, .local(step.model), depth: step.depth + 1, groups)
      where seen.insert(further.model).inserted {
        guard further.depth <= Self.maximumDepth, steps.count < Self.mostFollowed else {
          cut = LineageCut(base: .local(further.model), location: further.base.location)
          break
        }
        steps.append(further)
      }
    }
    var found = lineage(along: steps, groups)
    found.cut = cut ?? found.cut
    return found
  }

  private func steps(
    from id: String, _ derivative: ModelName?, depth: Int, _ groups: ReferenceGroups
  ) -> [Step] {
    // A card and an adapter's config often name the same.
    groups.declarations(of: .local(id)).flatMap { $0.pathBases + $0.bases }.compactMap { base in
      groups.locals.owner(of: base).map { Step(model: $0, base: base, derivative: derivative, depth: depth) }
    }
  }

  private func lineage(along steps: [Step], _ groups: ReferenceGroups) -> Lineage.Found {
    var cut: LineageCut?
    var found: [[LineageEdge]] = Array(repeating: [], count: steps.count)
    var bases: [ModelName: [LineageEdge]] = [:]
    // From the furthest: what says nothing stands under what its bases stand under.
    for index in steps.indices.reversed() {
      let step = steps[index]
      let model = byItself(step.model, groups)
      cut = model.lineageCut ?? cut
      let ofHub = model.lineage.map { $0.below(model.name, by: step.depth) }
      let own = ofHub + (bases[model.name] ?? [])
      let edge = LineageEdge(
        relation: step.base.relation, base: model.name,
        license: model.license.claims.isEmpty
          ? inherited(own.map { $0.below(model.name, by: 1 - $0.depth) }) : model.license,
        evidence: step.base.evidence,
        location: step.depth == 1 ? step.base.location : nil, depth: step.depth, derivative: step.derivative,
        confidence: step.base.confidence)
      if let derivative = step.derivative { bases[derivative, default: []].append(edge) }
      found[index] = [edge] + ofHub
    }
    return Self.nearest(found.flatMap(\.self), cut)
  }

  private static func nearest(_ edges: [LineageEdge], _ cut: LineageCut?) -> Lineage.Found {
    let (kept, left) = edges.nearest(Lineage.maximumEdges)
    return Lineage.Found(edges: kept, cut: cut ?? left.map { LineageCut(base: $0.base, location: $0.location) })
  }

  /// The models whose outputs the data sets of the tree are made of, and the data that these were made of, for a model that was trained
  /// on them.
  private func teachers(of id: String, _ data: [ModelReference], _ groups: ReferenceGroups) -> Lineage.Found {
    var seen: Set<String> = [id]
    var cut: LineageCut?
    var sources = data.filter { seen.insert($0.model.id).inserted }.map { (id: $0.model.id, place: $0.location) }
    var edges: [LineageEdge] = []
    var next = 0
    while next < sources.count, next < Self.mostFollowed {
      let (id, place) = sources[next]
      next += 1
      let (found, inTree) = (byItself(id, groups), basesInTree(of: id, groups))
      cut = cut ?? found.lineageCut ?? inTree.cut
      for edge in (found.lineage + inTree.edges).map({ $0.below(found.name, by: 1) }) where edge.relation.isTeaching {
        var edge = edge
        edge.relation = .trainedOnOutputs
        edge.location = place
        edges.append(edge)
      }
      for reference in groups.dataSets(of: .local(id))
      where reference.model.registry == .local && seen.insert(reference.model.id).inserted {
        sources.append((reference.model.id, place))
      }
    }
    if next < sources.count {
      cut = cut ?? LineageCut(base: .local(sources[next].id), location: sources[next].place)
    }
    return Self.nearest(edges, cut)
  }
}

extension LineageEdge {
  /// The edge for what was made from `model`, which is `steps` away.
  fileprivate func below(_ model: ModelName, by steps: Int) -> LineageEdge {
    var edge = self
    edge.depth += steps
    edge.derivative = edge.derivative ?? model
    edge.location = nil
    return edge
  }
}

extension [LineageEdge] {
  /// No more than `count`, nearest first, and the first that is left out; where there are more, the restricted before all others.
  fileprivate func nearest(_ count: Int) -> (kept: [LineageEdge], left: LineageEdge?) {
    let ordered = enumerated().sorted { ($0.element.depth, $0.offset) < ($1.element.depth, $1.offset) }.map(\.element)
    guard ordered.count > count else { return (ordered, nil) }
    let isRestricted = ordered.map { $0.license.category?.isRestricted == true }
    let chosen = ordered.indices.filter { isRestricted[$0] } + ordered.indices.filter { !isRestricted[$0] }
    return (chosen.prefix(count).sorted().map { ordered[$0] }, ordered[chosen[count]])
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
