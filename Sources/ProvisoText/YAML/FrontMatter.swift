/// The YAML block at the head of a Markdown file, as model cards have it.
package enum FrontMatter {
  /// The bytes between the first line, `---` (after a byte order mark if there is one), and the next line that is
  /// `---` or `...`; blanks may follow on both lines. Nil without such a block.
  ///
  /// The hub's readers skip white space before the first line. Where that or comments stand there, and where the block does not
  /// end, only lines that look like keys are taken for one: `---` is a ruled line, too.
  package static func locate(in bytes: [UInt8]) -> Range<Int>? {
    block(in: bytes)?.content
  }

  /// The block read as YAML and the offset of the line after it; nil without a block.
  ///
  /// Positions are those of the file. Cards in the wild have tabs, repeated keys and unquoted colons: the first and the
  /// last are errors, the second is in ``YAMLDocument/duplicateKeys``.
  package static func read(_ source: SourceText) throws(DocumentError) -> (document: YAMLDocument, bodyStart: Int)? {
    guard let block = block(in: source.bytes) else { return nil }
    return (try YAMLReader.read(source, range: block.content), block.bodyStart)
  }

  /// Whether the block lacks its last line; then it is read up to the first empty line or heading.
  package static func isOpen(in bytes: [UInt8]) -> Bool {
    block(in: bytes).map { $0.content.upperBound == $0.bodyStart } ?? false
  }

  private static func block(in bytes: [UInt8]) -> (content: Range<Int>, bodyStart: Int)? {
    let limit = bytes.count
    let first = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let start = afterComments(in: bytes, from: first)
    guard let opening = fence(in: bytes, at: start, limit: limit), opening.mark == UInt8(ascii: "-") else { return nil }
    guard start == first || isKey(in: bytes, at: opening.end) else { return nil }
    var line = opening.end
    /// The first empty line or heading.
    var pause: Int?
    while line < limit {
      if let closing = fence(in: bytes, at: line, limit: limit) { return (opening.end..<line, closing.end) }
      if pause == nil, bytes[line] == UInt8(ascii: "#") || bytes[line] == 0x0A || bytes[line] == 0x0D { pause = line }
      line = nextLine(in: bytes, at: line)
    }
    guard isKey(in: bytes, at: opening.end) else { return nil }
    return (opening.end..<(pause ?? limit), pause ?? limit)
  }

  /// Past white space and comments.
  private static func afterComments(in bytes: [UInt8], from start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      if [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) {
        offset += 1
      } else if bytes[offset...].starts(with: "<!--".utf8) {
        var end = offset + 4
        while end < bytes.count, !bytes[end...].starts(with: "-->".utf8) { end += 1 }
        guard end < bytes.count else { return start }
        offset = end + 3
      } else {
        break
      }
    }
    return offset
  }

  /// Whether a line `license: …` begins at `start`.
  private static func isKey(in bytes: [UInt8], at start: Int) -> Bool {
    let key = bytes[start...].prefix { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "-")
    }
    return !key.isEmpty && bytes[key.endIndex...].first == UInt8(ascii: ":")
  }

  private static func nextLine(in bytes: [UInt8], at start: Int) -> Int {
    var line = start
    while line < bytes.count, bytes[line] != 0x0A, bytes[line] != 0x0D { line += 1 }
    return skipLineEnd(in: bytes, at: line, limit: bytes.count)
  }

  /// A line of three marks and blanks at `start`: the mark and where the next line starts.
  private static func fence(in bytes: [UInt8], at start: Int, limit: Int) -> (mark: UInt8, end: Int)? {
    guard start + 3 <= limit else { return nil }
    let mark = bytes[start]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "."), bytes[start + 1] == mark, bytes[start + 2] == mark
    else { return nil }
    var end = start + 3
    while end < limit, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    guard end == bytes.count || (end < limit && (bytes[end] == 0x0A || bytes[end] == 0x0D)) else { return nil }
    return (mark, skipLineEnd(in: bytes, at: end, limit: bytes.count))
  }

  private static func skipLineEnd(in bytes: [UInt8], at offset: Int, limit: Int) -> Int {
    guard offset < limit else { return offset }
    let isPair = bytes[offset] == 0x0D && offset + 1 < limit && bytes[offset + 1] == 0x0A
    return offset + (isPair ? 2 : 1)
  }
}
