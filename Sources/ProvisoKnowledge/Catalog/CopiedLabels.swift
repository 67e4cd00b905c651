internal import ProvisoText

/// What the labels of copies say of a model that no list speaks of itself.
///
/// Who copies a model in another shape keeps its name and label: where all that are known agree, the model has it too. Some put a
/// free label on whatever they copy: of 832 models whose copies agree on one, the 17 that are restricted had copies of one owner
/// alone (2026-11). So a free one is believed of two owners, of the model's own, or of one whose copies have their labels by machine.
enum CopiedLabels {
  /// `rows` with licenses for those, and rows for bases that have none, of whom all copies say the same.
  static func added(to rows: [ModelRow]) -> [ModelRow] {
    var labels: [String: [String: Set<String>]] = [:]
    for copy in rows where copy.relation == .quantized && !copy.statement.license.isEmpty {
      for base in copy.bases where isCopy(copy.id, of: base) {
        labels[base.lowercased(), default: [:]][copy.statement.license, default: []].insert(copy.owner)
      }
    }
    var rows = rows
    var seen: Set<String> = []
    for index in rows.indices {
      let key = rows[index].id.lowercased()
      seen.insert(key)
      if rows[index].statement.license.isEmpty, let label = label(labels[key], of: key) { add(label, to: &rows[index]) }
    }
    var spellings: [String: String] = [:]
    for base in rows.flatMap(\.bases) { spellings[base.lowercased()] = min(spellings[base.lowercased()] ?? base, base) }
    for (key, id) in spellings where !seen.contains(key) {
      guard let label = label(labels[key], of: key) else { continue }
      var row = ModelRow(id: id)
      add(label, to: &row)
      rows.append(row)
    }
    return rows
  }

  private static func add(_ label: String, to row: inout ModelRow) {
    row.statement.license = label
    row.statement.list = CatalogList.copies.name
  }

  /// The one license that all name, if it says something.
  ///
  /// - Parameters:
  ///   - labels: Who has copies under which.
  ///   - model: Its id in lower case.
  private static func label(_ labels: [String: Set<String>]?, of model: String) -> String? {
    guard let labels, labels.count == 1, let (label, owners) = labels.first else { return nil }
    let own = String(model.prefix { $0 != "/" })
    let isWitnessed = owners.count > 1 || owners.contains(own) || !owners.isDisjoint(with: faithful)
    guard isWitnessed || !DoubtedLabels.isFree(label) else { return nil }
    let key = LicenseName.normalize(label)
    let isEmpty = LicenseName.emptyTags.contains(key) || LicenseName.otherTags.contains(key)
    return isEmpty ? nil : label
  }

  /// Owners whose copies have the labels of what they copy: all 221 that could be held against it.
  private static let faithful: Set<String> = ["mradermacher", "tensorblock"]

  /// Whether `id` is named after `base` and its shape alone: `x/Foo-GGUF` or `x/acme_Foo-GGUF` after `acme/Foo`.
  private static func isCopy(_ id: String, of base: String) -> Bool {
    let name = ModelNameWords(id.split(separator: "/").last ?? "").withoutShape
    let own = ModelNameWords(base.split(separator: "/").last ?? "").withoutShape
    let whole = ModelNameWords(base.replacing("/", with: "_")).withoutShape
    return name == own || name == whole
  }
}
