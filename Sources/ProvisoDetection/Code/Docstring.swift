internal import ProvisoCore
internal import ProvisoText

/// What a docstring shows: commands, blocks, names in quotes and in inline code, addresses. All are mentions, as in a comment.
enum Docstring {
  static func references(of text: DetectionInput) -> [ModelReference] {
    var references = DocumentText.references(of: text, isDocstring: true)
    let places = Set(references.map(\.location))
    references += quoted(in: text).filter { !places.contains($0.location) }
    return references.filter { $0.role != .dataset }.sorted { $0.location < $1.location }.map { reference in
      var reference = reference
      reference.role = .mentioned
      reference.scope = text.path.scope
      return reference
    }
  }

  /// `"owner/name"`, `'owner/name'`, as examples of calls have them. An apostrophe opens nothing.
  private static func quoted(in text: DetectionInput) -> [ModelReference] {
    quoted(in: 0..<text.source.bytes.count, of: text)
  }

  static func quoted(in range: Range<Int>, of text: DetectionInput) -> [ModelReference] {
    let bytes = text.source.bytes
    var references: [ModelReference] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      defer { offset += 1 }
      let quote = bytes[offset]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), offset == 0 || !ASCII.isWord(bytes[offset - 1])
      else { continue }
      let limit = min(range.upperBound, offset + longest)
      guard let end = bytes[offset + 1..<max(limit, offset + 1)].firstIndex(where: { $0 == quote || $0 <= 0x20 }),
        bytes[end] == quote, NameNeedles.shared.mayName(bytes.span, offset + 1..<end)
      else { continue }
      let name = text.source.string(in: offset + 1..<end)
      guard let verdict = NameJudge.judge(name, in: .bare), !verdict.isPartial, verdict.model.registry != .local
      else { continue }
      references.append(
        text.reference(
          verdict.model, revision: verdict.revision, at: offset + 1..<end, as: name, kind: .code, role: .mentioned,
          confidence: .low))
      offset = end
    }
    return references
  }

  private static let longest = 200
}
