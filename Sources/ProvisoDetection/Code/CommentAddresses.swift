internal import ProvisoCore
internal import ProvisoText

/// Addresses of the hub in comments of code, where no quotes stand around them: they mention a model.
enum CommentAddresses {
  private static let host = NeedleSet(["huggingface.co/"], ignoresCase: false)
  private static let longest = 300
  private static let marks = [Array("//".utf8), Array("#".utf8), Array("*".utf8), Array("--".utf8)]

  static func find(in part: CodePart) -> [ModelReference] {
    let (code, input, bytes, range) = (part.code, part.input, part.bytes, part.range)
    var references: [ModelReference] = []
    var next = 0
    var signs = LineSigns()
    host.forEachMatch(in: bytes.span) { _, offset in
      guard range.contains(offset) else { return true }
      while next < code.literals.count, code.literals[next].range.upperBound <= offset { next += 1 }
      // What stands in quotes was judged there.
      if next < code.literals.count, code.literals[next].range.lowerBound <= offset { return true }
      guard signs.areBefore(offset, in: input.source), let address = address(around: offset, in: bytes),
        let parsed = HubAddress.parse(input.source.string(in: address)), !parsed.isDocument
      else { return true }
      references.append(
        input.reference(
          .huggingFace(parsed.id), revision: parsed.revision.map(Revision.init(written:)) ?? .notApplicable,
          at: address, kind: part.kind, role: .mentioned, confidence: .low))
      return true
    }
    return references
  }

  /// The signs of a comment on one line, whose bytes are looked at once however many addresses stand on it.
  private struct LineSigns {
    private var line = 0..<0
    private var beginsAsComment = false
    /// How far the line was read, the last blank until there, and where the first sign ends.
    private var read = 0
    private var blank: Int?
    private var sign: Int?

    /// Whether the line begins as a comment, or one begins on it before the address. Asked from the left to the right.
    mutating func areBefore(_ offset: Int, in source: SourceText) -> Bool {
      if !line.contains(offset) { begin(source.lineRange(source.lineNumber(at: offset)), source.bytes) }
      if beginsAsComment { return true }
      let bytes = source.bytes
      while read < offset {
        let byte = bytes[read]
        if byte == UInt8(ascii: " ") { blank = read }
        let isSign =
          byte == UInt8(ascii: "#")
          || byte == UInt8(ascii: "/") && read > line.lowerBound && bytes[read - 1] == UInt8(ascii: "/")
        read += 1
        if isSign, sign == nil { sign = read }
      }
      guard let sign, let blank else { return false }
      return sign <= blank
    }

    private mutating func begin(_ line: Range<Int>, _ bytes: [UInt8]) {
      self = LineSigns()
      self.line = line
      read = line.lowerBound
      let start = bytes[line].drop(while: ASCII.isBlank)
      beginsAsComment = marks.contains { start.starts(with: $0) }
    }
  }

  private static func address(around offset: Int, in bytes: [UInt8]) -> Range<Int>? {
    var start = offset
    while start > 0, offset - start <= longest, isAddressByte(bytes[start - 1]) { start -= 1 }
    var end = offset
    while end < bytes.count, end - start <= longest, isAddressByte(bytes[end]) { end += 1 }
    while end > offset, ".,:;?!".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end - start <= longest ? start..<end : nil
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    ASCII.isWord(byte) || "-./:?=%".utf8.contains(byte)
  }
}
