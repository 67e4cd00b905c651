import ProvisoText

/// `rules`: settings by rule id.
enum RulesSection {
  static func read(_ node: DataNode?, into draft: inout PolicyDraft, in reading: PolicyReading) {
    guard let node else { return }
    guard node.isMapping else { return reading.mismatch("rules", node, expected: "a mapping of rule ids") }
    var first: [String: DataNode.Entry] = [:]
    for entry in node.entries {
      if let first = first[entry.key] {
        reading.repeated(entry, first: first)
        continue
      }
      first[entry.key] = entry
      let isKnown = reading.isRule(entry.key, at: entry.keyRange)
      guard
        let mapping = MappingReader(entry.value, as: PolicySchema.rule, "the settings of a rule", in: reading),
        let severity = reading.choice("severity", mapping["severity"], as: RuleSetting.Severity.self), isKnown
      else { continue }
      draft.rules[entry.key] = RuleSetting(severity: severity, origin: mapping.origin(of: "severity", in: reading))
      draft.state(
        "rules.\(entry.key)", rank: severity.rank, "`\(severity.rawValue)`", at: mapping.keyRange(of: "severity"),
        in: reading)
    }
  }
}
