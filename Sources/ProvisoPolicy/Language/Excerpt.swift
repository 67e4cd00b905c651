package import ProvisoText

/// The line a diagnostic points into, cut to what a terminal shows.
package struct Excerpt: Sendable, Hashable {
  package var text: String
  /// What to point at, counted in the scalars of ``text``.
  package var caret: Range<Int>

  /// The line of `position` in `source`, around the columns from `position` to `endColumn`.
  package init(of source: SourceText, at position: TextPosition, endColumn: Int) {
    let line = Array(source.line(position.line).unicodeScalars)
    let start = Self.index(ofColumn: position.column, in: line)
    let end = max(start, Self.index(ofColumn: endColumn, in: line))
    // Room before the place, most of it after.
    let first = line.count > Self.width ? max(0, min(start - Self.width / 4, line.count - Self.width)) : 0
    let last = min(line.count, first + Self.width)
    var scalars = String.UnicodeScalarView()
    if first > 0 { scalars.append("…") }
    scalars.append(contentsOf: line[first..<last])
    if last < line.count { scalars.append("…") }
    let shift = first > 0 ? 1 - first : 0
    text = String(scalars)
    caret = start + shift..<min(end, last) + shift
  }

  private static let width = 160

  private static func index(ofColumn column: Int, in line: [Unicode.Scalar]) -> Int {
    var current = 1
    for (index, scalar) in line.enumerated() {
      if current >= column { return index }
      current += scalar.value > 0xFFFF ? 2 : 1
    }
    return line.count
  }

  /// `line` with one visible character for each that would move the cursor or turn the direction of the text.
  static func printable(_ line: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      switch scalar.value {
      case 0x09: scalars.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
