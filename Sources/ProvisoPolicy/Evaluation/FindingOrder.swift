internal import ProvisoCore

/// The order of findings, and what it takes for each to be told apart from the next.
enum FindingOrder {
  /// By path, position, rule and model. What several contexts say alike is said once, at the strictest level; findings of
  /// one kind in one file get fingerprints of their own, by their order.
  static func sorted(_ findings: [Finding]) -> [Finding] {
    var result: [Finding] = []
    let keys = findings.map(key)
    for index in findings.indices.sorted(by: { keys[$0] < keys[$1] }) {
      let finding = findings[index]
      if let last = result.last, last.fingerprint == finding.fingerprint, key(last) == keys[index] {
        if finding.level > last.level { result[result.count - 1] = finding }
      } else {
        result.append(finding)
      }
    }
    var seen: [String: Int] = [:]
    for index in result.indices {
      let fingerprint = result[index].fingerprint
      let count = seen[fingerprint, default: 0] + 1
      seen[fingerprint] = count
      if count > 1 { result[index].fingerprint = Fingerprint.of([fingerprint, String(count)]) }
    }
    return result
  }

  private struct Key: Comparable {
    var place: Location
    var rule: String
    var model: String
    var message: String

    static func < (one: Self, other: Self) -> Bool {
      (one.place, one.rule, one.model, one.message) < (other.place, other.rule, other.model, other.message)
    }
  }

  private static func key(_ finding: Finding) -> Key {
    Key(
      place: finding.location ?? Location(path: "", line: 0, column: 0), rule: finding.rule,
      model: finding.model?.id ?? "", message: finding.message)
  }
}
