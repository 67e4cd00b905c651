/// The line of a policy that states something.
package struct PolicyOrigin: Sendable, Hashable, CustomStringConvertible {
  /// The policy's file, or `proviso:` and the name of a pack.
  package var path: String
  /// From 1; 0 for what was given on the command line.
  package var line: Int

  package init(path: String, line: Int) {
    self.path = path
    self.line = line
  }

  /// A fact given with `--fact`.
  package static let commandLine = Self(path: "command line", line: 0)

  /// `path:line`, as messages print it.
  package var description: String { line > 0 ? "\(path):\(line)" : path }
}

package typealias FactOrigin = PolicyOrigin
