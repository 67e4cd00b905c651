internal import ProvisoCore
internal import ProvisoHub
internal import ProvisoKnowledge

/// What the hub has to be asked, since nothing local settles it: the models of the hub that are used here, and the bases of any,
/// for which nobody who knows says a license that is known.
struct OpenQuestions {
  /// In order.
  var questions: [HubQuestion] = []
  /// Names that are given as those of models of the hub and cannot be any.
  var impossible: [String] = []

  init(_ models: [ResolvedModel]) {
    var all: Set<HubQuestion> = []
    var none: Set<String> = []
    func ask(_ id: String, _ revision: String?) {
      if let question = HubQuestion(id: id, revision: revision) {
        all.insert(question)
      } else {
        none.insert(revision.map { "\(id) at \($0)" } ?? id)
      }
    }
    for model in models where !model.isDataSet && model.role != .mentioned && !Self.isPartial(model) {
      if model.name.registry == .huggingface, !Self.isSettled(model.license) {
        for revision in Self.revisions(model) { ask(model.name.id, revision) }
      }
      for edge in model.lineage
      where edge.base.registry == .huggingface && !Self.isSettled(edge.license) && !Self.isNoModel(edge.base.id) {
        ask(edge.base.id, nil)
      }
    }
    questions = all.sorted()
    impossible = none.sorted()
  }

  /// A rule for a line of models, a guess from a name and sources that disagree settle nothing.
  private static func isSettled(_ license: LicenseConclusion) -> Bool {
    license.state == .known && license.confidence == .high
  }

  /// What stands for a data set, or for all models of a line.
  private static func isNoModel(_ id: String) -> Bool {
    id.hasPrefix("datasets/") || NamedLine.standing(for: id) != nil
  }

  /// A name that is put together at run time is nobody's.
  private static func isPartial(_ model: ResolvedModel) -> Bool {
    !model.references.isEmpty && model.references.allSatisfy(\.isPartial)
  }

  /// The states of the model that the tree asks for; nil is the present one.
  private static func revisions(_ model: ResolvedModel) -> Set<String?> {
    let named = model.references.filter { $0.revision != .notApplicable }.map(\.revision.name)
    return named.isEmpty ? [nil] : Set(named.map { $0 == "main" ? nil : $0 })
  }
}
