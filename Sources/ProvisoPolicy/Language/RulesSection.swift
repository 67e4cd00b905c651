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
      guard let mapping = MappingReader(entry.value, as: PolicySchema.rule, "the settings of a rule", in: reading)
      else { continue }
      if entry.value.entries.isEmpty {
        reading.error(
          "the settings of a rule are empty", at: entry.value.range, hint: "write `severity: off`, for example")
      }
      let setting = setting(mapping, of: entry, in: reading)
      if isKnown { state(setting, of: entry.key, mapping, into: &draft, in: reading) }
    }
  }

  private static func setting(
    _ mapping: MappingReader, of entry: DataNode.Entry, in reading: PolicyReading
  ) -> RuleSetting {
    RuleSetting(
      severity: reading.choice("severity", mapping["severity"], as: RuleSetting.Severity.self),
      waivable: reading.boolean("waivable", mapping["waivable"]),
      options: options(mapping["options"], of: entry.key, in: reading), fix: reading.text("fix", mapping["fix"]),
      origin: reading.origin(at: entry.keyRange))
  }

  private static func state(
    _ setting: RuleSetting, of rule: String, _ mapping: MappingReader, into draft: inout PolicyDraft,
    in reading: PolicyReading
  ) {
    draft.rules[rule] = setting
    if let severity = setting.severity {
      draft.state("rules.\(rule)", Stance(severity), at: mapping.keyRange(of: "severity"), in: reading)
    }
    // What options switch on is always the milder side.
    for entry in mapping["options"]?.entries ?? [] {
      guard let isOn = setting.options[entry.key] else { continue }
      let stance = Stance(rank: isOn ? 0 : 1, words: "`\(isOn)`")
      draft.state("rules.\(rule).\(entry.key)", stance, at: entry.keyRange, in: reading)
    }
    if let waivable = setting.waivable {
      let stance = Stance(rank: waivable ? 0 : 1, words: "`\(waivable)`")
      draft.state("rules.\(rule).waivable", stance, at: mapping.keyRange(of: "waivable"), in: reading)
    }
  }

  /// Options are yes or no; which a rule has, its description says.
  private static func options(_ node: DataNode?, of rule: String, in reading: PolicyReading) -> [String: Bool] {
    guard let node else { return [:] }
    guard node.isMapping else {
      reading.mismatch("options", node, expected: "a mapping of options")
      return [:]
    }
    var first: [String: DataNode.Entry] = [:]
    var options: [String: Bool] = [:]
    let names = reading.knowledge.ruleOptions[rule] ?? []
    for entry in node.entries {
      if let first = first[entry.key] {
        reading.repeated(entry, first: first)
        continue
      }
      first[entry.key] = entry
      guard names.contains(entry.key) else {
        reading.error(
          "\(rule) has no option \(Quoted.text(entry.key))", at: entry.keyRange,
          hint: Suggestion.hint(for: entry.key, among: names)
            ?? (names.isEmpty ? "it has none" : "its options are \(Quoted.choice(names))"))
        continue
      }
      options[entry.key] = reading.boolean(entry.key, entry.value)
    }
    return options
  }
}
