package import ProvisoCore
internal import ProvisoKnowledge

extension Resolver {
  /// A name that may be any of several models: every claim about each counts, so the answer is never freer than one of them.
  package func resolve(_ name: ModelName, among candidates: [ModelName]) -> ResolvedModel {
    resolve(name, among: candidates.map { resolve($0) }) { "it may be \($0.id)" }
  }

  private func resolve(
    _ name: ModelName, among models: [ResolvedModel], said: (ModelName) -> String
  ) -> ResolvedModel {
    var seen: Set<String> = []
    let claims = models.flatMap { model in
      model.license.claims.map { claim in
        var claim = claim
        claim.source = max(claim.source, .family)
        claim.evidence = "\(said(model.name)): \(claim.evidence)"
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
    if models.count > 1 {
      conclusion.meant = models.map { MeantModel(id: $0.name.id, licenses: $0.applicableLicenses.map(\.license)) }
    }
    var bases: Set<ModelName> = []
    return ResolvedModel(
      name: name, role: .used, license: conclusion,
      lineage: models.flatMap(\.lineage).filter { bases.insert($0.base).inserted })
  }

  /// A model whose id leaves out which size of a line is meant is any of them, unless something speaks of that very id.
  func anySize(_ model: ResolvedModel, _ references: [ModelReference]) -> ResolvedModel? {
    guard model.name.registry == .huggingface, !SpokenName.sizes(of: model.name.id).isEmpty,
      !model.license.claims.contains(where: { $0.source <= .catalog })
    else { return nil }
    return spoken(model.name, references)
  }

  /// A name without an owner that a tree gives, as people say it (`llama-3.2-1b-instruct`): what holds for the model that is called
  /// so counts, at medium confidence at most. Of several that may be meant only what is no freer than to know nothing.
  ///
  /// So it is with an id that leaves out which size of a line is meant.
  ///
  /// - Returns: nil where the name says nothing to anybody, may be one of several that are free, or is the beginning of a free one's.
  func spoken(_ name: ModelName, _ references: [ModelReference]) -> ResolvedModel? {
    let isID = name.id.contains("/")
    guard name.registry == .huggingface, isID || references.contains(where: { !$0.isPartial }) else { return nil }
    let (ids, isName) = SpokenName.reading(of: name.id)
    let candidates = ids.map(ModelName.huggingFace)
    guard let only = candidates.first else { return nil }
    var spoken = resolve(name, among: candidates.map { resolve($0) }) {
      candidates.count == 1 ? "the name is taken as \($0.id)" : "it may be \($0.id)"
    }
    // How a name goes on that only begins like the model's, nobody knows.
    if !isName, spoken.license.category?.isRestricted == false { return nil }
    if candidates.count == 1 {
      spoken.gate = Access.gate(of: only)
      if spoken.license.claims.isEmpty { spoken.license.remark = resolve(only).license.remark }
    } else if spoken.license.claims.isEmpty {
      return nil
    }
    // `Phi4` is as often the class of an architecture: it restricts, and frees nothing.
    if Self.isSpelledLikeClass(name.id), spoken.license.category?.isRestricted != true { return nil }
    return meant(spoken, by: references, candidates.count == 1 ? .medium : .low)
  }

  /// A name without an owner that is nobody's, and carries a restricted line: `llama-3.3-70b-versatile`, as a service writes it.
  /// What holds for the line counts, at low confidence.
  ///
  /// - Returns: nil where the name carries none.
  func lined(_ name: ModelName, _ references: [ModelReference]) -> ResolvedModel? {
    guard name.registry == .huggingface, !name.id.contains("/"), !Self.isSpelledLikeClass(name.id),
      references.isEmpty || references.contains(where: { !$0.isPartial }),
      let line = NamedLine.inName(of: "./\(name.id)")
    else { return nil }
    let lined = resolve(name, among: [resolve(.huggingFace(line.id))]) { _ in "the name carries one of its line" }
    return meant(lined, by: references, .low)
  }

  /// The model with the places that mean it, and no surer than `confidence`.
  private func meant(
    _ model: ResolvedModel, by references: [ModelReference], _ confidence: Confidence
  ) -> ResolvedModel {
    var model = model
    model.license.confidence = min(model.license.confidence, confidence)
    model.references = references
    model.revision = revision(references)
    model.role = references.map(\.role).max() ?? .used
    model.isOnlyBase = !references.isEmpty && references.allSatisfy { $0.derivative != nil }
    return model
  }

  /// A capital, and letters and digits without a mark between them.
  private static func isSpelledLikeClass(_ name: String) -> Bool {
    name.first?.isUppercase == true && name.allSatisfy { $0.isLetter || $0.isNumber }
  }
}
