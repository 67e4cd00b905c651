internal import ProvisoCore

/// The models of the tree that answer for their bases: what a base's license says is held against them.
struct Heirs {
  private var bases: [String: Set<ModelName>] = [:]

  init(_ models: [ResolvedModel]) {
    for model in models where model.isLocal && model.references.contains(where: { $0.role >= .base }) {
      bases[model.name.id] = Set(model.lineage.map(\.base))
    }
  }

  /// True where every reference of the subject stands in the manifest of a model that is evaluated itself, with the subject
  /// in its lineage. A manifest of a model that nobody evaluates does not silence anything.
  func answer(for subject: Subject) -> Bool {
    guard !subject.references.isEmpty else { return false }
    return subject.references.allSatisfy { reference in
      reference.derivative.flatMap { bases[$0] }?.contains(subject.model.name) ?? false
    }
  }
}
