import ProvisoText

/// `rules`: settings by rule id.
enum RulesSection {
  static func rules(_ node: DataNode?, in reading: PolicyReading) -> [String: RuleSetting] {
    guard let node else { return [:] }
    guard node.isMapping else {
      reading.mismatch("rules", node, expected: "a mapping of rule ids")
      return [:]
    }
    var first: [String: DataNode.Entry] = [:]
    var rules: [String: RuleSetting] = [:]
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
      rules[entry.key] = RuleSetting(severity: severity, origin: mapping.origin(of: "severity", in: reading))
    }
    return rules
  }
}
