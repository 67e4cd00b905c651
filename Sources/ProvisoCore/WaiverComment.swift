/// A comment of the scanned tree that waives a rule for its line.
package struct WaiverComment: Sendable, Hashable {
  /// The rule as written, which need not be one.
  package var rule: String
  package var path: String
  package var line: Int

  package init(rule: String, path: String, line: Int) {
    self.rule = rule
    self.path = path
    self.line = line
  }
}
