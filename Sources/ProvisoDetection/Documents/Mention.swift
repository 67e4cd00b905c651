internal import ProvisoCore
internal import ProvisoText

/// A model that running text names, in a document or on a page.
enum Mention {
  /// The model that is named in `range`; nil where none is, or only a part of its name.
  static func reference(_ range: Range<Int>, of input: DetectionInput, scope: Scope) -> ModelReference? {
    let text = input.source.string(in: range)
    guard let verdict = NameJudge.judge(text, in: .prose) ?? input.listedModel(text), !verdict.isPartial else {
      return nil
    }
    return ModelReference(
      model: verdict.model, revision: verdict.revision, location: input.location(range), asWritten: text,
      kind: .document, role: .mentioned, scope: scope, confidence: min(verdict.confidence, .medium))
  }

  /// Where the address ends that begins at `start`: at a blank, a bracket or a quote, and before the marks of the sentence.
  static func endOfAddress(at start: Int, before end: Int, in bytes: [UInt8]) -> Int {
    var stop = start
    while stop < end, bytes[stop] > 0x20, bytes[stop] < 0x7F, !ends.contains(bytes[stop]) { stop += 1 }
    while stop > start, ".,:;!?*_".utf8.contains(bytes[stop - 1]) { stop -= 1 }
    return stop
  }

  private static let ends = Set("\"'`<>()[]{}|\\".utf8)
}
