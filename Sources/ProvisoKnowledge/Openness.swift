package import ProvisoCore

/// Public judgments of releases, from a small table.
package enum Openness {
  /// What is on file of the hub model `id`, in the order of the table: the Open Source Initiative's word first.
  package static func judgments(of id: String) -> [ReleaseOpenness] {
    let key = Array(id.lowercased().utf8)
    return rows.filter { $0.pattern.matches(key) }.map(\.judgment)
  }

  private struct Row: Sendable {
    var pattern: NamePattern
    var judgment: ReleaseOpenness
  }

  private static let rows: [Row] = EmbeddedText.openness.allFields().compactMap { fields in
    guard fields.count == 9 else { return nil }
    func level(_ index: Int) -> ReleaseOpenness.Level? { ReleaseOpenness.Level(rawValue: fields[index]) }
    return Row(
      pattern: NamePattern(fields[0]),
      judgment: ReleaseOpenness(
        source: fields[1], date: fields[2], verdict: ReleaseOpenness.Verdict(rawValue: fields[3]), weights: level(4),
        code: level(5), data: level(6), documentation: level(7), note: fields[8].isEmpty ? nil : fields[8]))
  }
}
