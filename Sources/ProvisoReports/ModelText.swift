package import ProvisoCore

/// What is concluded of a model, and why, as `explain` prints it.
package enum ModelText {
  package static func render(_ model: ResolvedModel) -> String {
    let license = model.license
    var lines = [Sanitizer.visible(model.name.id) + " (\(model.name.registry.rawValue))"]
    lines.append("  license: \(Sanitizer.visible(license.words))")
    lines.append("  state: \(license.state.rawValue), confidence: \(license.confidence.rawValue)")
    if let remark = license.remark { lines.append("  remark: \(Sanitizer.visible(remark))") }
    if license.claims.isEmpty { lines.append("  nothing speaks of a license") }
    for claim in license.claims {
      lines.append("  claim: \(Sanitizer.visible(claim.license)) because \(Sanitizer.visible(claim.evidence))")
    }
    for edge in model.lineage {
      let words = edge.license.words
      lines.append(
        "  base: \(Sanitizer.visible(edge.base.id)), \(Sanitizer.visible(words)), because \(Sanitizer.visible(edge.evidence))"
      )
    }
    for applicable in model.applicableLicenses {
      let origin = applicable.edge.map { " by way of \($0.base.id)" } ?? ""
      lines.append("  applies: \(applicable.license.id)\(origin); see `proviso license show \(applicable.license.id)`")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
