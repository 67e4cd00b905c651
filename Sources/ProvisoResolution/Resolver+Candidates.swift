package import ProvisoCore
internal import ProvisoKnowledge

extension Resolver {
  /// A name that may be any of several models: every claim about each counts, so the answer is never freer than one of them.
  package func resolve(_ name: ModelName, among candidates: [ModelName]) -> ResolvedModel {
    let models = candidates.map { resolve($0) }
    var seen: Set<String> = []
    let claims = models.flatMap { model in
      model.license.claims.map { claim in
        var claim = claim
        claim.source = max(claim.source, .family)
        claim.evidence = "it may be \(model.name.id): \(claim.evidence)"
        return claim
      }
    }.filter { seen.insert($0.license).inserted }
    var conclusion = conclusion(of: claims)
    let silent = models.filter(\.license.claims.isEmpty)
    if let first = silent.first, conclusion.category?.isRestricted != true {
      // One of whom nothing is known may be under anything.
      conclusion = LicenseConclusion(
        state: claims.isEmpty ? first.license.state : .conflict, claims: claims, candidates: conclusion.candidates,
        remark: claims.isEmpty ? first.license.remark : nil)
    }
    var bases: Set<ModelName> = []
    return ResolvedModel(
      name: name, role: .used, license: conclusion,
      lineage: models.flatMap(\.lineage).filter { bases.insert($0.base).inserted })
  }
}
