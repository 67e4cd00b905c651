internal import ProvisoCore
internal import ProvisoKnowledge

/// What a repackager's other copies of one model say.
extension CatalogClaims {
  /// A publisher may free its model, and copies that were made before stay under what it said then: where nothing speaks of a copy,
  /// and the same repackager's others of that model are under a restricted license that the model of today is not, that is said of
  /// it, too.
  mutating func addSisters(of id: String, _ reader: ClaimReader) {
    guard claims.isEmpty, let base = bases.first, bases.count == 1, let sisters = RepackagedName.sisters(of: id),
      reader.isRestricted(sisters.license), RepackagedName.isCopy(id, of: base.id)
    else { return }
    let original = reader.listed(base.id).claims
    guard !original.claims.contains(where: reader.isRestricted) else { return }
    claims += reader.claims(tag: sisters.license, name: nil, link: nil, source: .publisher) { words in
      "nothing is known of it itself; the \(sisters.count) other copies of that model by its publisher on file are \"\(words)\""
    }
  }
}
