/// A place in a text as people and SARIF count it.
package struct TextPosition: Hashable, Comparable, Sendable {
  /// The line, from 1.
  package var line: Int
  /// The column in UTF-16 code units, from 1 (SARIF 2.1.0 section 3.14.17, `utf16CodeUnits`).
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (one: Self, other: Self) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}
