internal import ProvisoCore
internal import ProvisoText

/// Addresses of the hub in comments of code, where no quotes stand around them: they mention a model.
enum CommentAddresses {
  private static let host = NeedleSet(["huggingface.co/"], ignoresCase: false)
  private static let marks = [Array("//".utf8), Array("#".utf8), Array("*".utf8), Array("--".utf8)]

  static func find(
    in code: CodeLiterals, of input: DetectionInput, _ range: Range<Int>?, _ kind: ReferenceKind
  ) -> [ModelReference] {
    let bytes = input.source.bytes
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    var references: [ModelReference] = []
    var next = 0
    host.forEachMatch(in: bytes.span) { _, offset in
      guard range.contains(offset) else { return true }
      while next < code.literals.count, code.literals[next].range.upperBound <= offset { next += 1 }
      // What stands in quotes was judged there.
      if next < code.literals.count, code.literals[next].range.lowerBound <= offset { return true }
      guard isComment(offset, input.source), let address = address(around: offset, in: bytes),
        let parsed = HubAddress.parse(input.source.string(in: address)), !parsed.isDocument
      else { return true }
      references.append(
        ModelReference(
          model: .huggingFace(parsed.id),
          revision: parsed.revision.map(Revision.init(written:)) ?? .notApplicable,
          location: input.location(address), asWritten: input.source.string(in: address), kind: kind,
          role: .mentioned, scope: input.path.scope, confidence: .low))
      return true
    }
    return references
  }

  /// Whether the line begins as a comment, or one begins on it before the address.
  private static func isComment(_ offset: Int, _ source: SourceText) -> Bool {
    let line = source.lineRange(source.lineNumber(at: offset))
    let before = source.bytes[line.lowerBound..<offset]
    let start = before.drop(while: ASCII.isBlank)
    if marks.contains(where: { start.starts(with: $0) }) { return true }
    guard let slash = before.lastIndex(of: UInt8(ascii: " ")) else { return false }
    let head = before[..<slash]
    return head.indices.dropLast().contains { head[$0] == UInt8(ascii: "/") && head[$0 + 1] == UInt8(ascii: "/") }
      || head.contains(UInt8(ascii: "#"))
  }

  private static func address(around offset: Int, in bytes: [UInt8]) -> Range<Int>? {
    var start = offset
    while start > 0, isAddressByte(bytes[start - 1]) { start -= 1 }
    var end = offset
    while end < bytes.count, isAddressByte(bytes[end]) { end += 1 }
    while end > offset, ".,:;?!".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end - start <= 300 ? start..<end : nil
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    ASCII.isWord(byte) || "-./:?=%".utf8.contains(byte)
  }
}
