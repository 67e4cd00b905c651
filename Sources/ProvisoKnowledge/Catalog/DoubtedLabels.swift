internal import ProvisoCore

/// Free labels of a list that types them by the kind of model: held against the hub, those of publishers who have other models under
/// restricted licenses were freer than the hub's in 14 of 95 cases (2026-11), and those of all other publishers in 1 of 104.
enum DoubtedLabels {
  private static let lists: Set<String> = ["mteb-2.26.24"]

  /// `rows` without those labels. Bases stay.
  static func removed(from rows: [ModelRow]) -> [ModelRow] {
    let owners = Set(rows.filter(isRestrictedByHub).map(\.owner))
    return rows.compactMap { row in
      guard lists.contains(row.statement.list), owners.contains(row.owner), isFree(row.statement.license) else {
        return row
      }
      var row = row
      row.statement.license = ""
      row.statement.list = ""
      return row.bases.isEmpty ? nil : row
    }
  }

  /// Whether a license frees the model of what others ask: its terms are on file, and none restricts.
  static func isFree(_ license: String) -> Bool {
    LicenseLibrary.shared.license(license)?.category.isRestricted == false
  }

  /// Whether a list that is no third party's has the model under a license that restricts, or under one of its publisher's own.
  private static func isRestrictedByHub(_ row: ModelRow) -> Bool {
    let statement = row.statement
    guard !statement.license.isEmpty, CatalogList.named(statement.list)?.trust != .thirdParty else { return false }
    return statement.license == "other"
      || LicenseLibrary.shared.license(statement.license)?.category.isRestricted == true
  }
}
