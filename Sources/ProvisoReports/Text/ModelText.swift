package import ProvisoCore

/// What is concluded of a model, why, and what would change it, as `explain` prints it.
package enum ModelText {
  package static func render(_ model: ResolvedModel) -> String {
    let license = model.license
    var lines = ["\(model.name.id) (\(model.name.registry.rawValue))"]
    lines.append("  license: \(license.words)")
    lines.append("  state: \(license.state.rawValue), \(meaning(license))")
    lines.append("  confidence: \(license.confidence.rawValue), \(meaning(license.confidence))")
    if let remark = license.remark { lines.append("  remark: \(remark)") }
    lines += model.openness.map { "  release: \($0.words) (\($0.source), \($0.date))" }
    lines += claims(license)
    if !model.lineage.isEmpty { lines += ["", "Made from, as far as is known"] + tree(model) }
    lines += ["", "What applies"] + applicable(model)
    lines += ["", "What would change this"] + changes(model).map { "  - \($0)" }
    return lines.map(Sanitizer.visible).joined(separator: "\n") + "\n"
  }

  private static func claims(_ license: LicenseConclusion) -> [String] {
    if license.claims.isEmpty { return ["", "Nothing speaks of a license"] }
    return ["", "Who says so, the strongest first"]
      + license.claims.map { "  \($0.source.rawValue): \($0.license), because \($0.evidence)" }
  }

  /// Each base beneath what was made from it.
  private static func tree(_ model: ResolvedModel) -> [String] {
    let children = Dictionary(grouping: model.lineage) { $0.derivative ?? model.name }
    var lines: [String] = []
    var told: Set<ModelName> = []
    func write(_ parent: ModelName, _ depth: Int) {
      guard told.insert(parent).inserted else { return }
      for edge in children[parent] ?? [] {
        let relation = edge.relation.map { "\($0.rawValue) of " } ?? ""
        lines.append(
          String(repeating: "  ", count: depth)
            + "\(relation)\(edge.base.id), \(edge.license.words) (\(edge.confidence.rawValue): \(edge.evidence))")
        write(edge.base, depth + 1)
      }
    }
    write(model.name, 1)
    return lines
  }

  private static func applicable(_ model: ResolvedModel) -> [String] {
    if model.applicableLicenses.isEmpty { return ["  no license whose terms are on file"] }
    return model.applicableLicenses.map { applicable in
      let origin = applicable.edge.map { " by way of \($0.base.id)" } ?? ""
      return "  \(applicable.license.id)\(origin); see `proviso license show \(applicable.license.id)`"
    }
  }

  private static func meaning(_ confidence: Confidence) -> String {
    switch confidence {
    case .high: "what the publisher declares, a text beside the weights or a correction says so"
    case .medium: "a rule for the line of models says so, not a statement about this one"
    case .low: "it is taken from a base or a bare name, or the sources do not agree"
    }
  }

  private static func meaning(_ license: LicenseConclusion) -> String {
    switch license.state {
    case .unknown where license.claims.isEmpty: "nothing that was read speaks of a license"
    case .known: "a license that is on file or listed"
    case .absent: "nothing says what the license is"
    case .unknown: "something speaks of a license, and it is none that is known"
    case .custom: "a license of the publisher's own, whose terms are not on file"
    case .conflict: "the sources disagree; the strictest candidate counts"
    case .gated: "access is granted by hand"
    }
  }

  private static func changes(_ model: ResolvedModel) -> [String] {
    let license = model.license
    let strongest = license.claims.map(\.source).min()
    if strongest == .correction { return ["another correction in the policy: it stands above everything else"] }
    var changes: [String] = []
    if license.state == .conflict { changes.append("the sources agreeing, once the wrong one is mended") }
    // What lies in the tree speaks of models of the tree, the catalog of those of the world.
    let sources: [(ClaimSource, String)] =
      model.isLocal
      ? [
        (.licenseFile, "a license text beside the weights"), (.weightMetadata, "metadata inside the weights"),
        (.modelCard, "a license in the model's card"),
      ] : [(.lock, "a lock file that holds it"), (.catalog, "a line of the catalog for this very model")]
    let stronger = sources.filter { source, _ in strongest.map { source < $0 } ?? true }.map(\.1)
    if !stronger.isEmpty { changes.append("\(stronger.joined(separator: ", ")): heard before what is held now") }
    let binding = model.applicableLicenses.compactMap(\.edge)
    if let edge = binding.first {
      changes.append("another base: as long as it is made from \(edge.base.id), that license goes along")
    }
    changes.append("a correction in the policy (`corrections`), which stands above all of these")
    return changes
  }
}
