package import ProvisoCore

/// Public judgments of releases, from a small table.
package enum Openness {
  /// What is on file of the hub model `id`, in the order of the table: the Open Source Initiative's word first.
  package static func judgments(of id: String) -> [ReleaseOpenness] {
    let id = id.lowercased()
    guard let rows = rows[id.prefix { $0 != "/" }] else { return [] }
    let key = Array(id.utf8)
    return rows.filter { $0.pattern.matches(key) }.map(\.judgment)
  }

  private struct Row: Sendable {
    var owner: Substring
    var pattern: NamePattern
    var judgment: ReleaseOpenness
  }

  /// By owner: every pattern is of one.
  private static let rows = Dictionary(grouping: EmbeddedText.openness.allFields().compactMap(row), by: \.owner)

  private static func row(_ fields: [String]) -> Row? {
    guard fields.count == 9 else { return nil }
    func level(_ index: Int) -> ReleaseOpenness.Level? { ReleaseOpenness.Level(rawValue: fields[index]) }
    return Row(
      owner: fields[0].prefix { $0 != "/" },
      pattern: NamePattern(fields[0]),
      judgment: ReleaseOpenness(
        source: fields[1], date: fields[2], verdict: ReleaseOpenness.Verdict(rawValue: fields[3]), weights: level(4),
        code: level(5), data: level(6), documentation: level(7), note: fields[8].isEmpty ? nil : fields[8]))
  }
}
