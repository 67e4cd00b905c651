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
  /// The column at which the excerpt begins: 1 but on long lines, of which the part around the place is kept.
  package var excerptColumn: Int
  /// `column` and `endColumn` in bytes of UTF-8, from 1; nil for binary files.
  package var byteColumns: Range<Int>?
  /// Whether another line, be it empty, follows in the file.
  package var isFollowed: Bool
  /// The line's hash as GitHub code scanning computes it (`primaryLocationLineHash`), nil where nothing was read.
  package var lineHash: String?

  package init(
    path: String, line: Int = 1, column: Int = 1, endColumn: Int? = nil, excerpt: String = "", excerptColumn: Int = 1,
    byteColumns: Range<Int>? = nil, isFollowed: Bool = false, lineHash: String? = nil
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.endColumn = endColumn ?? column
    self.excerpt = excerpt
    self.excerptColumn = excerptColumn
    self.byteColumns = byteColumns
    self.isFollowed = isFollowed
    self.lineHash = lineHash
  }

  /// What the path of a file outside of the repository begins with: only its name is told.
  package static let elsewhere = "…/"

  package static func < (one: Self, other: Self) -> Bool {
    // Reports are sorted by place: paths are compared once, and no tuples of them are made.
    if one.path != other.path { return one.path < other.path }
    return (one.line, one.column, one.endColumn) < (other.line, other.column, other.endColumn)
  }

  package static func == (one: Self, other: Self) -> Bool {
    one.line == other.line && one.column == other.column && one.endColumn == other.endColumn && one.path == other.path
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(line)
    hasher.combine(column)
  }
}
