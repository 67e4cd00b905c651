/// The bytes of one file with an index of its lines: byte offsets go in, positions as people count them come out.
///
/// Lines end at LF, CR LF or a lone CR. Offsets outside the text are brought to its nearest end.
package struct SourceText: Sendable {
  /// The path the text came from, as reports print it.
  package let path: String
  package let bytes: [UInt8]
  /// The offset of the first byte of each line; the first is 0.
  private let lineStarts: [Int]

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
  }

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
    for byte in bytes[lineStarts[line - 1]..<offset] {
      // One unit for each scalar's lead byte, two for those beyond the Basic Multilingual Plane.
      if byte & 0xC0 != 0x80 { column += byte >= 0xF0 ? 2 : 1 }
    }
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
