package import ProvisoCore

/// What the hub says of a model.
package struct HubModel: Hashable, Sendable {
  package struct Base: Hashable, Sendable {
    package var id: String
    package var relation: Relation?

    package init(id: String, relation: Relation? = nil) {
      self.id = id
      self.relation = relation
    }
  }

  /// The model's present name, which may be another than it was asked by.
  package var id: String
  /// The values of `license`; none where the publisher declares none.
  package var licenses: [String] = []
  package var licenseName: String?
  package var licenseLink: String?
  package var bases: [Base] = []
  /// What the card has as base and is no id of the hub.
  package var otherBases: [String] = []
  /// How access is granted (`auto`, `manual`), where terms have to be accepted.
  package var gate: String?
  /// 40 hexadecimal digits.
  package var commit: String?
  /// The day of the last change: `2026-11-26`.
  package var changed: String?

  package init(id: String) {
    self.id = id
  }
}
