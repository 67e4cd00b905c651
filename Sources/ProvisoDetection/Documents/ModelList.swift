internal import ProvisoCore
internal import ProvisoText

/// Lists of models in plain text, one a line, that a script goes through: `models.txt` with `owner/name,model.gguf`. What the file is
/// called says that it holds models; one with sentences in it is a document.
enum ModelList {
  static func references(of input: DetectionInput) -> [ModelReference] {
    guard input.path.fileExtension == "txt", name.containsAny(in: input.path.lowercasedName.utf8.span) else {
      return []
    }
    let (source, bytes) = (input.source, input.source.bytes)
    var references: [ModelReference] = []
    for number in 1...max(source.lineCount, 1) {
      let line = bytes[source.lineRange(number)].drop(while: ASCII.isWhitespace)
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let field = line.prefix { !ends.contains($0) && !ASCII.isWhitespace($0) }
      // `owner/name, chat.gguf`
      guard line.count(where: { $0 == UInt8(ascii: " ") }) <= 2 else { return [] }
      let text = String(decoding: field, as: UTF8.self)
      guard text.utf8.contains(UInt8(ascii: "/")) || WeightNames.isSure(text),
        let verdict = NameJudge.judge(text, in: .modelKey), !verdict.isPartial
      else { continue }
      references.append(
        input.reference(
          verdict.model, revision: verdict.revision, at: field.startIndex..<field.endIndex, as: text,
          kind: .configuration, confidence: verdict.confidence))
    }
    return references
  }

  private static let name = NeedleSet(["model"])
  private static let ends = Set(",;|".utf8)
}
