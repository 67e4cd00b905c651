import ProvisoCore

/// One model: its license in plain words, its findings, what is owed, where it stands, what it was made from.
extension HTMLReport {
  /// - Parameter limit: the size of the sheet from which on no more findings are written.
  mutating func writeModel(_ entry: ScanReport.Model, number: Int, limit: Int) {
    let model = entry.model
    let own = findings(of: model.name)
    page.open(
      "article",
      [
        ("id", "model-\(number)"), ("data-levels", Set(own.map(\.level.rawValue)).sorted().joined(separator: " ")),
        ("data-category", model.license.category?.rawValue ?? "unknown"), ("data-role", model.role.rawValue),
      ])
    page.raw("\n<h3>")
    page.element("span", model.name.registry.rawValue, [("class", "registry")])
    page.raw(" ")
    page.element("code", model.name.id)
    page.raw("</h3>\n<p class=\"license\">")
    page.element(
      "span", model.license.category?.rawValue ?? "license unknown", [("class", "chip \(Self.tone(model.license))")])
    page.text(" \(model.license.words). ")
    page.element(
      "span", "Role: \(model.role.rawValue)" + (model.revision.map { ", revision \($0)" } ?? "") + ".",
      [("class", "quiet")])
    page.raw("</p>\n")
    if !own.isEmpty {
      page.raw("<h4>Findings</h4>\n")
      writeFindings(own, limit: limit)
    }
    writeObligations(entry.obligations)
    writeTree(model)
    writeTerms(model)
    writePlaces(model.references)
    writeClaims(model.license.claims)
    page.close("article")
  }

  /// Findings about models that the report does not list, and about no single one.
  mutating func writeUnlisted(limit: Int) {
    let listed = Set(report.models.map(\.model.name))
    let rest = counts.active.filter { finding in finding.model.map { !listed.contains($0) } ?? true }
      .enumerated().sorted { ($1.element.level, $0.offset) < ($0.element.level, $1.offset) }.map(\.element)
    guard !rest.isEmpty else { return }
    page.open("article", [("data-levels", Set(rest.map(\.level.rawValue)).sorted().joined(separator: " "))])
    page.raw("\n<h3>About no single model</h3>\n")
    writeFindings(rest, limit: limit)
    page.close("article")
  }

  // MARK: Findings

  private mutating func writeFindings(_ findings: some Collection<Finding>, limit: Int) {
    page.raw("<ul class=\"findings\">\n")
    var left = findings.count
    for finding in findings where page.count < limit {
      writeFinding(finding)
      left -= 1
    }
    countFindings(findings.count - left)
    writeRest(left)
    page.raw("</ul>\n")
  }

  private mutating func writeFinding(_ finding: Finding) {
    page.open("li", [("class", finding.level.rawValue)])
    page.element("span", finding.level.rawValue, [("class", "badge \(finding.level.rawValue)")])
    page.raw(" ")
    page.element("a", finding.rule, [("href", ProjectAddress.rule(finding.rule)), ("rel", "noreferrer")])
    page.text(" \(Finding.sentence(finding.message))")
    if finding.status == .unchanged { page.raw(" <span class=\"quiet\">In the baseline.</span>") }
    if let clause = finding.clauseWords { page.element("p", "Rests on \(clause).", [("class", "quiet")]) }
    if !finding.fix.isEmpty {
      page.raw("<p class=\"fix\"><strong>What to do:</strong> ")
      page.prose(Finding.sentence(finding.fix))
      page.raw("</p>")
    }
    if let location = finding.location {
      page.raw("<p class=\"place\">")
      page.element("code", "\(location.path):\(location.line)")
      for related in finding.related.prefix(5) {
        page.text(", \(related.message): ")
        page.element("code", "\(related.location.path):\(related.location.line)")
      }
      if finding.related.count > 5 { page.text(" and \(finding.related.count - 5) more") }
      page.raw("</p>")
    }
    page.close("li")
  }

  // MARK: What the license says

