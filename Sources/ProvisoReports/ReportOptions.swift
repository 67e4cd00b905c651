package import ProvisoCore

/// What a run asks of its reports besides their formats.
package struct ReportOptions: Sendable, Hashable {
  /// How text is laid out.
  package enum TextStyle: String, Sendable, Hashable, CaseIterable {
    /// A block for each model, for people.
    case blocks
    /// One line for each finding, `path:line:column: level: message`, as compilers write it and editors read it.
    case lines
  }

  // MARK: For people

  /// Whether ANSI escape sequences may be written.
  package var color: Bool
  /// The width in columns that text is wrapped at; 0 for no wrapping.
  package var width: Int
  /// Also what explains and what raised no finding: obligations, bases, claims, every model.
  package var verbose: Bool
  /// The findings and the summary, and nothing that is only good to know.
  package var quiet: Bool
  package var textStyle = TextStyle.blocks
  /// What stands before paths in ``TextStyle/lines``: the scan root as the user named it, with a slash at its end.
  package var shownRoot = ""

  /// - Parameter isFile: Whether the root is a single file, whose name is its path: what stands before it is its folder.
  package static func shownRoot(of root: String, isFile: Bool) -> String {
    if isFile { return root.lastIndex(of: "/").map { String(root[...$0]) } ?? "" }
    if root == "." { return "" }
    return root.hasSuffix("/") ? root : root + "/"
  }

  // MARK: For machines

  /// The category of a SARIF log. Without one the step that uploads it sets its own.
  package var sarifCategory: String?
  /// Whether SARIF also has the findings that a waiver covers, marked as suppressed.
  package var showsSuppressed = false
  /// The level from which findings fail the run; nil where none does. JUnit's failures are these.
  package var failOn: Level? = .error
  /// When the report was made, as `2026-12-31T00:00:00Z`, for the formats that have to say so.
  package var timestamp = "1970-01-01T00:00:00Z"

  package init(color: Bool = false, width: Int = 100, verbose: Bool = false, quiet: Bool = false) {
    self.color = color
    self.width = width
    self.verbose = verbose
    self.quiet = quiet
  }
}
