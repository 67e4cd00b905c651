import ProvisoCore

/// JUnit's XML as Ant defines it. A finding is a test that failed where it makes the run fail; what is waived or in the baseline
/// is skipped; milder findings and models without any pass. What could not be read is an error.
struct JUnitReport {
  private let report: ScanReport
  private let options: ReportOptions
  private let paths: ReviewPaths
  private var output: PieceWriter

  static func write(_ report: ScanReport, options: ReportOptions, to take: @escaping ([UInt8]) -> Void) {
    var writer = Self(
      report: report, options: options, paths: ReviewPaths(report), output: PieceWriter(to: take))
    writer.write()
    writer.output.flush()
  }

  private mutating func write() {
    let findings = report.findings.lazy.filter { $0.status != .absent }
    let named = Set(report.findings.compactMap(\.model))
    let others = report.models.lazy.filter { !named.contains($0.model.name) }
    let missing = report.notifications.filter(\.isIncomplete)
    var (failures, skipped) = (0, 0)
    for finding in findings {
      switch outcome(of: finding) {
      case .failed: failures += 1
      case .skipped: skipped += 1
      case .passed: break
      }
    }
    var suite = JUnitSuite(name: "proviso", timestamp: options.timestamp)
    suite.tests = findings.count + others.count + missing.count
    suite.failures = failures
    suite.errors = missing.count
    suite.skipped = skipped
    suite.properties =
      [("version", report.toolVersion), ("policy", report.policy.name)] + report.policy.facts.map { ("fact", $0) }
    output.write(JUnitSuite.opening)
    output.write(suite.head)
    for finding in findings { write(finding) }
    for entry in others { write("\(entry.model.name.id): \(entry.model.license.shortWords)", in: "models") }
    for notification in missing {
      write(
        "could not be read", in: notification.path.map { paths.path(Location(path: $0)) } ?? "scan",
        #"<error type="incomplete" message="\#(Markup.escaped(notification.message))"/>"#)
    }
    output.write(JUnitSuite.outputStart)
    var isFirst = true
    for finding in findings where outcome(of: finding) == .passed {
      let place = paths.place(of: finding)
      let line = "\(place.path):\(place.line): \(finding.level.rawValue): \(finding.wordsWithFix) [\(finding.rule)]"
      output.write((isFirst ? "" : "\n") + Markup.escaped(line))
      isFirst = false
    }
    output.write(JUnitSuite.outputEnd)
    output.write(JUnitSuite.ending)
  }

  private enum Outcome {
    case passed, failed, skipped
  }

  private func outcome(of finding: Finding) -> Outcome {
    if finding.waiver != nil || finding.status == .unchanged { return .skipped }
    return finding.fails(from: options.failOn) ? .failed : .passed
  }

  private mutating func write(_ finding: Finding) {
    let place = paths.place(of: finding)
    let name = "\(finding.rule) \(finding.name)" + (finding.model.map { ": \($0.id)" } ?? "")
    switch outcome(of: finding) {
    case .passed: write(name, in: place.path)
    case .skipped:
      write(
        name, in: place.path, #"<skipped message="\#(Markup.escaped(finding.waiver ?? "in the baseline"))"/>"#)
    case .failed:
      let details = [finding.clauseWords, finding.fix, "\(place.path):\(place.line):\(place.column)"].compactMap(\.self)
      write(
        name, in: place.path,
        #"<failure type="\#(finding.rule)" message="\#(Markup.escaped(finding.message))">"#
          + Markup.escapedLines(details.filter { !$0.isEmpty }) + "</failure>")
    }
  }

  private mutating func write(_ name: String, in className: String, _ outcome: String? = nil) {
    output.write(JUnitSuite.testCase(name, in: className, outcome))
  }
}

extension Markup {
  /// Lines, none of which is a command to a CI system.
  package static func escapedLines(_ lines: [String]) -> String {
    lines.map(escaped).joined(separator: "\n")
  }
}
