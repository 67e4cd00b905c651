internal import ProvisoCore
internal import ProvisoText

/// Names that a file says are data sets in one place and gives in another without a word: `DATASET_PATHS = {"acme/edits"}` above
/// `FORMATS = {"acme/edits": format}`. A name that says of itself that it is a model's stays one.
struct SaidDataSets {
  let code: CodeLiterals
  let source: SourceText

  func mark(_ found: inout [(reference: ModelReference, scope: Int?)]) {
    let candidates = found.indices.filter { index in
      let reference = found[index].reference
      return reference.role == .used && reference.model.registry == .huggingface && reference.confidence < .high
        && HubName.isPlain(reference.asWritten)
    }
    guard !candidates.isEmpty else { return }
    let names = Set(candidates.map { found[$0].reference.asWritten })
    let dataSets = Set(
      code.literals.lazy.filter { isUnderDataSets($0) }.map { source.string(in: $0.range) }.filter(names.contains))
    for index in candidates where dataSets.contains(found[index].reference.asWritten) {
      found[index].reference.role = .dataset
    }
  }

  /// Whether the label of the literal, or of the list that it stands in, has the word.
  private func isUnderDataSets(_ literal: CodeLiteral) -> Bool {
    guard !literal.isInComment, literal.range.count >= 3 else { return false }
    let list = literal.scope.flatMap { code.scopes[$0].kind == .collection ? code.scopes[$0].label : nil }
    return [literal.isKey ? nil : literal.label, list].contains { name in
      name.map { Self.word.containsAny(in: source.bytes.span.extracting($0)) } == true
    }
  }

  private static let word = NeedleSet(["dataset", "data_set"], ignoresCase: true)
}
