/// What a policy changes about a rule.
package struct RuleSetting: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    case error, warning, note, off
  }

  package var severity: Severity
  package var origin: PolicyOrigin

  package init(severity: Severity, origin: PolicyOrigin) {
    self.severity = severity
    self.origin = origin
  }
}
