/// A comment of the scanned tree that waives a rule for its line.
package struct WaiverComment: Sendable, Hashable {
  /// The rule as written, which need not be one.
  package var rule: String
  package var path: String
  package var line: Int
  /// Whether it stands in a literal that began on a line before: it looks like a comment to whoever sees the line alone, and is
  /// data.
  package var isData: Bool

  package init(rule: String, path: String, line: Int, isData: Bool = false) {
    self.rule = rule
    self.path = path
    self.line = line
    self.isData = isData
  }
}
