import ProvisoCore

/// The report for a terminal: a block for each model that has findings, the worst first, then the rest in short.
struct TextReport {
  private let report: ScanReport
  private let options: ReportOptions
  private let counts: ReportCounts
  var page: TextPage

  static func write(_ report: ScanReport, options: ReportOptions, to take: @escaping ([UInt8]) -> Void) {
    var text = Self(report: report, options: options, to: take)
    text.write()
    text.page.end()
  }

  private init(report: ScanReport, options: ReportOptions, to take: @escaping ([UInt8]) -> Void) {
    self.report = report
    self.options = options
    counts = ReportCounts(report)
    page = TextPage(options: options, to: take)
  }

  private mutating func write() {
    let policy = report.policy
    let facts = policy.facts.isEmpty ? "" : ", with \(policy.facts.joined(separator: ", "))"
    page.paragraph([
      "Policy: ", TextPage.Run(policy.name, .strong),
      " (\(policy.pathInTerminal ?? policy.path ?? "built in"))\(facts)",
    ])
    writeBlocks()
    if !options.quiet { writeOtherModels() }
    if options.verbose { writeWaived() }
    writeProposed()
    writeNotifications()
    page.blank()
    page.paragraph([TextPage.Run(summary, .strong)])
  }

  // MARK: Findings

  private mutating func writeBlocks() {
    var entries: [ModelName: Int] = [:]
    for (index, entry) in report.models.enumerated() { entries[entry.model.name] = index }
    for (name, findings) in groups() {
      page.blank()
      if let name {
        writeModel(
          name, entry: entries[name].map { report.models[$0] }, details: !options.quiet, verbose: options.verbose)
      } else {
        page.paragraph([TextPage.Run("About no single model", .strong)])
      }
      for finding in findings { writeFinding(counts.active[finding]) }
    }
  }

  /// The active findings by model, as their places among them: the model with the worst finding first, findings without a
  /// model last.
  private func groups() -> [(name: ModelName?, findings: [Int])] {
    let active = counts.active
    var order: [ModelName?] = []
    var members: [ModelName?: [Int]] = [:]
    for (index, finding) in active.enumerated() {
      if members[finding.model] == nil { order.append(finding.model) }
      members[finding.model, default: []].append(index)
    }
    let groups = order.map { name in (name: name, findings: worstFirst(members[name] ?? []) { active[$0].level }) }
    let named = groups.filter { $0.name != nil }
    return worstFirst(named) { $0.findings.first.map { active[$0].level } ?? .note } + groups.filter { $0.name == nil }
  }

  private func worstFirst<Element>(_ elements: [Element], level: (Element) -> Level) -> [Element] {
    Level.allCases.sorted(by: >).flatMap { wanted in elements.filter { level($0) == wanted } }
  }

  // MARK: The rest

  private mutating func writeOtherModels() {
    let named = Set(counts.active.compactMap(\.model))
    let others = report.models.filter { !named.contains($0.model.name) }
    guard !others.isEmpty else { return }
    var byLicense: [String: [ScanReport.Model]] = [:]
    for entry in others { byLicense[entry.model.license.shortWords, default: []].append(entry) }
    let licenses = byLicense.sorted { one, other in
      (other.value.count, one.key) < (one.value.count, other.key)
    }
    page.blank()
    guard options.verbose else {
      let list = licenses.map { "\($0.value.count) \($0.key)" }.joined(separator: ", ")
      page.paragraph(["\(counted(others.count, "model")) without findings: \(list)"], hanging: 2)
      return
    }
    page.paragraph([TextPage.Run("Models without findings", .strong)])
    for (license, entries) in licenses {
      for entry in entries { writeOtherModel(entry, license: license) }
    }
  }

  private mutating func writeWaived() {
    let waived = report.findings.filter { $0.waiver != nil && $0.status != .absent }
    guard !waived.isEmpty else { return }
    page.blank()
    page.paragraph([TextPage.Run("Waived", .strong)])
    for finding in waived {
      let model = finding.model.map { " \($0.id)," } ?? ""
      let who = finding.suppression.map { suppression in
        let end = suppression.expires.map { " until \($0)" } ?? ""
        return " by \(suppression.owner ?? suppression.origin)\(end): \(suppression.reason)"
      }
      page.paragraph(
        ["\(finding.rule):\(model) \(finding.waiver ?? "")\(who ?? "")"], indent: 2, hanging: 4)
    }
  }

  /// What the change under review says in its own favor: whoever reviews it decides on that, too.
  private mutating func writeProposed() {
    let proposed = counts.active.filter { $0.proposedWaiver != nil }
    guard !proposed.isEmpty else { return }
    page.blank()
    page.paragraph([TextPage.Run("What this change would silence, and does not yet", .strong)])
    for finding in proposed {
      let model = finding.model.map { " \($0.id)," } ?? ""
      page.paragraph(["\(finding.rule):\(model) \(finding.proposedWaiver ?? "")"], indent: 2, hanging: 4)
    }
  }

  private mutating func writeNotifications() {
    let shown = report.notifications.filter { !options.quiet || $0.level > .note || $0.isIncomplete }
    if !shown.isEmpty { page.blank() }
    for notification in shown {
      let place = notification.path.map { "\($0): " } ?? ""
      page.paragraph(
        [
          TextPage.Run("\(notification.level.rawValue):", .level(notification.level)),
          " \(place)\(notification.message)",
        ],
        hanging: 2)
    }
    let missing = report.notifications.count { $0.isIncomplete }
    if missing > 0 {
      page.paragraph([
        "The scan is incomplete: something that had to be read could not be (\(counted(missing, "notification")))."
      ])
    }
  }

  private var summary: String {
    let read = report.files > 0 ? " (\(counted(report.filesRead, "file")) read of \(report.files))" : ""
    return counts.headline + read + counts.remainder
  }
}
