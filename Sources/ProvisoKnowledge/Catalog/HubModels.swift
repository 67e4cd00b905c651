/// What lists say of some seventy thousand models of the hub.
package enum HubModels {
  package static let table = ModelTable(EmbeddedBytes.hubModels)

  package static func entry(for id: String) -> CatalogEntry? {
    id.hasSuffix("/") ? nil : table?.row(for: id).map(CatalogEntry.init)
  }

  /// What nearly all models declare whose publisher is that of `id`.
  package static func majority(ofPublisherOf id: String) -> PublisherMajority? {
    guard let slash = id.firstIndex(of: "/") else { return nil }
    return table?.row(for: String(id[...slash])).flatMap(PublisherMajority.init)
  }
}

extension CatalogEntry {
  package init(_ row: ModelRow) {
    func value(_ text: String) -> String? { text.isEmpty ? nil : text }
    let list = CatalogList.named(row.statement.list)
    let baseList = CatalogList.named(row.statement.baseList)
    self.init(
      id: row.id, license: value(row.statement.license), licenseName: value(row.statement.licenseName),
      licenseLink: value(row.statement.licenseLink), bases: row.bases, relation: row.relation,
      source: row.statement.list, date: list?.date ?? "", isThirdParty: list?.trust == .thirdParty,
      baseSource: row.statement.baseList, baseDate: baseList?.date ?? "")
  }
}
