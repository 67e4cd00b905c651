package import ProvisoCore

extension Conclude {
  /// What is concluded where a lineage is cut: what is left out may be under stricter terms, so that nothing is free.
  func doubted(_ license: LicenseConclusion, for cut: LineageCut?) -> LicenseConclusion {
    guard let cut, !license.claims.isEmpty, !license.claims.contains(where: { $0.source == .correction }) else {
      return license
    }
    let doubt = Claim(
      license: "unknown", kind: .unrecognized, source: .base,
      evidence: "its base \(cut.base.id), and what follows, is not followed", location: cut.location)
    var doubted = license.category?.isRestricted == true ? license : conclusion(license.claims + [doubt])
    doubted.unanswered = license.unanswered
    doubted.confidence = .low
    return doubted
  }
}

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
