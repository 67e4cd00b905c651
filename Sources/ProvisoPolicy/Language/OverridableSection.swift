import ProvisoText

/// `overridable`: what whoever extends the policy may loosen.
enum OverridableSection {
  static func names(_ node: DataNode?, in reading: PolicyReading) -> Set<String> {
    var names: Set<String> = []
    for (name, node) in reading.texts("overridable", node) {
      if name == Loosening.everything || Loosening.sections.contains(name) || reading.knowledge.hasRule(name) {
        names.insert(name)
      } else {
        let known = [Loosening.everything] + Loosening.sections + reading.knowledge.ruleIDs
        reading.error(
          "`overridable`: \(Quoted.text(name)) is neither a section nor a rule", at: node.range,
          hint: Suggestion.hint(for: name, among: known)
            ?? "write `\(Loosening.everything)`, the id of a rule, or one of \(Quoted.choice(Loosening.sections))")
      }
    }
    return names
  }
}
