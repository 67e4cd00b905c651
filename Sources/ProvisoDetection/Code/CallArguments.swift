internal import ProvisoText

/// The arguments between the brackets of one call or object, each with its label: what stands in them where no literal does.
struct CallArguments {
  struct Argument {
    /// `model` of `model=…` and of `model: …`.
    var label: Range<Int>?
    /// The bytes of the value, without the blanks around it.
    var value: Range<Int>
    /// Its place among all arguments, from 0.
    var index: Int
  }

  /// Longer calls hold texts or tables.
  private static let maximumLength = 1 << 16

  private let bytes: [UInt8]
  private let dialect: CodeDialect

  /// - Parameter brackets: from the opening bracket to behind the closing one. Nothing where it is not closed.
  static func find(in bytes: [UInt8], brackets: Range<Int>, dialect: CodeDialect) -> [Argument] {
    guard brackets.count >= 2, brackets.count <= maximumLength, ")}".utf8.contains(bytes[brackets.upperBound - 1])
    else { return [] }
    let reader = Self(bytes: bytes, dialect: dialect)
    let parts = reader.parts(of: brackets.lowerBound + 1..<brackets.upperBound - 1)
    return parts.enumerated().compactMap { reader.argument($0.element, at: $0.offset) }
  }

  /// The places between the commas that stand in no further brackets.
  private func parts(of range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    forEachOuterByte(of: range) { offset in
      guard bytes[offset] == UInt8(ascii: ",") else { return }
      parts.append(start..<offset)
      start = offset + 1
    }
    return parts + [start..<range.upperBound]
  }

  /// The bytes that are in no string, no comment and no brackets.
  private func forEachOuterByte(of range: Range<Int>, _ body: (_ offset: Int) -> Void) {
    var (offset, depth) = (range.lowerBound, 0)
    while offset < range.upperBound {
      let byte = bytes[offset]
      if let end = Self.endOfString(at: offset, in: bytes, before: range.upperBound, dialect) {
        offset = end
        continue
      }
      if dialect.lineComments.contains(where: { bytes[offset..<range.upperBound].starts(with: $0) }) {
        offset = bytes[offset..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
        continue
      }
      if "([{".utf8.contains(byte) { depth += 1 }
      if ")]}".utf8.contains(byte) { depth -= 1 }
      if depth == 0 { body(offset) }
      offset += 1
    }
  }

  /// Behind the string that begins here; nil where none does. What is not closed on its line is no string.
  static func endOfString(at offset: Int, in bytes: [UInt8], before end: Int, _ dialect: CodeDialect) -> Int? {
    let quote = bytes[offset]
    guard
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") && dialect.singleQuote == .string
        || quote == UInt8(ascii: "`") && dialect.backtick != .nothing
    else { return nil }
    var next = offset + 1
    while next < end, bytes[next] != quote, bytes[next] != 0x0A {
      next += bytes[next] == UInt8(ascii: "\\") ? 2 : 1
    }
    return next < end && bytes[next] == quote ? next + 1 : nil
  }

  private func argument(_ part: Range<Int>, at index: Int) -> Argument? {
    let text = Self.trimmed(part, bytes)
    guard !text.isEmpty else { return nil }
    var end = text.lowerBound
    while end < text.upperBound, ASCII.isWord(bytes[end]) { end += 1 }
    var mark = end
    while mark < text.upperBound, ASCII.isBlank(bytes[mark]) { mark += 1 }
    let isLabel =
      end > text.lowerBound && mark + 1 < text.upperBound
      && (bytes[mark] == UInt8(ascii: "=") && bytes[mark + 1] != UInt8(ascii: "=")
        || bytes[mark] == UInt8(ascii: ":") && bytes[mark + 1] != UInt8(ascii: ":"))
    guard isLabel else { return Argument(label: nil, value: text, index: index) }
    return Argument(
      label: text.lowerBound..<end, value: Self.trimmed(mark + 1..<text.upperBound, bytes), index: index)
  }

  static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, ASCII.isWhitespace(bytes[start]) { start += 1 }
    while end > start, ASCII.isWhitespace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
