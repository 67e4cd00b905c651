package import ProvisoText

/// The globs of one `paths` key.
package struct PathPatterns: Sendable {
  /// As written.
  package let patterns: [String]
  private let globs: [Glob]

  /// - Parameter globs: The globs of `patterns`, in their order.
  package init(patterns: [String], globs: [Glob]) {
    self.patterns = patterns
    self.globs = globs
  }

  /// True where one of the globs matches; `path` is relative to the scan root.
  package func matches(_ path: String) -> Bool {
    globs.contains { $0.matches(path) }
  }

  /// The patterns that match none of `paths`.
  package func unmatched(by paths: [String]) -> [String] {
    zip(patterns, globs).filter { _, glob in !paths.contains { glob.matches($0) } }.map(\.0)
  }

  /// True where one of the globs matches every path.
  var matchesEverything: Bool { patterns.contains { ["*", "**", "**/*", "**/**"].contains($0) } }
}
