internal import ProvisoCore

/// A base that something says a model was made from.
struct StatedBase {
  var model: ModelName
  var relation: Relation?
  var confidence: Confidence
  /// Who says so.
  var evidence: String
}

extension StatedBase {
  /// - Parameter evidence: nil where a file of the tree says it.
  init(_ base: DeclaredBase, evidence: String? = nil) {
    self.init(
      model: base.model, relation: base.relation, confidence: base.confidence,
      evidence: evidence ?? base.evidence)
  }
}

extension DeclaredBase {
  /// Where the tree says it, and as what.
  var evidence: String {
    let part =
      switch relation {
      case .distilled?: "what it was distilled from"
      case .trainedOnOutputs?: "one whose outputs train it"
      default: "base"
      }
    return "\(location.path):\(location.line) names it as \(part)"
  }
}

extension CatalogClaims {
  /// What the lists, the rule for its line and its name say that `model` was made from, from what is surest.
  func statedBases(of model: ModelName) -> [StatedBase] {
    bases.map { base in
      StatedBase(model: base, relation: relation, confidence: confidence, evidence: evidence(of: model))
    }
      + [baseOfRule].compactMap(\.self).map { base in
        StatedBase(
          model: base, confidence: .medium, evidence: "the catalog's rule for the line of \(model.id) has it as a base")
      }
      + namedBases.map { base in
        StatedBase(
          model: base, confidence: .low, evidence: "the name \(model.id) says that it was made from it, too")
      }
  }

  private func evidence(of model: ModelName) -> String {
    if isSameAsBase { return "\(model.registry.rawValue) serves it as \(model.id)" }
    if isNamedAfterLine { return "the name \(model.id) says that it was made from a model of that line" }
    return isNamedAfterBase
      ? "the name \(model.id) says that it was made from it"
      : "the catalog has it as a base of \(model.id)\(baseSource)"
  }
}
