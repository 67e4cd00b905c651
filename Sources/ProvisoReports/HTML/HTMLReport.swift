import ProvisoCore

/// The report as one page for a browser or a printer: no network, no file beside it, and nothing that a scanned file could run.
struct HTMLReport {
  let report: ScanReport
  let options: ReportOptions
  let counts: ReportCounts
  let limits: HTMLLimits
  /// The active findings of each model as their places among them, the worst first, and those about no single model under nil.
  private let findings: [ModelName?: [Int]]
  /// The places of the models: those with the worst findings first, the rest as the report has them.
  private let order: [Int]
  /// How many findings and models have been written out.
  private var shown = (findings: 0, models: 0)
  var page: HTMLPage

  static func write(
    _ report: ScanReport, options: ReportOptions, limits: HTMLLimits = HTMLLimits(),
    to take: @escaping ([UInt8]) -> Void
  ) {
    var writer = Self(report: report, options: options, limits: limits, page: HTMLPage(to: take))
    writer.write()
    writer.page.end()
  }

  private init(report: ScanReport, options: ReportOptions, limits: HTMLLimits, page: HTMLPage) {
    self.report = report
    self.options = options
    self.limits = limits
    self.page = page
    counts = ReportCounts(report)
    let active = counts.active
    let ranked = active.indices.sorted { one, other in (active[other].level, one) < (active[one].level, other) }
    let findings = Dictionary(grouping: ranked) { active[$0].model }
    self.findings = findings
    let ranks = report.models.map { entry in
      findings[entry.model.name]?.first.flatMap { Level.allCases.firstIndex(of: active[$0].level) } ?? -1
    }
    order = report.models.indices.sorted { (ranks[$1], $0) < (ranks[$0], $1) }
  }

  /// The active findings about a model, the worst first.
  func findings(of model: ModelName) -> some Collection<Finding> {
    (findings[model] ?? []).lazy.map { [active = counts.active] in active[$0] }
  }

