/// The line of a policy that states something.
package struct PolicyOrigin: Sendable, CustomStringConvertible {
  /// The policy's file, or `proviso:` and the name of a pack.
  package var path: String
  /// From 1; 0 for what was given on the command line.
  package var line: Int
  /// The path as messages print it.
  package var shownPath: String

  /// - Parameter shownPath: nil for `path`.
  package init(path: String, line: Int, shownPath: String? = nil) {
    self.path = path
    self.line = line
    self.shownPath = shownPath ?? path
  }

  /// A fact given with `--fact`.
  package static let commandLine = Self(path: "command line", line: 0)

  /// `path:line`, as messages print it.
  package var description: String { line > 0 ? "\(shownPath):\(line)" : shownPath }
}

extension PolicyOrigin: Hashable {
  /// How it is printed makes no other line of it.
  package static func == (one: Self, other: Self) -> Bool { one.path == other.path && one.line == other.line }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(line)
  }
}

package typealias FactOrigin = PolicyOrigin
