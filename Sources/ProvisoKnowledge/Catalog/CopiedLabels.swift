/// What the labels of copies say of a model that no list speaks of itself.
///
/// Who copies a model in another shape keeps its name and label: where all that are known agree, the model has it too.
enum CopiedLabels {
  /// `rows` with licenses for those, and rows for bases that have none, of whom all copies say the same.
  static func added(to rows: [ModelRow]) -> [ModelRow] {
    var labels: [String: Set<String>] = [:]
    for copy in rows where copy.relation == .quantized && !copy.statement.license.isEmpty {
      for base in copy.bases where isCopy(copy.id, of: base) {
        labels[base.lowercased(), default: []].insert(copy.statement.license)
      }
    }
    var rows = rows
    var seen: Set<String> = []
    for index in rows.indices {
      let key = rows[index].id.lowercased()
      seen.insert(key)
      if rows[index].statement.license.isEmpty, let label = label(labels[key]) { add(label, to: &rows[index]) }
    }
    var spellings: [String: String] = [:]
    for base in rows.flatMap(\.bases) { spellings[base.lowercased()] = min(spellings[base.lowercased()] ?? base, base) }
    for (key, id) in spellings where !seen.contains(key) {
      guard let label = label(labels[key]) else { continue }
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
  private static func label(_ labels: Set<String>?) -> String? {
    guard let labels, labels.count == 1, let label = labels.first else { return nil }
    let key = LicenseName.normalize(label)
    let isEmpty = LicenseName.emptyTags.contains(key) || LicenseName.otherTags.contains(key)
    return isEmpty ? nil : label
  }

  /// Whether `id` is named after `base` and its shape alone: `x/Foo-GGUF` or `x/acme_Foo-GGUF` after `acme/Foo`.
  private static func isCopy(_ id: String, of base: String) -> Bool {
    let name = ModelNameWords(id.split(separator: "/").last ?? "").withoutShape
    let own = ModelNameWords(base.split(separator: "/").last ?? "").withoutShape
    let whole = ModelNameWords(base.replacing("/", with: "_")).withoutShape
    return name == own || name == whole
  }
}
