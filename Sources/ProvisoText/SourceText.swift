/// The bytes of one file with an index of its lines: byte offsets go in, positions as people count them come out.
///
/// Lines end at LF, CR LF or a lone CR. Offsets outside the text are brought to its nearest end.
package struct SourceText: Sendable {
  /// The path the text came from, as reports print it.
  package let path: String
  package let bytes: [UInt8]
  /// The offset of the first byte of each line; the first is 0.
  private let lineStarts: [Int]
  /// For lines longer than ``longLine``, the column at every ``stride`` bytes: who asks for many places of one line does not count it
  /// from its start each time.
  private let columns: [Int: [Int]]

  private static let longLine = 4_096
  private static let stride = 1_024

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    starts.reserveCapacity(bytes.count / 32)
    let span = bytes.span
    var offset = 0
    while offset < span.count {
      let byte = span[offset]
      offset += 1
      guard byte <= UInt8(ascii: "\r") else { continue }
      if byte == UInt8(ascii: "\n") {
        starts.append(offset)
      } else if byte == UInt8(ascii: "\r"), offset == span.count || span[offset] != UInt8(ascii: "\n") {
        starts.append(offset)
      }
    }
    lineStarts = starts
    columns = Self.columns(bytes, starts)
  }

  private static func columns(_ bytes: [UInt8], _ starts: [Int]) -> [Int: [Int]] {
    guard bytes.count > longLine else { return [:] }
    var columns: [Int: [Int]] = [:]
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
      guard end - start > longLine else { continue }
      var marks: [Int] = []
      marks.reserveCapacity((end - start) / stride + 1)
      var column = 1
      for offset in start..<end {
        if (offset - start) % stride == 0 { marks.append(column) }
        column += units(bytes[offset])
      }
      columns[index + 1] = marks
    }
    return columns
  }

  /// One UTF-16 unit for each scalar's lead byte, two for those beyond the Basic Multilingual Plane.
  private static func units(_ byte: UInt8) -> Int { byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1 }

  /// The text of a string literal in a test or a value that came from elsewhere.
  package init(path: String = "<text>", _ string: String) {
    self.init(path: path, bytes: Array(string.utf8))
  }

  /// The number of lines; an empty text has one.
  package var lineCount: Int { lineStarts.count }

  /// The number, from 1, of the line that holds the byte at `offset`.
  package func lineNumber(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of line `number` (from 1) without its line end. Empty for a line that is not there.
  package func lineRange(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The position of the byte at `offset`.
  package func position(at offset: Int) -> TextPosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineNumber(at: offset)
    var column = 1
    var start = lineStarts[line - 1]
    if !columns.isEmpty, let marks = columns[line] {
      let index = min((offset - start) / Self.stride, marks.count - 1)
      column = marks[index]
      start += index * Self.stride
    }
    for byte in bytes[start..<offset] { column += Self.units(byte) }
    return TextPosition(line: line, column: column)
  }

  /// The text of `range`; bytes that are not UTF-8 become U+FFFD.
  package func string(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// Line `number` (from 1) as a string, without its line end.
  package func line(_ number: Int) -> String {
    string(in: lineRange(number))
  }
}
