internal import ProvisoCore
internal import ProvisoKnowledge

/// The restricted license that a card declares, against what its prose calls that license.
///
/// `license: openrail++` and "CreativeML Open RAIL++-M License" further down are one license under two names. Prose frees nothing, so
/// what it says in words that no record answers to adds something only where it bars more than the label does.
struct CardLabel {
  private let licenses: [License]
  private let library: LicenseLibrary

  /// - Parameter own: the declarations of the model's own files.
  init(_ own: [ModelDeclaration], _ library: LicenseLibrary) {
    self.library = library
    licenses = own.filter { $0.source == .modelCard }.flatMap(\.licenses)
      .flatMap { [$0.tag, $0.name].compactMap { $0 } }.compactMap { Self.license($0, library) }
      .filter(\.category.isRestricted)
  }

  /// Whether the label says as much as the license that prose names.
  func covers(_ prose: DeclaredLicense) -> Bool {
    guard let strictest = licenses.map(\.category).max() else { return false }
    if let license = Self.license(prose.tag, library) {
      return license.category <= strictest
        && licenses.contains { $0.id == license.id || License.areEditions([$0, license]) }
    }
    let words = prose.tag.lowercased()
    let barsMore = words.contains("commercial") || words.contains("research")
    return !barsMore || strictest >= .nonCommercial
  }

  private static func license(_ text: String, _ library: LicenseLibrary) -> License? {
    guard case .record(let license) = library.match(text) else { return nil }
    return license
  }
}
