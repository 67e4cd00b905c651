internal import ProvisoCore
internal import ProvisoKnowledge

/// What is said, outside of the models of the tree, of models that are known by name.
struct OutsideClaims {
  private var declarations: [ModelName: [OutsideDeclaration]] = [:]
  private let reader: ClaimReader

  init(_ all: [OutsideDeclaration], reader: ClaimReader) {
    self.reader = reader
    for declaration in all { declarations[Self.key(declaration.model), default: []].append(declaration) }
  }

  /// Several files often say the same.
  func claims(for name: ModelName) -> [Claim] {
    var seen: Set<[String]> = []
    return of(name).flatMap { declaration in
      declaration.licenses.flatMap { reader.claims($0, source: declaration.source) }
    }.filter { seen.insert([$0.source.rawValue, $0.license]).inserted }
  }

  func edges(of name: ModelName, _ lineage: Lineage) -> [LineageEdge] {
    of(name).filter { !$0.bases.isEmpty }.flatMap { declaration in
      lineage.edges(from: name, bases: declaration.bases).map { edge in
        guard declaration.source.isOutside else { return edge }
        var edge = edge
        edge.location = nil
        return edge
      }
    }
  }

  private func of(_ name: ModelName) -> [OutsideDeclaration] {
    declarations[Self.key(name)] ?? []
  }

  /// Hub ids that differ in case, and older ids, are one model.
  private static func key(_ name: ModelName) -> ModelName {
    guard name.registry == .huggingface else { return name }
    return .huggingFace(ModelCatalog.canonicalID(of: name.id).lowercased())
  }
}
