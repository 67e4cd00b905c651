/// What somebody says of a model that does not lie in the scanned tree: a bill of materials, a store of models on the
/// disk, the hub.
package struct OutsideDeclaration: Sendable {
  package var model: ModelName
  package var source: ClaimSource
  package var location: Location
  /// Each a claim of its own.
  package var licenses: [DeclaredLicense]
  package var bases: [DeclaredBase]
  /// True where it states a base that names no model: what that one's license asks is not known.
  package var hasUnreadBase = false
  /// The day on which the hub was asked; nil for what lies on the disk.
  package var date: String?
  /// True where the hub was asked and the publisher declares no license.
  package var declaresNone = false
  /// The terms that the hub asks to be accepted.
  package var gate: Gate?
  /// Why this may be said of another state of the model than the one that is used; nil where nothing speaks for that.
  package var doubt: String?
  /// Why the hub that was asked said nothing; nil where it did.
  package var unanswered: String?

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
