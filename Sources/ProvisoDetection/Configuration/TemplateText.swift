internal import ProvisoText

/// Templates of YAML (Helm, Ansible, Jinja) as YAML: what a template puts in is covered so that every byte keeps its place.
///
/// A line of nothing but `{{ … }}` or `{% … %}` is blank; within a line `{{ … }}` becomes `${ … }}`, which YAML takes for text
/// and the judge of names for something that is not known.
enum TemplateText {
  /// Nil where there is nothing to cover.
  static func covered(_ source: SourceText) -> [UInt8]? {
    guard marks.containsAny(in: source.bytes.span) else { return nil }
    var bytes = source.bytes
    var offset = 0
    var isChanged = false
    /// Up to where nothing closes an expression, and a statement.
    var searched = (expression: 0, statement: 0)
    while offset + 1 < bytes.count {
      guard bytes[offset] == open, bytes[offset + 1] == open || bytes[offset + 1] == UInt8(ascii: "%"),
        let end = bytes[offset + 1] == open
          ? end(of: offset, in: source.bytes, &searched.expression)
          : end(of: offset, in: source.bytes, &searched.statement)
      else {
        offset += 1
        continue
      }
      cover(offset..<end, in: &bytes)
      isChanged = true
      offset = end
    }
    return isChanged ? bytes : nil
  }

  private static let open = UInt8(ascii: "{")
  private static let marks = NeedleSet(["{{", "{%"])
  /// No expression is longer.
  private static let longest = 2_000

  /// The bytes behind `}}` or `%}`.
  /// - Parameter searched: Up to where it was looked for in vain, so that each byte is looked at once.
  private static func end(of start: Int, in bytes: [UInt8], _ searched: inout Int) -> Int? {
    let close = bytes[start + 1] == open ? UInt8(ascii: "}") : UInt8(ascii: "%")
    let limit = min(bytes.count - 1, start + longest)
    var offset = max(start + 2, searched)
    while offset < limit {
      if bytes[offset] == close, bytes[offset + 1] == UInt8(ascii: "}") { return offset + 2 }
      offset += 1
    }
    searched = max(searched, limit)
    return nil
  }

  private static func cover(_ range: Range<Int>, in bytes: inout [UInt8]) {
    let isStatement = bytes[range.lowerBound + 1] == UInt8(ascii: "%")
    if isStatement || isAlone(range, in: bytes) {
      for offset in range where bytes[offset] != 0x0A && bytes[offset] != 0x0D { bytes[offset] = 0x20 }
      return
    }
    bytes[range.lowerBound] = UInt8(ascii: "$")
    for offset in range.dropFirst(2) where "\"'`:#\\\n\r,[]".utf8.contains(bytes[offset]) {
      bytes[offset] = UInt8(ascii: "_")
    }
  }

  /// Whether nothing else stands on the lines of the expression.
  private static func isAlone(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    var start = range.lowerBound
    while start > 0, ASCII.isBlank(bytes[start - 1]) { start -= 1 }
    guard start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D else { return false }
    var end = range.upperBound
    while end < bytes.count, ASCII.isBlank(bytes[end]) { end += 1 }
    return end == bytes.count || bytes[end] == 0x0A || bytes[end] == 0x0D
  }

  /// The text in quotes that stands in for what is not set: `{{ .Values.model | default "owner/name" }}`.
  static func fallback(on line: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
    let text = bytes[line]
    guard let mark = word.first(in: text), text[..<mark].contains(open) else { return nil }
    guard let quote = text[mark...].firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }),
      let end = text[(quote + 1)...].firstIndex(of: text[quote]), end > quote + 1
    else { return nil }
    return quote + 1..<end
  }

  private static let word = Word("default")

  private struct Word {
    let bytes: [UInt8]
    init(_ text: String) { bytes = Array(text.utf8) }

    func first(in text: ArraySlice<UInt8>) -> Int? {
      guard text.count >= bytes.count else { return nil }
      for start in text.startIndex...(text.endIndex - bytes.count) where text[start...].starts(with: bytes) {
        return start
      }
      return nil
    }
  }
}
