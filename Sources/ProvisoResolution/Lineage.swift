internal import ProvisoCore
internal import ProvisoKnowledge

/// Follows a model to its bases, and those to theirs as far as the catalog knows.
struct Lineage {
  let known: KnownModels

  /// More than this many steps are no lineage anybody could check.
  private static let maximumDepth = 8
  private static let maximumEdges = 64

  /// The edges from a model whose direct bases are `bases`, nearest first.
  func edges(from model: ModelName, bases: [DeclaredBase]) -> [LineageEdge] {
    guard !bases.isEmpty else { return [] }
    var edges: [LineageEdge] = []
    var seen: Set<ModelName> = [folded(model)]
    let hasOwnTerms = model.registry == .huggingface && Self.hasOwnTerms(known.model(called: model))
    var level = bases.map { base in
      Step(
        base: spoken(base), relation: base.relation, location: base.location,
        evidence: "\(base.location.path):\(base.location.line) names it as base", derivative: nil,
        confidence: spoken(base) == base.model ? base.confidence : .low, hasOwnTerms: hasOwnTerms)
    }
    for depth in 1...Self.maximumDepth {
      var next: [Step] = []
      for step in level where edges.count < Self.maximumEdges {
        let found = known.model(called: step.base)
        let (base, catalog) = (found.name, found.catalog)
        guard seen.insert(folded(base)).inserted else { continue }
        var edge = LineageEdge(
          relation: step.relation, base: base, license: found.license,
          evidence: step.evidence, location: step.location, depth: depth, derivative: step.derivative,
          confidence: step.confidence)
        edge.isPublishersOwn = Self.isOwn(base, of: model, under: found.license.candidates)
        // What others hold the rights in, further up, nobody on the way has settled.
        edge.isSettled =
          step.hasOwnTerms && Self.isOwn(base, of: step.derivative ?? model, under: found.license.candidates)
        let hasOwnTerms = Self.hasOwnTerms(found)
        // Who learns from a model's outputs learns from those of what it was made from, and is not made from that.
        let isTeacher = step.relation.isTeaching
        func relation(_ stated: Relation?) -> Relation? { isTeacher ? .trainedOnOutputs : stated }
        edges.append(edge)
        next += catalog.bases.map { further in
          Step(
            base: further, relation: relation(catalog.relation), location: nil, evidence: Self.evidence(base, catalog),
            derivative: base, confidence: min(step.confidence, catalog.confidence),
            hasOwnTerms: hasOwnTerms)
        }
        next += catalog.namedBases.map { further in
          Step(
            base: further, relation: relation(nil), location: nil, evidence: Self.named(base), derivative: base,
            confidence: .low,
            hasOwnTerms: hasOwnTerms)
        }
        next += [catalog.baseOfRule].compactMap(\.self).map { further in
          Step(
            base: further, relation: relation(nil), location: nil, evidence: Self.ofRule(base), derivative: base,
            confidence: min(step.confidence, .medium), hasOwnTerms: hasOwnTerms)
        }
        next += known.outside.bases(of: base).map { further, evidence in
          Step(
            base: further.model, relation: relation(further.relation), location: nil, evidence: evidence,
            derivative: base,
            confidence: min(step.confidence, further.confidence), hasOwnTerms: hasOwnTerms)
        }
      }
      if next.isEmpty { break }
      // Who is reached in two ways is bound by the one that nobody has settled.
      level = next.filter { !$0.hasOwnTerms } + next.filter(\.hasOwnTerms)
    }
    return edges
  }

  /// A base without an owner, `Llama-3-70B`, is the model of that name, or stands for the line.
  private func spoken(_ base: DeclaredBase) -> ModelName {
    guard base.model.registry == .huggingface, !base.model.id.contains("/"), !ModelCatalog.isAlias(base.model.id),
      ModelCatalog.entry(for: base.model.id) == nil, let line = NamedLine.inName(of: "prose/\(base.model.id)")
    else { return base.model }
    return .huggingFace(line.base ?? line.id)
  }

  /// The edges of a model of the hub, as the catalog knows them.
  func edges(from model: ModelName, _ catalog: CatalogClaims) -> [LineageEdge] {
    let bases = catalog.bases.map { base in
      DeclaredBase(
        model: base, relation: catalog.relation, location: Location(path: ""), confidence: catalog.confidence)
    }
    let named = catalog.namedBases.map { base in
      DeclaredBase(model: base, relation: nil, location: Location(path: ""), confidence: .low)
    }
    let ofRule = [catalog.baseOfRule].compactMap(\.self).map { base in
      DeclaredBase(model: base, relation: nil, location: Location(path: ""), confidence: .medium)
    }
    let rules = Set(ofRule.map { folded(known.canonical($0.model)) })
    let names = Set(named.map { folded(known.canonical($0.model)) })
    return edges(from: model, bases: bases + ofRule + named).map { edge in
      var edge = edge
      if edge.depth == 1 {
        edge.location = nil
        let base = folded(edge.base)
        edge.evidence =
          rules.contains(base)
          ? Self.ofRule(model) : names.contains(base) ? Self.named(model) : Self.evidence(model, catalog)
      }
      return edge
    }
  }

  private struct Step {
    var base: ModelName
    var relation: Relation?
    var location: Location?
    var evidence: String
    var derivative: ModelName?
    var confidence: Confidence
    /// Whether the publisher of the derivative has put it under restricted terms.
    var hasOwnTerms = false
  }

  /// Whether its publisher has put a model under restricted terms. What stands under free ones may be labeled in haste.
  private static func hasOwnTerms(_ model: KnownModel) -> Bool {
    model.license.category?.isRestricted == true && model.license.state == .known
      && model.claims.contains { $0.kind == .record && $0.source < .publisher }
  }

  private static func named(_ model: ModelName) -> String {
    "the name \(model.id) says that it was made from it, too"
  }

  private static func ofRule(_ model: ModelName) -> String {
    "the catalog's rule for the line of \(model.id) has it as a base"
  }

  private static func evidence(_ model: ModelName, _ catalog: CatalogClaims) -> String {
    if catalog.isSameAsBase { return "\(model.registry.rawValue) serves it as \(model.id)" }
    if catalog.isNamedAfterLine { return "the name \(model.id) says that it was made from a model of that line" }
    return catalog.isNamedAfterBase
      ? "the name \(model.id) says that it was made from it"
      : "the catalog has it as a base of \(model.id)\(catalog.baseSource)"
  }

  /// Whether the owner of the model is that of the base, and may release it under other terms than these.
  private static func isOwn(_ base: ModelName, of model: ModelName, under licenses: [License]) -> Bool {
    guard base.registry == .huggingface, model.registry == .huggingface, let slash = base.id.firstIndex(of: "/"),
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
