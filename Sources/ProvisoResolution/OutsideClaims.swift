internal import ProvisoCore
internal import ProvisoKnowledge

/// What is said, outside of the models of the tree, of models that are known by name.
struct OutsideClaims {
  private var declarations: [ModelName: [OutsideDeclaration]] = [:]
  private let reader: ClaimReader

  init(_ all: [OutsideDeclaration], reader: ClaimReader) {
    self.reader = reader
    for declaration in all { declarations[Self.key(declaration.model), default: []].append(declaration) }
  }

  /// Several files often say the same.
  func claims(for name: ModelName) -> [Claim] {
    var seen: Set<[String]> = []
    return of(name).flatMap { declaration in
      declaration.licenses.flatMap { reader.claims($0, source: declaration.source) }.map { claim in
        var claim = claim
        claim.date = declaration.date
        if let doubt = declaration.doubt {
          claim.isOfDoubtfulState = true
          claim.evidence += " (\(doubt))"
        }
        return claim
      }
    }.filter { seen.insert([$0.source.rawValue, $0.license, "\($0.isOfDoubtfulState)"]).inserted }
  }

  /// The claims of the catalog and of others about `name`, and what is known of a publisher who declares none.
  ///
  /// What the catalog only takes from the publisher's other models or from lists of others, for want of a better source, gives way to
  /// what the publisher says himself: but a label does not free what a list of others has as restricted, or under a name of its own.
  func heard(
    of name: ModelName, beside catalog: CatalogClaims
  ) -> (claims: [Claim], remark: String?) {
    let own = claims(for: name)
    let isSaid = own.contains { $0.source.isOutside }
    let none = of(name).first(where: \.declaresNone)
    guard isSaid || none != nil else { return (catalog.claims + own, catalog.remark) }
    let freed = isFree(own)
    let claims =
      catalog.claims.filter { claim in
        claim.source != .publisher && (claim.source != .thirdParty || freed && speaksAgainstFreedom(claim))
      } + own
    guard let none, !isSaid else { return (claims, nil) }
    let day = none.date.map { ", as of \($0)" } ?? ""
    return (claims, "the publisher declares no license (\(none.location.path)\(day))")
  }

  /// Whether all licenses that are claimed are known and none is restricted.
  private func isFree(_ claims: [Claim]) -> Bool {
    !claims.isEmpty && claims.allSatisfy { $0.kind == .record && !isRestricted($0) }
  }

  private func speaksAgainstFreedom(_ claim: Claim) -> Bool {
    switch claim.kind {
    case .record: isRestricted(claim)
    case .named, .unrecognized: true
    case .familyTag, .unnamed, .empty: false
    }
  }

  private func isRestricted(_ claim: Claim) -> Bool {
    (claim.expression?.records ?? [claim.license]).contains { id in
      reader.library.license(id)?.category.isRestricted ?? true
    }
  }

  /// Why the hub that was asked about it said nothing.
  func unanswered(_ name: ModelName) -> String? {
    of(name).lazy.compactMap(\.unanswered).first
  }

  /// Whether a base is stated that nobody could look up.
  func hasUnreadBase(_ name: ModelName) -> Bool {
    of(name).contains(where: \.hasUnreadBase)
  }

  func gate(of name: ModelName) -> Gate? {
    of(name).lazy.compactMap(\.gate).first
  }

  /// The bases that are named.
  func statedBases(of name: ModelName) -> [StatedBase] {
    of(name).flatMap { declaration in
      declaration.bases.map { base in
        declaration.source == .hub
          ? StatedBase(base, evidence: Self.evidence(ofHub: base.location.path, name)) : StatedBase(base)
      }
    }
  }

  private static func evidence(ofHub place: String, _ derivative: ModelName) -> String {
    "the hub has it as a base of \(derivative.id) (\(place))"
  }

  func lineage(of name: ModelName, _ lineage: Lineage) -> Lineage.Found {
    var seen: Set<ModelName> = []
    var cut: LineageCut?
    let edges = of(name).filter { !$0.bases.isEmpty }.flatMap { declaration in
      let found = lineage.found(from: name, bases: declaration.bases)
      cut = cut ?? found.cut
      return found.edges.map { edge -> LineageEdge in
        guard declaration.source.isOutside else { return edge }
        var edge = edge
        if declaration.source == .hub, edge.depth == 1, let place = edge.location?.path {
          edge.evidence = Self.evidence(ofHub: place, name)
        }
        edge.location = nil
        return edge
      }
    }.filter { seen.insert($0.base).inserted }
    return Lineage.Found(edges: edges, cut: cut)
  }

  private func of(_ name: ModelName) -> [OutsideDeclaration] {
    declarations.isEmpty ? [] : declarations[Self.key(name)] ?? []
  }

  /// Hub ids that differ in case, and older ids, are one model.
  private static func key(_ name: ModelName) -> ModelName {
    guard name.registry == .huggingface else { return name }
    return .huggingFace(ModelCatalog.canonicalID(of: name.id).lowercased())
  }
}