  private mutating func writeObligations(_ obligations: [Obligation]) {
    guard !obligations.isEmpty else { return }
    page.raw(
      "<h4>What is owed</h4>\n<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Kind</th><th scope=\"col\">What</th>"
    )
    page.raw("<th scope=\"col\">Clause</th><th scope=\"col\">Met</th></tr></thead>\n<tbody>\n")
    for obligation in obligations {
      page.raw("<tr>")
      page.element("td", obligation.kind.rawValue, [("data-label", "Kind")])
      // A quotation: it also keeps a sheet from reading the words as a formula.
      page.element("td", "\u{201C}\(obligation.text)\u{201D}", [("data-label", "What")])
      page.element(
        "td", (obligation.clause.map { "\($0) of " } ?? "") + obligation.license, [("data-label", "Clause")])
      let met = obligation.met.map { $0 ? "yes" : "no" } ?? "not checked"
      page.element(
        "td", met + (obligation.evidence.map { ": \($0)" } ?? ""),
        [
          (
            "class", obligation.met == true ? "tone-free" : obligation.met == false ? "tone-restricted" : "tone-unknown"
          ),
          ("data-label", "Met"),
        ])
      page.raw("</tr>\n")
    }
    page.raw("</tbody></table></div>\n")
  }

  /// The terms of each license that binds the model.
  private mutating func writeTerms(_ model: ResolvedModel) {
    for applicable in model.applicableLicenses {
      let license = applicable.license
      page.open("details", [("class", "terms"), ("data-license", license.id)])
      page.raw("<summary>")
      page.text("What \(license.name) says")
      if let edge = applicable.edge { page.text(", which comes from \(edge.base.id)") }
      page.raw("</summary>\n")
      for (title, items) in LicenseText.sections(license) where !items.isEmpty {
        page.element("h5", title)
        page.raw("<ul>")
        for item in items { page.element("li", item) }
        page.raw("</ul>\n")
      }
      if let url = license.url, url.hasPrefix("https://") || url.hasPrefix("http://") {
        page.raw("<p>")
        page.element("a", url, [("href", url), ("rel", "noreferrer")])
        page.raw("</p>")
      }
      page.close("details")
    }
  }

  private mutating func writePlaces(_ references: [ModelReference]) {
    guard !references.isEmpty else { return }
    page.raw("<details><summary>")
    page.text("Named in \(counted(references.count, "place"))")
    page.raw("</summary><ul>\n")
    for reference in references.prefix(limits.details) {
      page.open("li")
      page.element("code", "\(reference.location.path):\(reference.location.line)")
      let words = [reference.kind.rawValue, reference.role.rawValue, reference.scope.rawValue, reference.remark]
      page.text(" \(words.compactMap(\.self).joined(separator: ", "))")
      page.close("li")
    }
    writeRest(references.count - limits.details)
    page.raw("</ul></details>\n")
  }

  private mutating func writeClaims(_ claims: [Claim]) {
    guard !claims.isEmpty else { return }
    page.raw("<details><summary>Evidence for the license</summary><ul>\n")
    for claim in claims.prefix(limits.details) {
      page.open("li")
      page.element("strong", claim.license)
      page.text(" (\(claim.source.rawValue)): \(Finding.sentence(claim.evidence))")
      if let location = claim.location {
        page.raw(" ")
        page.element("code", "\(location.path):\(location.line)")
      }
      page.close("li")
    }
    writeRest(claims.count - limits.details)
    page.raw("</ul></details>\n")
  }

  private mutating func writeTree(_ model: ResolvedModel) {
    guard !model.lineage.isEmpty else { return }
    page.raw("<h4>Made from</h4>\n<div class=\"scroll\">")
    FamilyTree(of: model).write(to: &page)
    page.raw("</div>\n<details><summary>The same in words</summary><ul>\n")
    for edge in model.lineage.prefix(limits.details) {
      page.open("li")
      page.element("code", edge.base.id)
      page.text(
        ", \(edge.relation?.rawValue ?? "base"), under \(edge.license.words). \(Finding.sentence(edge.evidence))")
      page.close("li")
    }
    writeRest(model.lineage.count - limits.details)
    page.raw("</ul></details>\n")
  }
}
