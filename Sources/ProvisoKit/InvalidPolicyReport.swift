package import ProvisoCore
package import ProvisoPolicy
internal import ProvisoText

extension ScanReport {
  /// The mistakes of a policy as findings on its file, for the readers of reports: nothing else was looked at.
  ///
  /// - Parameter path: that of the policy, as it was given.
  package init(mistakes diagnostics: [PolicyDiagnostic], policy path: String, paths: ShownPaths) {
    let findings = diagnostics.map { given in
      var diagnostic = given
      diagnostic.path = paths.words(given.path)
      let rule = RuleList.description(of: diagnostic.rule)
      let message = diagnostic.message
      return Finding(
        rule: diagnostic.rule, name: rule?.name ?? "", level: diagnostic.severity == .error ? .error : .warning,
        message: "The policy has a mistake: \(message).",
        location: Location(
          path: diagnostic.path, line: diagnostic.position.line, column: diagnostic.position.column,
          endColumn: diagnostic.endColumn),
        model: nil, license: nil, clause: nil, fix: diagnostic.hint.map { Self.sentence($0) } ?? "",
        fingerprint: PolicyDiagnostic.fingerprint(diagnostic))
    }
    self.init(
      toolVersion: Version.current,
      policy: Policy(name: paths.words(path), path: paths.words(path), pathInTerminal: path),
      findings: findings.sorted { one, other in
        (one.location?.path ?? "", one.location?.line ?? 0, one.location?.column ?? 0)
          < (other.location?.path ?? "", other.location?.line ?? 0, other.location?.column ?? 0)
      }, rules: RuleList.descriptions)
  }

  private static func sentence(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}
