package import ProvisoCore

extension LineageCut {
  /// What of the models' lineages is left out: a stricter license may stand there, so that the run is incomplete.
  package static func notifications(of models: [ResolvedModel]) -> [Notification] {
    models.compactMap { model in
      model.lineageCut.map { cut in
        let place = cut.location ?? model.references.first?.location
        return Notification(
          level: .warning,
          message:
            "\(place.map { "line \($0.line): " } ?? "")Of what \(model.name.id) was made from, \(cut.base.id) and what follows are not followed (at most \(Lineage.maximumEdges) bases, \(Lineage.maximumDepth) steps deep): its license may be stricter than told.",
          path: place?.path, isIncomplete: true)
      }
    }
  }
}
