package import ProvisoCore
package import ProvisoKnowledge

/// What resolution makes of a scan's detections.
package struct Resolution: Sendable {
  /// In order of id, then registry.
  package var models: [ResolvedModel]
  package var statements: [ResolvedStatement]
}

/// Gives every model that was found its license, with every claim that was heard, and its lineage.
package struct Resolver: Sendable {
  private let library: LicenseLibrary
  private let corrections: [LicenseCorrection]

  package init(library: LicenseLibrary = .shared, corrections: [LicenseCorrection] = []) {
    self.library = library
    self.corrections = corrections
  }

  package func resolve(_ detections: Detections) -> Resolution {
    let locals = LocalModels(detections.declarations)
    var references: [ModelName: [ModelReference]] = [:]
    for var reference in detections.references {
      reference.model = name(of: reference.model, locals)
      if let derivative = reference.derivative { reference.derivative = locals.owner(of: derivative) ?? derivative }
      references[reference.model, default: []].append(reference)
    }
    let models = references.map { name, references in
      name.registry == .local
        ? local(name, references, locals.declarations[name.id] ?? []) : remote(name, references)
    }.sorted { $0.name < $1.name }
    let statements = OpennessSubjects(models: models, library: library).resolve(detections.statements)
    return Resolution(models: models, statements: statements)
  }

  /// One model by name, without a repository.
  package func resolve(_ name: ModelName) -> ResolvedModel {
    var model = remote(lineage.canonical(name), [])
    model.role = .used
    return model
  }

  private var reader: ClaimReader { ClaimReader(library: library) }
  private var conclude: Conclude { Conclude(library: library) }
  private var lineage: Lineage { Lineage(reader: reader, conclude: conclude) }

  private func name(of model: ModelName, _ locals: LocalModels) -> ModelName {
    guard model.registry == .local else { return lineage.canonical(model) }
    return .local(locals.owner(of: model.id) ?? model.id)
  }

  private func remote(_ name: ModelName, _ references: [ModelReference]) -> ResolvedModel {
    let catalog = CatalogClaims(for: name, reader: reader)
    let conclusion = conclude.conclusion(catalog.claims + correction(of: name), remark: catalog.remark)
    return ResolvedModel(
      name: name, revision: revision(references), role: references.map(\.role).max() ?? .used,
      references: sorted(references), license: conclusion,
      lineage: lineage.edges(from: name, catalogBases: catalog.bases),
      isOnlyBase: !references.isEmpty && references.allSatisfy { $0.derivative != nil })
  }

  private func local(
    _ name: ModelName, _ references: [ModelReference], _ declarations: [ModelDeclaration]
  ) -> ResolvedModel {
    let declarations = declarations.sorted { $0.location < $1.location }
    var claims = correction(of: name)
    for declaration in declarations {
      claims += declaration.licenses.map { reader.claim($0, source: declaration.source) }
    }
    let edges = lineage.edges(from: name, bases: bases(declarations))
    var conclusion = conclude.conclusion(claims)
    if claims.isEmpty { conclusion = inherited(edges) }
    return ResolvedModel(
      name: name, role: references.map(\.role).max() ?? .bundled, references: sorted(references), license: conclusion,
      lineage: edges, declaredNames: declarations.compactMap(\.name),
      declaredLicenses: declarations.filter { $0.source != .licenseFile }.flatMap(\.licenses))
  }

  /// A folder that says nothing stands under what its bases stand under, until somebody says more.
  private func inherited(_ edges: [LineageEdge]) -> LicenseConclusion {
    let claims = edges.filter { $0.depth == 1 }.compactMap { edge in
      edge.license.concluded.map { license in
        Claim(
          license: license, kind: edge.license.candidates.isEmpty ? .named : .record, source: .base,
          evidence: "its base \(edge.base.id) is under \(license)", location: edge.location)
      }
    }
    var conclusion = conclude.conclusion(claims)
    if claims.isEmpty { conclusion.state = .absent }
    return conclusion
  }

  /// Cards and adapter configs say most; several files often name the same base.
  private func bases(_ declarations: [ModelDeclaration]) -> [DeclaredBase] {
    var seen: Set<ModelName> = []
    let ranked = declarations.enumerated().sorted { ($0.element.source, $0.offset) < ($1.element.source, $1.offset) }
    return ranked.flatMap(\.element.bases).filter { seen.insert(lineage.canonical($0.model)).inserted }
  }

  private func correction(of name: ModelName) -> [Claim] {
    corrections.filter { $0.model == name.id }.map { correction in
      var claim = reader.claim(tag: correction.license, name: nil, link: nil, source: .correction) { words in
        "the policy corrects it to \"\(words)\": \(correction.reason)"
      }
      claim.location = correction.location
      return claim
    }
  }

  private func revision(_ references: [ModelReference]) -> String? {
    let names = Set(references.compactMap(\.revision.name))
    return names.count == 1 ? names.first : nil
  }

  private func sorted(_ references: [ModelReference]) -> [ModelReference] {
    references.sorted { ($0.location, $0.asWritten) < ($1.location, $1.asWritten) }
  }
}
