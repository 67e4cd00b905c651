/// What a policy changes about a rule.
package struct RuleSetting: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    case error, warning, note, off

    /// From 0 for off.
    var rank: Int { (Self.allCases.firstIndex(of: self)).map { Self.allCases.count - 1 - $0 } ?? 0 }
  }

  /// nil for the rule's own levels.
  package var severity: Severity?
  /// Whether waivers hold against the rule; nil where the policy does not say, which is yes.
  package var waivable: Bool?
  /// By the names that the rule's description lists.
  package var options: [String: Bool]
  /// What to do, in words of the organization.
  package var fix: String?
  package var origin: PolicyOrigin

  package init(
    severity: Severity?, waivable: Bool? = nil, options: [String: Bool] = [:], fix: String? = nil,
    origin: PolicyOrigin
  ) {
    self.severity = severity
    self.waivable = waivable
    self.options = options
    self.fix = fix
    self.origin = origin
  }

  func over(_ parent: Self) -> Self {
    Self(
      severity: severity ?? parent.severity, waivable: waivable ?? parent.waivable,
      options: parent.options.merging(options) { _, own in own }, fix: fix ?? parent.fix, origin: origin)
  }
}
