internal import ProvisoCore
internal import ProvisoKnowledge

/// What lists and rules say of models that others were made from, each looked up once: thousands of models have the same few bases.
final class ListedModels: Sendable {
  final class Listed: Sendable {
    /// Without what the name says.
    let claims: CatalogClaims
    /// The restricted line that the name carries.
    let line: NamedLine?

    init(claims: CatalogClaims, line: NamedLine?) {
      self.claims = claims
      self.line = line
    }
  }

  private let models = Remembered<String, Listed>(limit: 16_384)

  /// - Parameter id: of the hub, in the catalog's spelling.
  func model(_ id: String, _ reader: ClaimReader) -> Listed {
    models.value(of: id) {
      Listed(
        claims: CatalogClaims(for: .huggingFace(id), reader: reader, readsName: false), line: NamedLine.inName(of: id))
    }
  }
}
