/// What somebody says of a model that does not lie in the scanned tree: a bill of materials, a store of models on the disk.
package struct OutsideDeclaration: Sendable {
  package var model: ModelName
  package var source: ClaimSource
  package var location: Location
  /// Each a claim of its own.
  package var licenses: [DeclaredLicense]
  package var bases: [DeclaredBase]

  package init(
    model: ModelName, source: ClaimSource, location: Location, licenses: [DeclaredLicense] = [],
    bases: [DeclaredBase] = []
  ) {
    self.model = model
    self.source = source
    self.location = location
    self.licenses = licenses
    self.bases = bases
  }
}
