import ProvisoCore

/// The lines of one model and of one finding.
extension TextReport {
  /// How many places of a model are written out.
  private static let shownPlaces = 3

  /// `entry` is nil for a model that findings name and the report does not list.
  mutating func writeModel(_ name: ModelName, entry: ScanReport.Model?, details: Bool, verbose: Bool) {
    let registry = name.registry == .huggingface ? "" : " (\(name.registry.rawValue))"
    page.paragraph([TextPage.Run(name.id, .strong), "\(registry)"])
    guard details, let entry else { return }
    let license = entry.model.license
    let traits = [license.category?.rawValue, license.state.rawValue].compactMap(\.self).joined(separator: ", ")
    writeField("license", "\(license.words) [\(traits)]")
    if let verdict = entry.verdict { writeField("verdict", verdict.rawValue) }
    for judgment in entry.model.openness {
      writeField("release", "\(judgment.words) (\(judgment.source), \(judgment.date))")
    }
    writeField("role", entry.model.role.rawValue + (entry.model.revision.map { ", revision \($0)" } ?? ""))
    if !entry.model.references.isEmpty { writeField("where", places(entry.model.references)) }
    guard verbose else { return }
    for claim in license.claims {
      writeField("claim", "\(claim.license) (\(claim.source.rawValue)): \(claim.evidence)")
    }
    for edge in entry.model.lineage {
      let relation = edge.relation.map { "\($0.rawValue) of " } ?? ""
      writeField("base", "\(relation)\(edge.base.id), \(edge.license.shortWords): \(edge.evidence)")
    }
    for obligation in entry.obligations {
      let clause = obligation.clause.map { ", clause \($0)" } ?? ""
      let met = obligation.met.map { $0 ? "met" : "not met" } ?? "not checked"
      writeField("owes", "\(obligation.kind.rawValue): \(obligation.text) (\(obligation.license)\(clause)): \(met)")
    }
  }

  /// One line for a model without findings.
  mutating func writeOtherModel(_ entry: ScanReport.Model, license: String) {
    let references = entry.model.references
    let place = references.isEmpty ? "" : " at \(places(references, limit: 1))"
    page.paragraph(["\(license): \(entry.model.name.id), \(entry.model.role.rawValue)\(place)"], indent: 2, hanging: 4)
  }

  mutating func writeFinding(_ finding: Finding) {
    let known =
      (finding.status == .unchanged ? " (in the baseline)" : "")
      + (finding.enforcement == .overridable ? "" : " (\(finding.enforcement.rawValue))")
    page.paragraph(
      [
        TextPage.Run(finding.level.rawValue, .level(finding.level)), " ", TextPage.Run("\(finding.rule):", .strong),
        " \(finding.message)\(known)",
      ], indent: 2, hanging: 4)
    if let clause = finding.clause {
      let license = finding.license.map { " of \($0)" } ?? ""
      page.paragraph(["clause \(clause)\(license)"], indent: 4, hanging: 6)
    }
    if !finding.fix.isEmpty {
      page.paragraph([TextPage.Run("fix:", .strong), " \(finding.fix)"], indent: 4, hanging: 9)
    }
    if let location = finding.location {
      let more = finding.related.isEmpty ? "" : " + \(finding.related.count) more"
      let context = finding.context.map { " (context \($0))" } ?? ""
      page.paragraph([TextPage.Run("at \(place(location))\(more)\(context)", .faint)], indent: 4, hanging: 6)
    }
  }

  private mutating func writeField(_ label: String, _ text: String) {
    page.field(label, text, indent: 2, column: 11)
  }

  private func places(_ references: [ModelReference], limit: Int = shownPlaces) -> String {
    let shown = references.prefix(limit).map { place($0.location) }.joined(separator: ", ")
    let more = references.count - min(references.count, limit)
    return more == 0 ? shown : "\(shown) + \(more) more"
  }

  private func place(_ location: Location) -> String {
    "\(location.path):\(location.line):\(location.column)"
  }
}
