internal import ProvisoCore

/// The order of findings, and what it takes for each to be told apart from the next.
enum FindingOrder {
  /// By path, position, rule and model. What several contexts say alike is said once, at the strictest level; findings of
  /// one kind in one file get fingerprints of their own, by their order.
  static func sort(_ findings: inout [Finding]) {
    var result: [Finding] = []
    result.reserveCapacity(findings.count)
    // A finding is large: only what orders it is moved about.
    var last: Int?
    let keys = findings.map(key)
    for index in findings.indices.sorted(by: { keys[$0] < keys[$1] }) {
      if let last, findings[last].fingerprint == findings[index].fingerprint, keys[last] == keys[index] {
        if findings[index].level > result[result.count - 1].level { result[result.count - 1] = findings[index] }
      } else {
        result.append(findings[index])
        last = index
      }
    }
    var seen: [String: Int] = [:]
    for index in result.indices {
      let fingerprint = result[index].fingerprint
      let count = seen[fingerprint, default: 0] + 1
      seen[fingerprint] = count
      if count > 1 { result[index].fingerprint = Fingerprint.of([fingerprint, String(count)]) }
    }
    findings = result
  }

  private struct Key: Comparable {
    var path: String
    var line: Int
    var column: Int
    var endColumn: Int
    var rule: String
    var model: String
    var message: String

    static func < (one: Self, other: Self) -> Bool {
      if one.path != other.path { return one.path < other.path }
      if one.line != other.line { return one.line < other.line }
      if one.column != other.column { return one.column < other.column }
      if one.endColumn != other.endColumn { return one.endColumn < other.endColumn }
      if one.rule != other.rule { return one.rule < other.rule }
      return one.model == other.model ? one.message < other.message : one.model < other.model
    }
  }

  private static func key(_ finding: Finding) -> Key {
    let place = finding.location
    return Key(
      path: place?.path ?? "", line: place?.line ?? 0, column: place?.column ?? 0, endColumn: place?.endColumn ?? 0,
      rule: finding.rule, model: finding.model?.id ?? "", message: finding.message)
  }
}
