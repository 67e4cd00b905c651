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
    bases: [(model: ModelName, node: DataNode)] = [], relation: Relation? = nil, isModel: Bool = true,
    confidence: Confidence = .high
  ) -> Detections {
    let model = path.directory
    var detections = Detections()
    if isModel {
      detections.references.append(
        reference(.local(model), at: place, as: model, kind: kind, role: .bundled))
    }
    let declared = bases.map { base in
      DeclaredBase(model: base.model, relation: relation, location: location(of: base.node))
    }
    detections.references += zip(bases, declared).map { base, declared in
      reference(
        base.model, at: declared.location, as: base.node.string ?? base.model.id, kind: kind, role: .base,
        derivative: model, confidence: confidence)
    }
    detections.declarations.append(
      ModelDeclaration(
        model: model, source: .modelConfig, location: place, licenses: licenses, bases: declared,
        establishesModel: isModel, scope: path.scope))
    return detections
  }
}
