/// The YAML block at the head of a Markdown file, as model cards have it.
package enum FrontMatter {
  /// The bytes between the first line, `---` (after a byte order mark if there is one), and the next line that is
  /// `---` or `...`; blanks may follow on both lines. Nil without such a block, or if it does not end.
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

  private static func block(in bytes: [UInt8]) -> (content: Range<Int>, bodyStart: Int)? {
    let limit = bytes.count
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let opening = fence(in: bytes, at: start, limit: limit), opening.mark == UInt8(ascii: "-") else { return nil }
    var line = opening.end
    while line < limit {
      if let closing = fence(in: bytes, at: line, limit: limit) { return (opening.end..<line, closing.end) }
      while line < limit, bytes[line] != 0x0A, bytes[line] != 0x0D { line += 1 }
      line = skipLineEnd(in: bytes, at: line, limit: limit)
    }
    return nil
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
