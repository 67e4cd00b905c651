/// What a table of models holds of one of them.
package struct ModelRow: Sendable, Hashable {
  /// In the publisher's spelling.
  package var id: String
  package var statement: ModelStatement
  package var bases: [String]
  package var relation: BaseRelation

  package init(
    id: String, statement: ModelStatement = ModelStatement(), bases: [String] = [], relation: BaseRelation = .unknown
  ) {
    self.id = id
    self.statement = statement
    self.bases = bases
    self.relation = relation
  }
}

/// What lists say of a model's license, and which lists.
package struct ModelStatement: Sendable, Hashable {
  /// The value of `license`; empty where no list gives one, `none-declared` where the publisher declares none.
  package var license: String
  package var licenseName: String
  package var licenseLink: String
  /// The list that the license was taken from; empty without a license.
  package var list: String
  /// The list that the bases were taken from; empty without bases.
  package var baseList: String

  package init(
    license: String = "", licenseName: String = "", licenseLink: String = "", list: String = "", baseList: String = ""
  ) {
    self.license = license
    self.licenseName = licenseName
    self.licenseLink = licenseLink
    self.list = list
    self.baseList = baseList
  }
}

/// How a model was made from its bases.
package enum BaseRelation: UInt8, Sendable, Hashable, CaseIterable {
  case unknown
  /// The name says that it is the base in another shape.
  case quantized
  /// The name says that it is an adapter for the base.
  case adapter
  /// The base itself, under a name of another registry.
  case same
}
