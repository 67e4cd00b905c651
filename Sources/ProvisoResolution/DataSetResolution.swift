internal import ProvisoCore
internal import ProvisoKnowledge

/// Data sets of the hub: under which licenses auditors found them, and whose outputs they are made of.
struct DataSetResolution {
  let reader: ClaimReader
  let conclude: Conclude
  let known: KnownModels

  /// The hub's own way to tell the two halves of its names apart: in addresses, and here until a data set is resolved.
  static let prefix = "datasets/"

  static func isDataSet(_ name: ModelName) -> Bool {
    name.registry == .huggingface && name.id.hasPrefix(prefix)
  }

  /// The name of the data set that a reference means.
  static func name(of reference: ModelReference) -> ModelName {
    let id =
      reference.model.id.hasPrefix(prefix) ? String(reference.model.id.dropFirst(prefix.count)) : reference.model.id
    return .huggingFace(prefix + (DataSets.entry(for: id)?.id ?? id))
  }

  /// The name as reports show it.
  static func shown(_ name: ModelName) -> ModelName {
    isDataSet(name) ? .huggingFace(String(name.id.dropFirst(prefix.count))) : name
  }

  func model(_ name: ModelName, _ references: [ModelReference]) -> ResolvedModel {
    let id = Self.shown(name).id
    let entry = DataSets.entry(for: id)
    let references = references.map { reference in
      var reference = reference
      reference.model = .huggingFace(id)
      return reference
    }
    let claims = (entry?.licenses ?? []).flatMap { words in
      reader.claims(tag: words, name: nil, link: nil, source: .catalog) { words in
        "auditors found it under \"\(words)\" (\(DataSets.source))"
      }
    }
    let corrected = known.corrections.claims(for: Self.shown(name))
    let licenses = corrected.isEmpty ? entry?.licenses ?? [] : corrected.map(\.license)
    return ResolvedModel(
      name: Self.shown(name), role: .dataset, references: references, license: conclude.conclusion(claims + corrected),
      lineage: edges(of: name, at: nil), data: licenses.map(DataLicense(library: reader.library).terms))
  }

  /// The models whose outputs a data set is made of; for a model trained on it, with the place that names the data set.
  func edges(of name: ModelName, at location: Location?) -> [LineageEdge] {
    guard let entry = DataSets.entry(for: String(name.id.dropFirst(Self.prefix.count))) else { return [] }
    return entry.generators.map { generator in
      LineageEdge(
        relation: .trainedOnOutputs, base: generator, license: license(of: generator),
        evidence: "the data set \(entry.id) is made of its outputs (\(DataSets.source))", location: location,
        depth: location == nil ? 1 : 2, derivative: location == nil ? nil : .huggingFace(entry.id), confidence: .medium)
    }
  }

  private func license(of generator: ModelName) -> LicenseConclusion {
    guard generator.registry == .hosted else {
      let catalog = known.model(called: generator).catalog
      return conclude.conclusion(catalog.claims, remark: catalog.remark)
    }
    return conclude.conclusion(
      reader.claims(tag: Self.terms, name: nil, link: nil, source: .catalog) { _ in
        "it is reached through OpenAI's service only, under its terms of use"
      })
  }

  /// Every service of the table is OpenAI's.
  static let terms = "openai-tou-2024-12-11"
}
