package import ProvisoCore

/// The page that reports link to, with one section for each rule.
package enum RuleDocumentation {
  /// Markdown, ending in a newline. Each rule's heading is its id, so that `#ail302` leads to AIL302.
  package static func markdown(_ rules: [RuleDescription]) -> String {
    ([introduction(rules)] + rules.map(section)).joined(separator: "\n\n") + "\n"
  }

  private static func introduction(_ rules: [RuleDescription]) -> String {
    let rows = rules.map { rule in
      "| [\(rule.id)](#\(rule.id.lowercased())) | `\(rule.name)` | \(rule.title) | \(rule.level.rawValue) |"
    }
    return """
      # Rules

      <!-- Written from the rules themselves: PROVISO_REWRITE=1 swift test --filter RuleDocumentationTests -->

      What Proviso says of a model rests on what the licenses say, each statement with its clause; it is no legal advice. A policy sets \
      another level for a rule, or switches it off, under `rules`:

      ```yaml
      rules:
        AIL501: {severity: note}
      ```

      | Rule | Name | Title | Level |
      | --- | --- | --- | --- |
      \(rows.joined(separator: "\n"))
      """
  }

  private static func section(_ rule: RuleDescription) -> String {
    let facts = rule.facts.isEmpty ? "none" : rule.facts.map { "`\($0)`" }.joined(separator: ", ")
    return """
      ## \(rule.id)

      **\(rule.title)**

      - Name: `\(rule.name)`
      - Level: \(rule.level.rawValue)
      - Facts: \(facts)
      - Since: \(rule.since)

      \(rule.summary)

      \(rule.help)
      """
  }
}
