package import ProvisoText

/// The globs of one `paths` key.
package struct PathPatterns: Sendable {
  /// As written.
  package let patterns: [String]
  private let globs: [Glob]
  /// What stands before every path that is given, where they count from a folder below the one that the patterns count from.
  var prefix = ""
  /// The same in lower case: the hub's ids compare so.
  private let foldedGlobs: [Glob]

  /// - Parameter globs: The globs of `patterns`, in their order.
  package init(patterns: [String], globs: [Glob]) {
    self.patterns = patterns
    self.globs = globs
    foldedGlobs = patterns.compactMap { try? Glob($0.lowercased()) }
  }

  /// The folders, each with its `/`, in which all paths lie that match; nil where they may lie anywhere.
  var folders: [String]? {
    guard prefix.isEmpty, !globs.contains(where: \.folder.isEmpty) else { return nil }
    return Set(globs.map(\.folder)).sorted()
  }

  /// True where one of the globs matches; `path` is relative to the scan root.
  package func matches(_ path: String) -> Bool {
    guard !prefix.isEmpty else { return globs.contains { $0.matches(path) } }
    let path = path == "." ? String(prefix.dropLast()) : prefix + path
    return globs.contains { $0.matches(path) }
  }

  /// True where one of the globs matches the id of a model, in any case.
  package func matches(model id: String) -> Bool {
    matches(id) || foldedGlobs.contains { $0.matches(id.lowercased()) }
  }

  /// The patterns that match none of `paths`.
  package func unmatched(by paths: [String]) -> [String] {
    zip(patterns, globs).filter { _, glob in !paths.contains { glob.matches(prefix + $0) } }.map(\.0)
  }

  /// True where one of the globs matches every path.
  var matchesEverything: Bool { patterns.contains { ["*", "**", "**/*", "**/**"].contains($0) } }
}
