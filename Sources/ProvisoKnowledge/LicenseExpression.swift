package import ProvisoCore
internal import ProvisoText

/// An SPDX license expression with what the records know of its licenses.
package struct LicenseExpression: Sendable {
  /// Normalized, with the SPDX ids of the records.
  package var text: String
  /// The records that bind. Where the expression could not be read whole, the restricted ones that bind in any case.
  package var records: [License]
  /// The records of the choices not taken.
  package var others: [License]
  /// The licenses without a record, as written.
  package var unread: [String]
  /// False where no choice consists of records alone: then what is missing may be stricter than what was read.
  package var isRead: Bool
  /// True where a restricted license stands as a choice beside one that is not: often the two are for the weights and for the
  /// code, so all bind.
  package var isDoubtful: Bool
}

extension LicenseLibrary {
  /// What an expression with an operator says; nil for words that are none, or that are one license.
  ///
  /// `AND` binds to all its licenses. `OR` leaves the choice, and the freest is taken by the category of its strictest license,
  /// among those whose every license has a record.
  package func expression(_ words: String) -> LicenseExpression? {
    guard let parsed = try? SPDXExpression(parsing: words), Self.hasOperator(parsed) else { return nil }
    let leaves = parsed.leaves
    var known: [SPDXExpression.Leaf: License] = [:]
    for leaf in Set(leaves) { known[leaf] = record(of: leaf) }
    var result = LicenseExpression(
      text: parsed.mapLicenses { leaf in known[leaf].map { Self.spelled(leaf, $0) } ?? leaf }.normalized,
      records: [], others: [], unread: Self.distinct(leaves.filter { known[$0] == nil }.map(Self.words)), isRead: false,
      isDoubtful: false)
    let all = Self.distinct(leaves.compactMap { known[$0] })
    guard let choices = parsed.choices else { return result }
    let readable = choices.map { choice in choice.compactMap { known[$0] } }.enumerated()
      .filter { $0.element.count == choices[$0.offset].count }.map { Self.distinct($0.element) }
    guard let freest = readable.min(by: { Self.strictness($0) < Self.strictness($1) }) else {
      let binding = choices.dropFirst().reduce(Set(choices.first ?? [])) { $0.intersection($1) }
      result.records = all.filter { record in
        record.category.isRestricted && binding.contains { known[$0]?.id == record.id }
      }
      return result
    }
    result.isRead = true
    // Who has chosen for this very expression has settled what it is about.
    let wanted = (self.choices[parsed.normalized.lowercased()] ?? self.choices[result.text.lowercased()]).flatMap(
      license)
    let chosen = wanted.flatMap { wanted in
      readable.filter { $0.contains { $0.id == wanted.id } }.min { Self.strictness($0) < Self.strictness($1) }
    }
    result.isDoubtful = chosen == nil && !Self.isRestricted(freest) && Self.isRestricted(all)
    result.records = chosen ?? (result.isDoubtful ? all : freest)
    result.others = all.filter { record in !result.records.contains { $0.id == record.id } }
    return result
  }

  private func record(of leaf: SPDXExpression.Leaf) -> License? {
    if let exception = leaf.exception, ListedExceptions.id(exception) == nil { return nil }
    guard case .record(let license) = match(leaf.id) else { return nil }
    // `MIT+` names no later edition; whoever writes it means something else.
    if leaf.orLater, license.edition == nil || license.spdx.hasPrefix("LicenseRef-") { return nil }
    return license
  }

  /// The leaf by the record's SPDX id, with the exception in SPDX's spelling.
  private static func spelled(_ leaf: SPDXExpression.Leaf, _ license: License) -> SPDXExpression.Leaf {
    let exception = leaf.exception.flatMap(ListedExceptions.id)
    let isOrLater = leaf.orLater || leaf.id.lowercased().hasSuffix("-or-later")
    guard isOrLater, license.spdx.hasSuffix("-only") else {
      return SPDXExpression.Leaf(id: license.spdx, orLater: leaf.orLater, exception: exception)
    }
    return SPDXExpression.Leaf(id: license.spdx.dropLast("only".count) + "or-later", exception: exception)
  }

  private static func words(_ leaf: SPDXExpression.Leaf) -> String {
    SPDXExpression.license(leaf.id, orLater: leaf.orLater, exception: leaf.exception).normalized
  }

  private static func hasOperator(_ expression: SPDXExpression) -> Bool {
    if case .license(_, orLater: false, exception: nil) = expression { false } else { true }
  }

  private static func isRestricted(_ licenses: [License]) -> Bool {
    licenses.contains(where: \.category.isRestricted)
  }

  private static func strictness(_ choice: [License]) -> Int {
    choice.map(\.category.strictness).max() ?? LicenseCategory.allCases.count
  }

  private static func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }
}
