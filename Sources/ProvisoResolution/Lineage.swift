internal import ProvisoCore
internal import ProvisoKnowledge

/// Follows a model to its bases, and those to theirs as far as the catalog knows.
struct Lineage {
  let reader: ClaimReader
  let conclude: Conclude

  /// More than this many steps are no lineage anybody could check.
  private static let maximumDepth = 8
  private static let maximumEdges = 64

  /// The edges from a model whose direct bases are `bases`, nearest first.
  func edges(from model: ModelName, bases: [DeclaredBase]) -> [LineageEdge] {
    var edges: [LineageEdge] = []
    var seen: Set<ModelName> = [model]
    var level = bases.map { base in
      (
        base: base.model, relation: base.relation, location: Optional(base.location),
        evidence: "\(base.location.path):\(base.location.line) names it as base"
      )
    }
    for depth in 1...Self.maximumDepth {
      var next: [(base: ModelName, relation: Relation?, location: Location?, evidence: String)] = []
      for step in level where edges.count < Self.maximumEdges {
        let base = canonical(step.base)
        guard seen.insert(base).inserted else { continue }
        let catalog = CatalogClaims(for: base, reader: reader)
        edges.append(
          LineageEdge(
            relation: step.relation, base: base, license: conclude.conclusion(catalog.claims, remark: catalog.remark),
            evidence: step.evidence, location: step.location, depth: depth))
        next += catalog.bases.map { ($0, nil, nil, "the catalog has it as a base of \(base.id)") }
      }
      if next.isEmpty { break }
      level = next
    }
    return edges
  }

  /// The edges of a model of the hub, as the catalog knows them.
  func edges(from model: ModelName, catalogBases: [ModelName]) -> [LineageEdge] {
    let bases = catalogBases.map { base in
      DeclaredBase(model: base, relation: nil, location: Location(path: ""))
    }
    return edges(from: model, bases: bases).map { edge in
      var edge = edge
      if edge.depth == 1 {
        edge.location = nil
        edge.evidence = "the catalog has it as a base of \(model.id)"
      }
      return edge
    }
  }

  func canonical(_ name: ModelName) -> ModelName {
    guard name.registry == .huggingface else { return name }
    return .huggingFace(ModelCatalog.canonicalID(of: name.id))
  }
}
