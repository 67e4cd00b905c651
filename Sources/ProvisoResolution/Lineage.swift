internal import ProvisoCore
internal import ProvisoKnowledge

/// Follows a model to its bases, and those to theirs as far as the catalog knows.
struct Lineage {
  let known: KnownModels

  /// What is beyond so many steps or edges is left out, and told.
  static let maximumDepth = 64
  static let maximumEdges = 512

  /// What a model was made from, nearest first.
  struct Found {
    var edges: [LineageEdge] = []
    /// The first base that is left out; nil where none is.
    var cut: LineageCut?
  }

  /// What a model was made from whose own files name `bases`.
  func found(from model: ModelName, bases: [DeclaredBase]) -> Found {
    found(from: model, along: bases.map { Step(base: StatedBase($0), location: $0.location) })
  }

  /// What a model of the hub was made from, as the catalog knows it.
  func found(from model: ModelName, _ catalog: CatalogClaims) -> Found {
    found(from: model, along: catalog.statedBases(of: model).map { Step(base: $0) })
  }

  private func found(from model: ModelName, along direct: [Step]) -> Found {
    guard !direct.isEmpty else { return Found() }
    var edges: [LineageEdge] = []
    var seen: Set<ModelName> = [folded(model)]
    let hasOwnTerms = model.registry == .huggingface && Self.hasOwnTerms(known.model(called: model))
    var level = direct.map { step in
      var step = step
      step.base = spoken(step.base)
      step.hasOwnTerms = hasOwnTerms
      return step
    }
    var depth = 0
    while !level.isEmpty {
      depth += 1
      var next: [Step] = []
      for step in level {
        let found = known.model(called: step.base.model)
        let base = found.name
        guard seen.insert(folded(base)).inserted else { continue }
        guard depth <= Self.maximumDepth, edges.count < Self.maximumEdges else {
          return Found(edges: edges, cut: LineageCut(base: base, location: step.location))
        }
        var edge = LineageEdge(
          relation: step.base.relation, base: base, license: found.license,
          evidence: step.base.evidence, location: step.location, depth: depth, derivative: step.derivative,
          confidence: step.base.confidence)
        edge.isPublishersOwn = Self.isOwn(base, of: model, under: found.license.candidates)
        // What others hold the rights in, further up, nobody on the way has settled.
        edge.isSettled =
          step.hasOwnTerms && Self.isOwn(base, of: step.derivative ?? model, under: found.license.candidates)
        edges.append(edge)
        let hasOwnTerms = Self.hasOwnTerms(found)
        next += (found.catalog.statedBases(of: base) + known.outside.statedBases(of: base)).map { further in
          var further = further
          // Who learns from a model's outputs learns from those of what it was made from, and is not made from that.
          if step.base.relation.isTeaching { further.relation = .trainedOnOutputs }
          further.confidence = min(step.base.confidence, further.confidence)
          return Step(base: further, derivative: base, hasOwnTerms: hasOwnTerms)
        }
      }
      // Who is reached in two ways is bound by the one that nobody has settled.
      level = next.filter { !$0.hasOwnTerms } + next.filter(\.hasOwnTerms)
    }
    return Found(edges: edges)
  }

  private struct Step {
    var base: StatedBase
    var location: Location?
    var derivative: ModelName?
    /// Whether the publisher of the derivative has put it under restricted terms.
    var hasOwnTerms = false
  }

  /// A base without an owner, `Llama-3-70B`, is the model of that name, or stands for the line.
  private func spoken(_ base: StatedBase) -> StatedBase {
    let id = base.model.id
    guard base.model.registry == .huggingface, !id.contains("/"), !ModelCatalog.isAlias(id),
      ModelCatalog.entry(for: id) == nil, let line = NamedLine.inName(of: "prose/\(id)")
    else { return base }
    var base = base
    base.model = .huggingFace(line.base ?? line.id)
    base.confidence = .low
    return base
  }

  /// Whether its publisher has put a model under restricted terms. What stands under free ones may be labeled in haste.
  private static func hasOwnTerms(_ model: KnownModel) -> Bool {
    model.license.category?.isRestricted == true && model.license.state == .known
      && model.claims.contains { $0.kind == .record && $0.source < .publisher }
  }

  /// Whether the owner of the model is that of the base, and may release it under other terms than these.
  private static func isOwn(_ base: ModelName, of model: ModelName, under licenses: [License]) -> Bool {
    guard base.registry == .huggingface, model.registry == .huggingface,
      let slash = base.id.utf8.firstIndex(of: UInt8(ascii: "/")),
      base.id.utf8.first.map({ $0 | 0x20 }) == model.id.utf8.first.map({ $0 | 0x20 }),
      model.id.lowercased().hasPrefix(base.id[...slash].lowercased())
    else { return false }
    let owner = String(base.id[..<slash])
    return licenses.allSatisfy { ModelCatalog.mayRelicense(owner, $0) }
  }

  /// Hub ids that differ in case are one model.
  private func folded(_ name: ModelName) -> ModelName {
    name.registry == .huggingface ? .huggingFace(name.id.lowercased()) : name
  }
}
