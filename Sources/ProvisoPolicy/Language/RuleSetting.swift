/// What a policy changes about a rule.
package struct RuleSetting: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    case error, warning, note, off

    /// From 0 for off.
    var rank: Int { (Self.allCases.firstIndex(of: self)).map { Self.allCases.count - 1 - $0 } ?? 0 }
  }

  package var severity: Severity
  package var origin: PolicyOrigin

  package init(severity: Severity, origin: PolicyOrigin) {
    self.severity = severity
    self.origin = origin
  }
}
