package import ProvisoText

/// A mistake in a policy, with the place it stands at.
package struct PolicyDiagnostic: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The policy cannot be used.
    case error
    case warning
  }

  package var severity: Severity
  /// The policy's file, or `proviso:` and the name of a pack.
  package var path: String
  package var position: TextPosition
  /// The column just after the last unit, on the same line.
  package var endColumn: Int
  /// What was found and what was expected, one clause without a final period. Words of the file stand in it raw.
  package var message: String
  /// What to write instead.
  package var hint: String?
  package var excerpt: Excerpt
  /// The rule that reports it: AIL901 for what makes the policy unusable, AIL904 for a waiver that does not hold.
  package var rule: String

  package init(
    severity: Severity, path: String, position: TextPosition, endColumn: Int, message: String, hint: String? = nil,
    excerpt: Excerpt, rule: String = "AIL901"
  ) {
    self.severity = severity
    self.path = path
    self.position = position
    self.endColumn = endColumn
    self.message = message
    self.hint = hint
    self.excerpt = excerpt
    self.rule = rule
  }

  /// True where the policy cannot be used.
  package var isFatal: Bool { severity == .error && rule == "AIL901" }

  /// The diagnostic as a terminal shows it, without a final line end:
  ///
  /// ```
  /// proviso.yaml:3:3: error: unknown key `monthly_active_user`
  ///   3 |   monthly_active_user: 5
  ///     |   ^^^^^^^^^^^^^^^^^^^
  ///   = did you mean `monthly_active_users`?
  /// ```
  ///
  /// Control characters of the file do not reach the terminal.
  package func rendered() -> String {
    let number = String(position.line)
    let margin = String(repeating: " ", count: number.count)
    let indent = String(repeating: " ", count: excerpt.caret.lowerBound)
    let caret = String(repeating: "^", count: max(1, excerpt.caret.count))
    var lines = [
      "\(path):\(position.line):\(position.column): \(severity.rawValue): \(message)",
      "  \(number) | \(excerpt.text)",
      "  \(margin) | \(indent)\(caret)",
    ]
    if let hint { lines.append("  = \(hint)") }
    return lines.map(Excerpt.printable(_:)).joined(separator: "\n")
  }
}

extension PolicyDiagnostic {
  /// An identity that survives moved lines.
  package static func fingerprint(_ diagnostic: Self) -> String {
    Fingerprint.of([diagnostic.rule, diagnostic.path, diagnostic.message])
  }
}
