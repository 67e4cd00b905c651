/// A place on one line of a file of the scanned tree.
package struct Location: Hashable, Comparable, Sendable {
  /// Relative to the scan root, separated by `/`.
  package var path: String
  /// From 1.
  package var line: Int
  /// In UTF-16 code units, from 1.
  package var column: Int
  /// The column just after the last unit, on the same line.
  package var endColumn: Int
  /// The line's text, cut to a length that a report can show. Empty for binary files.
  package var excerpt: String
  /// The line's hash as GitHub code scanning computes it (`primaryLocationLineHash`), nil for binary files.
  package var lineHash: String?

  package init(
    path: String, line: Int = 1, column: Int = 1, endColumn: Int? = nil, excerpt: String = "", lineHash: String? = nil
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.endColumn = endColumn ?? column
    self.excerpt = excerpt
    self.lineHash = lineHash
  }

  package static func < (one: Self, other: Self) -> Bool {
    (one.path, one.line, one.column, one.endColumn) < (other.path, other.line, other.column, other.endColumn)
  }

  package static func == (one: Self, other: Self) -> Bool {
    (one.path, one.line, one.column, one.endColumn) == (other.path, other.line, other.column, other.endColumn)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(line)
    hasher.combine(column)
  }
}
