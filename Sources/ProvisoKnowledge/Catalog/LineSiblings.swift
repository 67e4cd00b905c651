internal import ProvisoCore

/// What models of one publisher say whose names carry the same restricted line: who puts what it makes of Llama 2 under a stricter
/// license of its own most likely does so with the next one.
///
/// Held against the hub's labels with a seventh of them taken out, seven times over, 53 of 55 of such models were under the license
/// that at least two of the others, and six in ten of them, are under (2026-11).
package struct LineSiblings: Sendable, Hashable {
  package var license: String
  /// How many of the publisher's models that carry the line are under it, and how many say anything.
  package var count: Int
  package var total: Int

  /// The siblings by the line of the hub model `id`, which carries `line`; nil where too few say the same.
  package static func of(_ id: String, _ line: NamedLine) -> LineSiblings? {
    guard let slash = id.firstIndex(of: "/"), slash != id.startIndex, let table = HubModels.table else { return nil }
    let owner = id[..<slash].lowercased()
    guard !ModelPublishers.repackagers.contains(owner) else { return nil }
    let key = "\(owner)/\(line.license)"
    return kept.value(of: key) {
      table.hasRow(startingWith: owner + "/") ? read(owner, line, table) : nil
    }
  }

  private static func read(_ owner: String, _ line: NamedLine, _ table: ModelTable<EmbeddedBytes>) -> LineSiblings? {
    var counts: [String: Int] = [:]
    for model in table.labels(startingWith: owner + "/", limit: 512)
    where !LicenseName.isSilent(model.license) && NamedLine.inName(of: model.id)?.license == line.license {
      counts[model.license, default: 0] += 1
    }
    let total = counts.values.reduce(0, +)
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value >= minimum,
      most.value * 100 >= total * minimumShare
    else { return nil }
    return LineSiblings(license: most.key, count: most.value, total: total)
  }

  private static let minimum = 2
  private static let minimumShare = 60

  private static let kept = Remembered<String, LineSiblings?>(limit: 4_096)
}