  private mutating func write() {
    // What is missing stands at the head of the page, so that the articles are made before it.
    let unlisted = apart { $0.writeUnlisted(limit: $0.limits.articles / 4) }
    let models = apart { writer in
      let limit = writer.limits.articles - unlisted.count
      for (number, index) in writer.order.enumerated() where writer.page.count < limit {
        writer.writeModel(writer.report.models[index], number: number + 1, limit: limit)
        writer.shown.models += 1
      }
    }
    page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.open("meta", [("http-equiv", "Content-Security-Policy"), ("content", HTMLAssets.policy)])
    page.raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.raw("<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
    page.element("title", "\(title): \(counts.headline)")
    page.raw("\n")
    page.asset("style", HTMLAssets.style)
    page.raw("</head>\n<body>\n<a class=\"skip\" href=\"#models\">Skip to the models</a>\n")
    writeHeader()
    page.raw("<main>\n")
    writeNotifications()
    writeInventory()
    writeFilters()
    page.raw("<section id=\"models\" aria-label=\"Models\">\n")
    page.made(models)
    page.made(unlisted)
    page.raw("</section>\n<p id=\"none\" hidden>Nothing matches the filters.</p>\n")
    writeSettled()
    page.raw("</main>\n")
    writeFooter()
    page.asset("script", HTMLAssets.script)
    page.raw("</body>\n</html>\n")
  }

  /// What is written goes onto a sheet of its own.
  private mutating func apart(_ write: (inout Self) -> Void) -> [UInt8] {
    var bytes: [UInt8] = []
    let own = page
    page = HTMLPage { bytes += $0 }
    write(&self)
    page.end()
    page = own
    return bytes
  }

  private var title: String {
    report.repository?.address == nil ? "AI models of this repository" : "AI models of \(report.subjectName)"
  }

  // MARK: The head of the page

  private mutating func writeHeader() {
    page.raw("<header>\n")
    page.element("h1", title)
    page.raw("<p class=\"verdict\">")
    for level in Level.allCases.sorted(by: >) where counts.count(of: level) > 0 {
      page.element("span", counted(counts.count(of: level), level.rawValue), [("class", "badge \(level.rawValue)")])
      page.raw(" ")
    }
    if counts.active.isEmpty { page.raw("<span class=\"badge good\">no findings</span> ") }
    page.text("in \(counted(report.models.count, "model"))\(counts.remainder)")
    page.raw("</p>\n<dl class=\"facts\">")
    writeFact("Policy", report.policy.name + (report.policy.path.map { " (\($0))" } ?? ", built in"))
    if !report.policy.facts.isEmpty { writeFact("Facts given", report.policy.facts.joined(separator: ", ")) }
    if report.files > 0 { writeFact("Files", "\(report.filesRead) read of \(report.files)") }
    if let address = report.repository?.address { writeFact("Repository", address) }
    if let revision = report.repository?.revision { writeFact("Commit", revision) }
    writeFact("Date", String(options.timestamp.prefix(10)))
    writeFact("Tool", "Proviso \(report.toolVersion)")
    page.raw("</dl>\n</header>\n")
  }

  private mutating func writeFact(_ name: String, _ value: String) {
    page.raw("<div>")
    page.element("dt", name)
    page.element("dd", value)
    page.raw("</div>")
  }

  private mutating func writeNotifications() {
    guard !report.notifications.isEmpty || cut != nil else { return }
    page.open("section", [("class", report.isIncomplete ? "notice incomplete" : "notice")])
    page.element("h2", report.isIncomplete ? "The scan is incomplete" : "Notes about the run")
    if report.isIncomplete {
      page.raw("<p>Something that had to be read could not be: what it says is not in this report.</p>")
    }
    page.raw("<ul>\n")
    if let cut {
      page.open("li", [("id", "cut")])
      page.element("strong", cut)
      page.close("li")
    }
    for notification in notifications {
      page.open("li")
      if let path = notification.path {
        page.element("code", path)
        page.raw(": ")
      }
      page.text(notification.message)
      page.close("li")
    }
    writeRest(report.notifications.count - limits.notifications)
    page.raw("</ul></section>\n")
  }

  /// What there is no room for; nil where everything is there.
  private var cut: String? {
    guard shown.findings < counts.active.count || shown.models < report.models.count else { return nil }
    return
      "This page has \(shown.findings) of \(counts.active.count) findings and \(shown.models) of \(report.models.count) models, the worst first: "
      + "with all of them no browser would open it. The JSON and the text report have all."
  }

  /// Those that are shown: where there are too many, what could not be read comes first.
  private var notifications: some Collection<Notification> {
    let all = report.notifications
    guard all.count > limits.notifications else { return all[...] }
    return (all.filter(\.isIncomplete) + all.filter { !$0.isIncomplete }).prefix(limits.notifications)
  }

  mutating func countFindings(_ count: Int) { shown.findings += count }

  /// Says at the end of a list how many more there are.
  mutating func writeRest(_ count: Int) {
    if count > 0 { page.element("li", "and \(count) more") }
  }

  /// One line for each model, with a link to all that is known of it.
  private mutating func writeInventory() {
    guard !report.models.isEmpty else { return }
    page.raw(
      "<section id=\"inventory\">\n<h2>Inventory</h2>\n<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Model</th>"
    )
    page.raw("<th scope=\"col\">Role</th><th scope=\"col\">License</th><th scope=\"col\">Kind</th>")
    page.raw("<th scope=\"col\">Owed</th><th scope=\"col\">Findings</th></tr></thead>\n<tbody>\n")
    for (number, index) in order.prefix(limits.rows).enumerated() {
      let entry = report.models[index]
      let model = entry.model
      page.raw("<tr><td>")
      // The registry comes first: a name alone could be a formula to whoever pastes the table into a sheet.
      page.element("span", model.name.registry.rawValue, [("class", "registry")])
      page.raw(" ")
      if number < shown.models {
        page.element("a", model.name.id, [("href", "#model-\(number + 1)")])
      } else {
        page.element("span", model.name.id)
      }
      page.raw("</td>")
      page.element("td", model.role.rawValue, [("data-label", "Role")])
      page.element("td", model.license.shortWords, [("data-label", "License")])
      page.element(
        "td", model.license.category?.rawValue ?? "unknown",
        [("class", Self.tone(model.license)), ("data-label", "Kind")])
      let owed = entry.obligations.count { $0.met != true }
      // Of a license that nobody has read, nothing says that it asks for nothing.
      let isOpen = entry.obligations.isEmpty && model.license.candidates.isEmpty
      page.element(
        "td", isOpen ? "not known" : entry.obligations.isEmpty ? "nothing" : "\(owed) of \(entry.obligations.count)",
        [("data-label", "Owed")])
      page.raw("<td data-label=\"Findings\">")
      let own = findings(of: model.name)
      for level in Level.allCases.sorted(by: >) {
        let count = own.count { $0.level == level }
        if count > 0 { page.element("span", counted(count, level.rawValue), [("class", "badge \(level.rawValue)")]) }
      }
      if own.isEmpty { page.raw("none") }
      page.raw("</td></tr>\n")
    }
    page.raw("</tbody></table></div>")
    if report.models.count > limits.rows {
      page.element("p", "and \(counted(report.models.count - limits.rows, "more model")).")
    }
    page.raw("</section>\n")
  }

  /// Works without a script too: everything is shown then.
  private mutating func writeFilters() {
    page.raw("<form id=\"filters\" hidden aria-label=\"Filters\">\n<label>Search <input type=\"search\" id=\"search\" ")
    page.raw("autocomplete=\"off\" spellcheck=\"false\"></label>\n<label>Findings <select id=\"level\">")
    page.raw("<option value=\"\">all models</option><option value=\"any\">with findings</option>")
    page.raw("<option value=\"error\">with errors</option><option value=\"warning\">with warnings</option>")
    page.raw(
      "<option value=\"note\">with notes</option><option value=\"none\">without findings</option></select></label>\n")
    writeSelect("category", "License", Set(report.models.map { $0.model.license.category?.rawValue ?? "unknown" }))
    writeSelect("role", "Role", Set(report.models.map(\.model.role.rawValue)))
    page.raw("<button type=\"reset\">Clear</button>\n</form>\n")
    // Outside of the form, since a printed page with some models left out has to say so.
    page.raw("<output id=\"count\" form=\"filters\" aria-live=\"polite\"></output>\n")
  }

  private mutating func writeSelect(_ id: String, _ label: String, _ values: Set<String>) {
    page.open("label")
    page.text(label + " ")
    page.open("select", [("id", id)])
    page.raw("<option value=\"\">any</option>")
    for value in values.sorted() { page.element("option", value, [("value", value)]) }
    page.raw("</select></label>\n")
  }

  // MARK: The end of the page

  /// Findings that need nothing done now: waived, or gone since the baseline.
  private mutating func writeSettled() {
    let waived = report.findings.filter { $0.waiver != nil && $0.status != .absent }
    let gone = report.findings.filter { $0.status == .absent }
    guard !waived.isEmpty || !gone.isEmpty else { return }
    page.raw("<section id=\"settled\">\n<h2>Waived or gone</h2>\n<ul>\n")
    let settled = waived + gone
    for finding in settled.prefix(limits.settled) {
      page.open("li")
      page.element("strong", finding.rule)
      page.text(" \(finding.model?.id ?? ""): \(finding.message) ")
      page.element("em", finding.waiver ?? "Gone since the baseline.")
      page.close("li")
    }
    writeRest(settled.count - limits.settled)
    page.raw("</ul></section>\n")
  }

  private mutating func writeFooter() {
    page.raw("<footer><p>")
    page.text(
      "Made by Proviso \(report.toolVersion). It says what license texts say and what was found in the files that were scanned; "
        + "it is no legal advice. Numbers in brackets are clauses of the license.")
    page.raw("</p></footer>\n")
  }

  /// How freely a model can be used, for a color that always comes with a word.
  static func tone(_ license: LicenseConclusion) -> String {
    guard let category = license.category else { return "tone-unknown" }
    if category.isRestricted { return "tone-restricted" }
    return category >= .weakCopyleft ? "tone-copyleft" : "tone-free"
  }
}
