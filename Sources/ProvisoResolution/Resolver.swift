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
}

/// Gives every model that was found its license, with every claim that was heard, and its lineage.
package struct Resolver: Sendable {
  private let library: LicenseLibrary
  private let corrections: [LicenseCorrection]
  private let lock: LockedModels?
  private let outside: OutsideClaims

  /// - Parameter outside: what stores on the disk, bills of materials and the hub say of models that do not lie in the tree.
  package init(
    library: LicenseLibrary = .shared, corrections: [LicenseCorrection] = [], lock: LockedModels? = nil,
    outside: [OutsideDeclaration] = []
  ) {
    self.library = library
    self.corrections = corrections
    self.lock = lock
    self.outside = OutsideClaims(outside, reader: ClaimReader(library: library))
  }

  package func resolve(_ detections: Detections) -> Resolution {
    let locals = LocalModels(detections.declarations)
    let labels = Access.Labels(detections.labels, library)
    var references: [ModelName: [ModelReference]] = [:]
    // One model is named many times.
    var names: [ModelName: ModelName] = [:]
    var dataSets: [String: [ModelReference]] = [:]
    var withdrawals: [ModelName: Set<Withdrawal>] = [:]
    for var reference in detections.references + detections.shared.references {
      if reference.role == .dataset, reference.model.registry == .huggingface {
        reference.model = DataSetResolution.name(of: reference)
      } else {
        if reference.model.registry == .local, reference.role == .used {
          if let owner = locals.owner(ofPath: reference.model.id, in: reference.location.path) {
            reference.model = .local(owner)
          } else if reference.confidence < .high, PartName.isAny(reference.model.id) {
            // `model.onnx`, and no such file in the tree: it could be any model's.
            continue
          }
        }
        let name = names[reference.model] ?? self.name(of: reference.model, locals)
        if names[reference.model] == nil, let withdrawal = Access.withdrawal(of: reference.model) {
          withdrawals[name, default: []].insert(withdrawal)
        }
        names[reference.model] = name
        reference.model = name
      }
      if let derivative = reference.derivative { reference.derivative = locals.owner(of: derivative) ?? derivative }
      if reference.role == .dataset, let derivative = reference.derivative {
        dataSets[derivative, default: []].append(reference)
      }
      references[reference.model, default: []].append(reference)
    }
    let models = references.map { name, references in
      name.registry == .local
        ? local(
          name, references, texts.read(locals.declarations[name.id] ?? [], above: locals.textsAbove[name.id] ?? []),
          trainedOn: dataSets[name.id] ?? []) : remote(name, references)
    }.map(held).sorted { $0.name < $1.name }.map { model in
      var model = model
      model.withdrawals = (withdrawals[model.name] ?? []).sorted { $0.id < $1.id }
      model.repositoryLabels = labels.labels(over: model)
      return model
    }
    let statements = OpennessSubjects(models: models, library: library).resolve(detections.statements)
    return Resolution(
      models: models, statements: statements, evidence: ObligationEvidenceList(detections.evidence),
      classClaims: OpennessClasses(library: library).resolve(detections.classClaims, detections.releases))
  }

  /// One model by name, without a repository.
  package func resolve(_ name: ModelName) -> ResolvedModel {
    if DataSetResolution.isDataSet(name) { return held(remote(name, [])) }
    var model = held(remote(lineage.canonical(name), []))
    model.role = .used
    model.withdrawals = [Access.withdrawal(of: name)].compactMap(\.self)
    return model
  }

  func conclusion(of claims: [Claim]) -> LicenseConclusion { conclude.conclusion(claims) }

  private var reader: ClaimReader { ClaimReader(library: library) }
  private var texts: WeightTexts { WeightTexts(library: library) }
  private var conclude: Conclude { Conclude(library: library) }
  private var lineage: Lineage { Lineage(reader: reader, conclude: conclude, corrections: corrected, outside: outside) }
  private var corrected: Corrections { Corrections(corrections: corrections, reader: reader) }

  /// The model against the lock file, where the run has one.
  private func held(_ model: ResolvedModel) -> ResolvedModel {
    guard let lock else { return model }
    return LockComparison(lock: lock, reader: reader, conclude: conclude).compared(model)
  }

  private func name(of model: ModelName, _ locals: LocalModels) -> ModelName {
    guard model.registry == .local else { return lineage.canonical(model) }
    return .local(locals.owner(of: model.id) ?? model.id)
  }

  private var dataSets: DataSetResolution {
    DataSetResolution(reader: reader, conclude: conclude, lineage: lineage)
  }

  private func remote(_ name: ModelName, _ references: [ModelReference]) -> ResolvedModel {
    if DataSetResolution.isDataSet(name) { return dataSets.model(name, sorted(references)) }
    if name.registry == .hosted { return hosted(name, references) }
    let catalog = CatalogClaims(for: name, reader: reader)
    let heard = outside.heard(of: name, beside: catalog)
    let claims = heard.claims + corrected.claims(for: name)
    var edges = lineage.edges(from: name, catalog)
    edges += outside.edges(of: name, lineage).filter { stated in !edges.contains { $0.base == stated.base } }
    var conclusion = conclude.conclusion(claims, remark: heard.remark)
    if claims.isEmpty, heard.remark == nil, edges.contains(where: { $0.license.concluded != nil }) {
      conclusion = inherited(edges)
    }
    conclusion.unanswered = outside.unanswered(name)
    var model = ResolvedModel(
      name: name, revision: revision(references), role: references.map(\.role).max() ?? .used,
      references: sorted(references), license: conclude.bound(conclusion, by: edges),
      lineage: edges,
      isOnlyBase: !references.isEmpty && references.allSatisfy { $0.derivative != nil },
      gate: Access.gate(of: name) ?? outside.gate(of: name))
    model.openness = Openness.judgments(of: catalog.isSameAsBase ? catalog.bases.first?.id ?? name.id : name.id)
    return model
  }

  /// Behind a service there are no weights to be licensed: its terms of service hold, which nothing here knows.
  private func hosted(_ name: ModelName, _ references: [ModelReference]) -> ResolvedModel {
    ResolvedModel(
      name: name, role: references.map(\.role).max() ?? .used, references: sorted(references),
      license: LicenseConclusion(
        category: .proprietary, state: .absent, confidence: .high,
        remark: "it is reached through its maker's service only, whose terms of service apply"))
  }

  private func local(
    _ name: ModelName, _ references: [ModelReference], _ texts: WeightTexts.Reading, trainedOn: [ModelReference]
  ) -> ResolvedModel {
    let declarations = texts.declarations.sorted { $0.location < $1.location }
    var claims = corrected.claims(for: name)
    for declaration in declarations {
      claims += declaration.licenses.flatMap { reader.claims($0, source: declaration.source) }
    }
    let edges =
      lineage.edges(from: name, bases: bases(declarations))
      + sorted(trainedOn).flatMap { dataSets.edges(of: $0.model, at: $0.location) }
    let role = references.map(\.role).max() ?? .bundled
    var conclusion = conclude.conclusion(claims)
    if claims.isEmpty { conclusion = inherited(edges) }
    if isLicenseOfRoot(name, claims) { conclusion.confidence = .low }
    return ResolvedModel(
      name: name, role: role, references: sorted(references), license: conclusion, lineage: edges,
      declaredNames: declarations.compactMap(\.name),
      declaredLicenses: declarations.filter { !Self.isText($0) }.flatMap(\.licenses),
      licenseTexts: (declarations.filter(Self.isText).flatMap(\.licenses) + texts.ofCode)
        .sorted { $0.location < $1.location }, gate: declarations.lazy.compactMap(\.gate).first,
      data: role == .dataset
        ? declarations.flatMap(\.licenses).map { DataLicense(library: library).terms($0.tag) } : [])
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
  private func inherited(_ edges: [LineageEdge]) -> LicenseConclusion {
    var claims: [Claim] = []
    var unknown: [Claim] = []
    for edge in edges
    where edge.relation != .trainedOnOutputs && (edge.depth == 1 || edge.license.category?.isRestricted == true) {
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
        let name = lineage.canonical(base.model)
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
  private func revision(_ references: [ModelReference]) -> String? {
    let names = Set(references.filter { $0.revision != .notApplicable }.map(\.revision.name))
    return names.count == 1 ? names.first ?? nil : nil
  }

  private func sorted(_ references: [ModelReference]) -> [ModelReference] {
    references.sorted { ($0.location, $0.asWritten) < ($1.location, $1.asWritten) }
  }
}
