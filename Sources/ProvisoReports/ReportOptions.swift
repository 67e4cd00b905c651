/// How a report for people is laid out. Formats for machines read none of it.
package struct ReportOptions: Sendable, Hashable {
  /// Whether ANSI escape sequences may be written.
  package var color: Bool
  /// The width in columns that text is wrapped at; 0 for no wrapping.
  package var width: Int
  /// Also what explains and what raised no finding: obligations, bases, claims, every model.
  package var verbose: Bool
  /// The findings and the summary, and nothing that is only good to know.
  package var quiet: Bool

  package init(color: Bool = false, width: Int = 100, verbose: Bool = false, quiet: Bool = false) {
    self.color = color
    self.width = width
    self.verbose = verbose
    self.quiet = quiet
  }
}
