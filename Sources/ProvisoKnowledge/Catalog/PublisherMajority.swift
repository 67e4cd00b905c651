/// What nearly all models of one publisher declare.
///
/// Known from the lists, so only of publishers of whom they hold enough; repackagers pass on the licenses of others and have none.
package struct PublisherMajority: Sendable, Hashable {
  package var license: String
  /// How many models of the publisher declare it, and how many speak of a license or declare none.
  package var count: Int
  package var total: Int
  /// How many of the publisher's models stand on another publisher's.
  package var derived: Int
  /// What others of its models declare that is not `license`.
  package var others: [String]

  private static let minimumModels = 8
  private static let minimumShare = 95

  /// The majorities of the publishers of `rows`, as rows of a table: the id is the publisher's name and a slash.
  static func rows(of rows: [ModelRow]) -> [ModelRow] {
    var counts: [String: [String: Int]] = [:]
    var derived: [String: Int] = [:]
    for row in rows where !row.id.contains(":") && row.bases.contains(where: { owner(of: $0) != row.owner }) {
      derived[row.owner, default: 0] += 1
    }
    for row in rows where !row.statement.license.isEmpty && !row.id.contains(":") {
      counts[row.owner, default: [:]][row.statement.license, default: 0] += 1
    }
    return counts.compactMap { owner, licenses in
      guard !ModelPublishers.repackagers.contains(owner), let license = mostFrequent(licenses) else { return nil }
      let total = licenses.values.reduce(0, +)
      let count = licenses[license] ?? 0
      guard total >= minimumModels, count * 100 >= total * minimumShare, !isEmpty(license) else { return nil }
      let others = licenses.keys.filter { $0 != license }.sorted()
      let words = (["\(count)", "\(total)", "\(derived[owner] ?? 0)"] + others).joined(separator: " ")
      return ModelRow(
        id: "\(owner)/", statement: ModelStatement(license: license, licenseName: words, list: CatalogList.publishers))
    }
  }

  init?(_ row: ModelRow) {
    let words = row.statement.licenseName.split(separator: " ").map(String.init)
    guard row.id.hasSuffix("/"), words.count >= 3, let count = Int(words[0]), let total = Int(words[1]),
      let derived = Int(words[2])
    else { return nil }
    license = row.statement.license
    self.count = count
    self.total = total
    self.derived = derived
    others = Array(words.dropFirst(3))
  }

  /// Whether the next model of the publisher, too, may be under whatever its base is under: a quarter of those on file stand on
  /// others'. Of many more no list says what they stand on.
  package var isOfDeriver: Bool { derived * 4 >= total }

  fileprivate static func owner(of id: String) -> String { String(id.lowercased().prefix { $0 != "/" }) }

  private static func mostFrequent(_ licenses: [String: Int]) -> String? {
    licenses.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private static func isEmpty(_ license: String) -> Bool {
    LicenseName.isSilent(license) || LicenseName.familyTags.contains(LicenseName.normalize(license))
  }
}

extension ModelRow {
  /// What stands before the slash, in lower case.
  var owner: String { PublisherMajority.owner(of: id) }
}
