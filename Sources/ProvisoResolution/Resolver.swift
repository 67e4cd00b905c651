package import ProvisoCore
package import ProvisoKnowledge

/// What resolution makes of a scan's detections.
package struct Resolution: Sendable {
  /// In order of id, then registry.
  package var models: [ResolvedModel]
  package var statements: [ResolvedStatement]
  /// What of the tree does what licenses ask.
  package var evidence: ObligationEvidenceList
  package var classClaims: [ResolvedClassClaim]
  /// What was left out.
  package var notifications: [Notification] = []
}

/// Gives every model that was found its license, with every claim that was heard, and its lineage.
package struct Resolver: Sendable {
  private let library: LicenseLibrary
  private let lock: LockedModels?
  let known: KnownModels

  /// - Parameter outside: what stores on the disk, bills of materials and the hub say of models that do not lie in the tree.
  package init(
    library: LicenseLibrary = .shared, corrections: [LicenseCorrection] = [], lock: LockedModels? = nil,
    outside: [OutsideDeclaration] = []
  ) {
    self.library = library
    self.lock = lock
    let reader = ClaimReader(library: library)
    known = KnownModels(
      reader: reader, conclude: Conclude(library: library), corrections: Corrections(corrections, reader: reader),
      outside: OutsideClaims(outside, reader: reader))
  }

  package func resolve(_ detections: Detections) -> Resolution {
    let groups = ReferenceGroups(detections, known)
    return resolution(detections, groups, groups.names.map { model($0, groups) })
  }

  /// The same, with several tasks at work.
  package func resolve(_ detections: Detections, jobs: Int) async -> Resolution {
    let groups = ReferenceGroups(detections, known)
    return resolution(detections, groups, await concurrentMap(groups.names, jobs: jobs) { model($0, groups) })
  }

  private func resolution(
    _ detections: Detections, _ groups: ReferenceGroups, _ models: [ResolvedModel]
  ) -> Resolution {
    let models = Merging.linked(Distillation.linked(models, conclude))
    return Resolution(
      models: models,
      statements: OpennessSubjects(models: models, library: library).resolve(detections.statements),
      evidence: ObligationEvidenceList(detections.evidence),
      classClaims: OpennessClasses(library: library).resolve(detections.classClaims, detections.releases),
      notifications: groups.locals.notifications + LineageCut.notifications(of: models))
  }

  private func model(_ name: ModelName, _ groups: ReferenceGroups) -> ResolvedModel {
    let references = groups.references(to: name)
    guard name.registry == .local else {
      let model = remote(name, references)
      if let any = anySize(model, references) { return groups.withAccess(held(any)) }
      let isKnown = !Self.isUnheardOf(model) || groups.locals.owner(of: name.id) != nil
      return groups.withAccess(held(isKnown ? model : spoken(name, references) ?? lined(name, references) ?? model))
    }
    return groups.withAccess(held(local(name, references, groups)))
  }

  /// One model by name, without a repository.
  package func resolve(_ name: ModelName) -> ResolvedModel {
    if DataSetResolution.isDataSet(name) { return held(remote(name, [])) }
    let found = remote(known.canonical(name), [])
    var model = held(anySize(found, []) ?? (Self.isUnheardOf(found) ? lined(name, []) : nil) ?? found)
    model.role = .used
    model.withdrawals = [Access.withdrawal(of: name)].compactMap(\.self)
    return model
  }

  private static func isUnheardOf(_ model: ResolvedModel) -> Bool {
    model.license.claims.isEmpty && model.license.remark == nil && model.lineage.isEmpty
  }

  func conclusion(of claims: [Claim]) -> LicenseConclusion { conclude.conclusion(claims) }

  private var reader: ClaimReader { known.reader }
  var texts: WeightTexts { WeightTexts(library: library) }
  private var conclude: Conclude { known.conclude }
  private var lineage: Lineage { Lineage(known: known) }

  /// The model against the lock file, where the run has one.
  private func held(_ model: ResolvedModel) -> ResolvedModel {
    guard let lock else { return model }
    return LockComparison(lock: lock, reader: reader, conclude: conclude).compared(model)
  }

  private var dataSets: DataSetResolution {
    DataSetResolution(reader: reader, conclude: conclude, known: known)
  }

  /// - Parameter references: in order.
  private func remote(_ name: ModelName, _ references: [ModelReference]) -> ResolvedModel {
    if DataSetResolution.isDataSet(name) { return dataSets.model(name, references) }
    if name.registry == .hosted { return hosted(name, references) }
    let (model, outside) = (known.model(name), known.outside)
    let catalog = model.catalog
    let (onFile, stated) = (lineage.found(from: name, catalog), outside.lineage(of: name, lineage))
    var edges = onFile.edges
    edges += stated.edges.filter { stated in !edges.contains { $0.base == stated.base } }
    var conclusion = model.license
    if model.claims.isEmpty, model.remark == nil, edges.contains(where: { $0.license.concluded != nil }) {
      conclusion = unlessKept(inherited(edges), name, edges)
      conclusion.unanswered = model.license.unanswered
    } else if isOther(model.claims), let base = conclude.demand(of: edges) {
      // A repackager's `other` stands for what the hub has no tag for: the base's license.
      conclusion = conclude.conclusion(model.claims + [base])
      conclusion.unanswered = model.license.unanswered
    }
    conclusion = conclude.bound(conclusion, by: edges)
    let cut = onFile.cut ?? stated.cut
    if outside.hasUnreadBase(name) { conclusion = Self.unsure(conclusion) }
    conclusion = conclude.doubted(conclusion, for: cut)
    var resolved = ResolvedModel(
      name: name, revision: revision(references), role: references.map(\.role).max() ?? .used,
      references: references, license: conclusion, lineage: edges,
      isOnlyBase: !references.isEmpty && references.allSatisfy { $0.derivative != nil },
      gate: Access.gate(of: name) ?? outside.gate(of: name))
    resolved.lineageCut = cut
    resolved.openness = Release.judgments(
      of: catalog.isSameAsBase ? catalog.bases.first ?? name : name, copiedAlong: edges)
    return resolved
  }

  /// Whether all that is said is that the license is none of those that everybody knows.
  private func isOther(_ claims: [Claim]) -> Bool {
    claims.contains { $0.kind == .unnamed } && claims.allSatisfy { [.unnamed, .empty].contains($0.kind) }
  }

  /// Behind a service there are no weights to be licensed: its terms of service hold, which nothing here knows.
  private func hosted(_ name: ModelName, _ references: [ModelReference]) -> ResolvedModel {
    let terms = known.model(name).license
    return ResolvedModel(
      name: name, role: references.map(\.role).max() ?? .used, references: references,
      license: LicenseConclusion(
        category: .proprietary, state: .absent, confidence: .high, candidates: terms.candidates,
        remark: "it is reached through its maker's service only, whose terms of service apply"))
  }

  /// - Parameters:
  ///   - inTree: what it was made from in the tree.
  ///   - learned: the models behind the data sets of the tree that it was trained on.
  ///   - isFollowed: whether a base that its files name is one of `inTree`.
  ///   - trainedOn: the data sets of the hub.
  ///   - duties: what stands in the tree since licenses ask for it.
  func local(
    _ name: ModelName, _ references: [ModelReference], _ texts: WeightTexts.Reading, _ inTree: Lineage.Found,
    learned: Lineage.Found, isFollowed: (DeclaredBase) -> Bool, trainedOn: [ModelReference], duties: KeptDuties
  ) -> ResolvedModel {
    let declarations = texts.declarations.sorted { $0.location < $1.location }
    let gate = declarations.lazy.compactMap(\.gate).first
    var claims = withTerms(of: gate, known.corrections.claims(for: name) + reader.claims(of: declarations))
    let ofHub = lineage.found(from: name, bases: bases(declarations).filter { !isFollowed($0) })
    var made = ofHub.edges
    made += inTree.edges.filter { stated in !made.contains { $0.base == stated.base } }
    let named = NamedAfter(lineage: lineage, library: library)
    // A teacher is no base.
    if made.allSatisfy(\.relation.isTeaching) {
      made += named.edges(of: name, declarations, references, claims)
    }
    made += named.edges(of: name, statedAs: declarations.flatMap(\.unreadBases), made, claims)
    made += named.edges(of: name, shapedLike: declarations, made, claims)
    claims = withoutTextsOfBases(claims, made)
    claims += duties.claims(of: declarations, beside: claims, made, library)
    let edges =
      made + learned.edges
      + trainedOn.flatMap { dataSets.edges(of: $0.model, at: $0.location) }
    let role = references.map(\.role).max() ?? .bundled
    var conclusion = conclude.conclusion(claims)
    conclusion = claims.isEmpty ? inherited(edges) : conclude.bound(conclusion, by: made)
    let cut = ofHub.cut ?? inTree.cut ?? learned.cut
    conclusion = conclude.doubted(conclusion, for: cut)
    if isLicenseOfRoot(name, claims) || isMadeFromLine(declarations, made, conclusion) { conclusion.confidence = .low }
    var resolved = ResolvedModel(
      name: name, role: role, references: references, license: conclusion, lineage: edges,
      declaredNames: declarations.compactMap(\.name),
      declaredLicenses: declarations.filter { !Self.isText($0) }.flatMap(\.licenses),
      licenseTexts: (declarations.filter(Self.isText).flatMap(\.licenses) + texts.ofCode)
        .sorted { $0.location < $1.location }, gate: gate,
      data: role == .dataset
        ? declarations.flatMap(\.licenses).map { DataLicense(library: library).terms($0.tag) } : [])
    resolved.lineageCut = cut
    resolved.isAbsent =
      declarations.isEmpty && !references.isEmpty
      && references.allSatisfy { ![.weights, .modelCard, .modelConfig, .adapterConfig].contains($0.kind) }
    resolved.openness = Release.judgments(of: name, copiedAlong: edges)
    resolved.unreadBases = declarations.flatMap(\.unreadBases)
    resolved.changes = declarations.lazy.compactMap(\.changes).first
    resolved.architectures = declarations.flatMap(\.architectures)
    return resolved
  }

  /// Whether the weights have the shape of a line under a license of its own, which is not theirs, and nothing names a base.
  private func isMadeFromLine(
    _ declarations: [ModelDeclaration], _ bases: [LineageEdge], _ license: LicenseConclusion
  ) -> Bool {
    guard bases.allSatisfy(\.relation.isTeaching) else { return false }
    return declarations.flatMap(\.architectures).contains { architecture in
      guard let line = LineShape(architecture), !line.isShared else { return false }
      return !license.candidates.contains { $0.family.map(line.families.contains) == true }
    }
  }

  /// Without the free texts under names of their own (`LICENSE-QWEN`) that are those of its bases: they are kept since the bases' licenses
  /// ask for it, and say nothing of the model.
  private func withoutTextsOfBases(_ claims: [Claim], _ bases: [LineageEdge]) -> [Claim] {
    let ofBases = Set(bases.flatMap(\.license.candidates).filter { !$0.category.isRestricted }.map(\.id))
    guard !ofBases.isEmpty else { return claims }
    let others = claims.filter { claim in
      guard claim.source == .licenseFile, claim.kind == .record, ofBases.contains(claim.license) else { return true }
      let name = claim.location?.path.split(separator: "/").last?.lowercased() ?? ""
      return ["license", "licence", "copying"].contains(name.prefix { $0 != "." })
    }
    return others.contains { $0.kind == .record } ? others : claims
  }

  /// A gate whose terms keep the model from commerce speaks against a label that leaves it free.
  private func withTerms(of gate: Gate?, _ claims: [Claim]) -> [Claim] {
    guard let gate, let words = gate.barredCommerce, !claims.isEmpty,
      claims.allSatisfy({ library.license($0.license).map { !$0.category.isRestricted } ?? false })
    else { return claims }
    return claims + [
      Claim(
        license: RestrictiveName.record(of: words) == nil ? "non-commercial" : words, kind: .unrecognized,
        source: .modelCard,
        evidence: "\(gate.evidence), whose terms say \"\(words)\"", location: gate.location)
    ]
  }

  /// Texts and prose that speak of the weights or of the code, against fields that name a license.
  private static func isText(_ declaration: ModelDeclaration) -> Bool {
    declaration.source == .licenseFile || declaration.source == .readme
  }

  /// At the root of a repository a permissive text may be meant for the code, and nothing else speaks of the weights there.
  private func isLicenseOfRoot(_ name: ModelName, _ claims: [Claim]) -> Bool {
    !name.id.contains("/") && !claims.isEmpty
      && claims.allSatisfy { claim in
        claim.source == .licenseFile && claim.location?.path.contains("/") == false
          && !(library.license(claim.license)?.category.isRestricted ?? true)
      }
  }

  /// A folder that says nothing stands under what its bases stand under, until somebody says more: those it names, and what
  /// is restricted further up. A base of which nothing is known may be restricted too.
  func inherited(_ edges: [LineageEdge]) -> LicenseConclusion {
    var claims: [Claim] = []
    var unknown: [Claim] = []
    let unlabeled = UnlabeledCopies(on: edges)
    for edge in edges
    where !unlabeled.copies.contains(edge.base) && edge.relation != .trainedOnOutputs && !edge.isSettled
      && (edge.relation != .distilled || edge.license.candidates.contains { $0.reaches(by: .distilled) })
      && (unlabeled.direct.contains(edge.base) || edge.license.category?.isRestricted == true)
    {
      if let license = edge.license.concluded {
        claims.append(
          Claim(
            license: license, kind: edge.license.candidates.isEmpty ? .named : .record, source: .base,
            evidence:
              "its base \(edge.base.id) is under \(license)\(edge.confidence == .low ? ": \(edge.evidence)" : "")",
            location: edge.location))
      } else {
        unknown.append(
          Claim(
            license: "unknown", kind: .unrecognized, source: .base,
            evidence: "the license of its base \(edge.base.id) is not known", location: edge.location))
      }
    }
    guard !claims.isEmpty else {
      var conclusion = conclude.conclusion([])
      conclusion.state = .absent
      return conclusion
    }
    let conclusion = conclude.conclusion(claims)
    return conclusion.category?.isRestricted == true ? conclusion : conclude.conclusion(claims + unknown)
  }

  /// Cards and adapter configs say most; several files often name the same base.
  private func bases(_ declarations: [ModelDeclaration]) -> [DeclaredBase] {
    let ranked = declarations.enumerated().sorted { one, other in
      (rank(one.element.source), one.offset) < (rank(other.element.source), other.offset)
    }.map(\.element)
    var bases: [DeclaredBase] = []
    var indices: [ModelName: Int] = [:]
    for declaration in ranked {
      for var base in declaration.bases {
        let name = known.canonical(base.model)
        if let index = indices[name] {
          // A card that names the base and an adapter config that says how are one statement.
          bases[index].relation = bases[index].relation ?? base.relation
          continue
        }
        if declaration.source == .modelConfig { base.confidence = min(base.confidence, .medium) }
        indices[name] = bases.count
        bases.append(base)
      }
    }
    return bases
  }

  /// What cards and adapter configs say of a base says more than a header or a `_name_or_path` left by a trainer.
  private func rank(_ source: ClaimSource) -> Int {
    switch source {
    case .modelCard: 0
    case .adapterConfig: 1
    case .modelfile: 2
    case .weightMetadata: 3
    default: 4
    }
  }

  /// The revision that every reference names; nil where one names none or another.
  func revision(_ references: [ModelReference]) -> String? {
    let names = Set(references.filter { $0.revision != .notApplicable }.map(\.revision.name))
    return names.count == 1 ? names.first ?? nil : nil
  }
}
