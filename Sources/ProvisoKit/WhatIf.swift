package import ProvisoCore
package import ProvisoPolicy
package import ProvisoReports

/// What other facts would change: the findings that appear and vanish, and how far the organization is from each line that a
/// license in use draws.
package struct WhatIf: Sendable {
  package var appearing: [Finding]
  package var vanishing: [Finding]
  package var thresholds: [ThresholdDistance]
  package var isIncomplete: Bool

  /// - Parameters:
  ///   - before: what holds with the policy's own facts.
  ///   - after: what holds with the other facts.
  ///   - policy: the policy with the other facts.
  package init(before: ScanReport, after: ScanReport, policy: Policy, today: CalendarDate) {
    let (old, new) = (
      Dictionary(grouping: before.findings, by: Key.init), Dictionary(grouping: after.findings, by: Key.init)
    )
    appearing = after.findings.filter { old[Key($0)] == nil }
    vanishing = before.findings.filter { new[Key($0)] == nil }
    thresholds = Evaluator(policy: policy, today: today).thresholds(of: after.models.map(\.model))
    isIncomplete = after.isIncomplete
  }

  /// A finding that is there on both sides at another level, or with other open questions, is not the same.
  private struct Key: Hashable {
    var fingerprint: String
    var level: Level
    var message: String
    var isWaived: Bool

    init(_ finding: Finding) {
      fingerprint = finding.fingerprint
      level = finding.level
      // Messages name the lines that state facts, which are others by design; the questions of AIL310 are its substance.
      message = finding.rule == "AIL310" ? finding.message : ""
      isWaived = finding.waiver != nil
    }
  }

  package var text: String {
    var lines: [String] = []
    func list(_ title: String, _ findings: [Finding]) {
      lines.append("\(title): \(findings.count)")
      for finding in findings {
        let place = finding.location.map { " at \($0.path):\($0.line)" } ?? ""
        lines.append("  \(finding.level.rawValue) \(finding.rule) \(finding.model?.id ?? "")\(place)")
        lines.append("    \(finding.message)")
      }
    }
    list("Findings that appear", appearing)
    list("Findings that vanish", vanishing)
    lines.append("Lines that the licenses in use draw: \(thresholds.count)")
    for distance in thresholds {
      let share = distance.percent.map { "\($0) %" } ?? "unknown"
      let value = distance.statement + (distance.origin.map { " (\($0))" } ?? "")
      let clause = distance.clause.map { ", clause \($0)" } ?? ""
      let context = distance.context.map { ", context \($0)" } ?? ""
      lines.append("  \(share) of \(distance.line) (\(distance.license)\(clause)): \(value)\(context)")
      lines.append("    \(distance.effect); concerns \(distance.models.map(\.id).joined(separator: ", "))")
    }
    return lines.map { Sanitizer.visible($0) + "\n" }.joined()
  }

  package var json: JSONValue {
    [
      "appearing": .array(appearing, Self.json), "vanishing": .array(vanishing, Self.json),
      "thresholds": .array(thresholds) { distance in
        [
          "license": .string(distance.license), "clause": .optional(distance.clause), "line": .string(distance.line),
          "effect": .string(distance.effect), "amount": .integer(distance.amount),
          "currency": .optional(distance.currency), "fact": .string(distance.fact.rawValue),
          "value": .optional(distance.value), "percent": .optional(distance.percent),
          "context": .optional(distance.context), "models": .strings(distance.models.map(\.id)),
        ]
      },
    ]
  }

  private static func json(_ finding: Finding) -> JSONValue {
    [
      "rule": .string(finding.rule), "level": .string(finding.level.rawValue), "message": .string(finding.message),
      "path": .optional(finding.location?.path), "line": .optional(finding.location?.line),
      "model": .optional(finding.model?.id), "license": .optional(finding.license),
      "fingerprint": .string(finding.fingerprint),
    ]
  }
}
