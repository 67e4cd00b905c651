internal import ProvisoCore
internal import ProvisoText

extension DetectionInput {
  /// What a config of a model repository says of the model in its folder.
  ///
  /// - Parameters:
  ///   - place: what makes the folder a model.
  ///   - isModel: false for a file that only adds to a model.
  func model(
    at place: Location, kind: ReferenceKind = .modelConfig, licenses: [DeclaredLicense] = [],
    bases: [(model: ModelName, node: DataNode)] = [], relation: Relation? = nil, isModel: Bool = true
  ) -> Detections {
    let named = bases.map { base($0, relation: relation, kind: kind) }
    return Detections(
      references: (isModel ? [bundled(at: place, kind: kind)] : []) + named.map(\.reference),
      declarations: [
        ModelDeclaration(
          model: path.directory, source: .modelConfig, location: place, licenses: licenses,
          bases: named.map(\.declared), establishesModel: isModel, scope: path.scope)
      ])
  }

  /// The model in the file's folder.
  ///
  /// - Parameter place: what makes the folder a model.
  func bundled(at place: Location, kind: ReferenceKind = .modelConfig) -> ModelReference {
    reference(.local(path.directory), at: place, as: path.directory, kind: kind, role: .bundled)
  }

  /// What the model in the file's folder was made from: for its lineage, and as a model that the file names.
  func base(
    _ named: (model: ModelName, node: DataNode), relation: Relation? = nil, revision: Revision = .notApplicable,
    kind: ReferenceKind = .modelConfig, confidence: Confidence = .high
  ) -> (declared: DeclaredBase, reference: ModelReference) {
    let place = location(of: named.node)
    return (
      DeclaredBase(model: named.model, relation: relation, location: place, confidence: confidence),
      reference(
        named.model, revision: revision, at: place, as: named.node.string ?? named.model.id, kind: kind, role: .base,
        derivative: path.directory, confidence: confidence)
    )
  }
}
