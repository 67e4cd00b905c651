internal import ProvisoCore
internal import ProvisoKnowledge

/// What is known of a model by its name, whatever a tree does with it. It is asked for again and again, and so passed by reference.
final class KnownModel: Sendable {
  /// The name in the catalog's spelling.
  let name: ModelName
  let catalog: CatalogClaims
  /// All that is said of its license, the policy's corrections included.
  let claims: [Claim]
  /// What is known of a publisher who declares no license.
  let remark: String?
  /// What the claims come to.
  let license: LicenseConclusion

  init(name: ModelName, catalog: CatalogClaims, claims: [Claim], remark: String?, license: LicenseConclusion) {
    self.name = name
    self.catalog = catalog
    self.claims = claims
    self.remark = remark
    self.license = license
  }
}

/// Looks names up, each once: the models of a tree have far fewer bases than there are steps to them.
final class KnownModels: Sendable {
  let reader: ClaimReader
  let conclude: Conclude
  let corrections: Corrections
  let outside: OutsideClaims
  private let models = Remembered<ModelName, KnownModel>(limit: 16_384)
  private let spellings = Remembered<ModelName, ModelName>(limit: 16_384)

  init(reader: ClaimReader, conclude: Conclude, corrections: Corrections, outside: OutsideClaims) {
    self.reader = reader
    self.conclude = conclude
    self.corrections = corrections
    self.outside = outside
  }

  /// How many models were looked up in the catalog.
  var readings: Int { models.count }

  /// What is known of the model that goes by `name`, in whatever spelling.
  func model(called name: ModelName) -> KnownModel { model(canonical(name)) }

  /// - Parameter name: as ``canonical(_:)`` gives it.
  func model(_ name: ModelName) -> KnownModel {
    models.value(of: name) { read(name) }
  }

  /// The name in the catalog's spelling, and the present one of a model that has had others.
  func canonical(_ name: ModelName) -> ModelName {
    guard name.registry == .huggingface else { return name }
    return spellings.value(of: name) { .huggingFace(ModelCatalog.canonicalID(of: name.id)) }
  }

  /// Whether nothing at all is on file of the model that goes by `name`, nor said by its name or by its publisher's others.
  func isUnheardOf(_ name: ModelName) -> Bool {
    let known = model(called: name)
    return known.claims.isEmpty && known.remark == nil && known.license.unanswered == nil
      && known.catalog.bases.isEmpty && known.catalog.namedBases.isEmpty
  }

  private func read(_ name: ModelName) -> KnownModel {
    let catalog = CatalogClaims(for: name, reader: reader)
    let heard = outside.heard(of: name, beside: catalog)
    let claims = heard.claims + corrections.claims(for: name)
    var license = conclude.conclusion(claims, remark: heard.remark)
    license.unanswered = outside.unanswered(name)
    return KnownModel(name: name, catalog: catalog, claims: claims, remark: heard.remark, license: license)
  }
}
