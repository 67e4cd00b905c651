import ProvisoCore

/// The report as a comment of a pull request or merge request, or as the summary of a job's step.
struct MarkdownReport {
  /// GitHub takes 65,536 characters in a comment, and cuts off whatever a longer one has to say.
  static let limit = 65_000

  private let report: ScanReport
  private let counts: ReportCounts
  private let paths: ReviewPaths
  private let limit: Int
  private var page = ""
  private var length = 0

  static func render(_ report: ScanReport, limit: Int = limit) -> [UInt8] {
    var writer = Self(report: report, limit: limit)
    writer.write()
    return Array(writer.page.utf8)
  }

  private init(report: ScanReport, limit: Int) {
    self.report = report
    self.limit = limit
    counts = ReportCounts(report)
    paths = ReviewPaths(report)
  }

  private mutating func write() {
    append("## Proviso: \(counts.headline)\n")
    let policy = report.policy.path.map { " (\(Markdown.code($0)))" } ?? ""
    let facts =
      report.policy.facts.isEmpty ? "" : " with \(report.policy.facts.map(Markdown.code).joined(separator: ", "))"
    let files = report.files > 0 ? ", \(counted(report.filesRead, "file")) read of \(report.files)" : ""
    append("\nPolicy \(Markdown.code(report.policy.name))\(policy)\(facts)\(files)\(counts.remainder).\n")
    writeNotifications()
    let findings = counts.new.enumerated().sorted { ($1.element.level, $0.offset) < ($0.element.level, $1.offset) }
    // What follows the findings is worth less than they are; a tenth of the room is kept for it.
    writeTable(
      "| | Rule | Model | Where | What |\n| --- | --- | --- | --- | --- |\n", findings.map(\.element),
      until: limit / 10 * 9,
      rest: "finding", row: row)
    if !report.models.isEmpty {
      append("\n<details><summary>\(counted(report.models.count, "model"))</summary>\n")
      writeTable(
        "| Model | Role | License | Places |\n| --- | --- | --- | --- |\n", report.models, until: limit - 200,
        rest: "model",
        row: row)
      append("\n</details>\n")
    }
  }

  /// Writes rows while there is room, and says how many there was none for.
  private mutating func writeTable<Element>(
    _ head: String, _ elements: [Element], until end: Int, rest noun: String, row: (Element) -> String
  ) {
    guard !elements.isEmpty else { return }
    append("\n" + head)
    for (index, element) in elements.enumerated() {
      let line = row(element)
      guard length + line.unicodeScalars.count <= end else {
        append("\n…and \(counted(elements.count - index, "more \(noun)")): the JSON report has all.\n")
        return
      }
      append(line)
    }
  }

  private func row(_ finding: Finding) -> String {
    let place = finding.location.map { location in
      let more = finding.related.isEmpty ? "" : " + \(finding.related.count) more"
      return Markdown.code("\(paths.path(location)):\(location.line)") + more
    }
    let clause = finding.clauseWords.map { " (\(Markdown.text(cut($0))))" } ?? ""
    let fix = finding.fix.isEmpty ? "" : " **Fix**: \(Markdown.text(cut(Finding.sentence(finding.fix))))"
    let rule = "[\(Markdown.text(finding.rule))](\(ProjectAddress.rule(finding.rule)))"
    let model = finding.model.map { Markdown.code(cut($0.id)) } ?? ""
    let message = Markdown.text(cut(Finding.sentence(finding.message)))
    return "| \(finding.level.rawValue) | \(rule) | \(model) | \(place ?? "") | \(message)\(clause)\(fix) |\n"
  }

  private func row(_ entry: ScanReport.Model) -> String {
    let model = entry.model
    let places = model.references.prefix(3).map { Markdown.code("\(paths.path($0.location)):\($0.location.line)") }
    let more = model.references.count > 3 ? " + \(model.references.count - 3) more" : ""
    return
      "| \(Markdown.code(cut(model.name.id))) | \(model.role.rawValue) | \(Markdown.text(cut(model.license.words))) "
      + "| \(places.joined(separator: ", "))\(more) |\n"
  }

  private mutating func writeNotifications() {
    let incomplete = report.notifications.filter(\.isIncomplete)
    guard !incomplete.isEmpty else { return }
    append("\n**The scan is incomplete**: something that had to be read could not be.\n\n")
    for notification in incomplete.prefix(10) {
      let place = notification.path.map { Markdown.code(cut(paths.path(Location(path: $0)))) + ": " } ?? ""
      append("- \(place)\(Markdown.text(cut(notification.message)))\n")
    }
    if incomplete.count > 10 { append("- …and \(incomplete.count - 10) more\n") }
  }

  private func cut(_ text: String) -> String {
    Sanitizer.cut(text, to: 600)
  }

  private mutating func append(_ text: String) {
    page += text
    length += text.unicodeScalars.count
  }
}
