package import ProvisoCore

/// A rule as `explain` prints it: Markdown, which reads well enough in a terminal.
package enum RuleText {
  package static func render(_ rule: RuleDescription) -> String {
    let facts = rule.facts.isEmpty ? "none" : rule.facts.joined(separator: ", ")
    return """
      # \(rule.id) \(rule.name)

      \(rule.title). Level: \(rule.level.rawValue). Facts it reads: \(facts).

      \(rule.summary)

      \(rule.help)

      """
  }
}
