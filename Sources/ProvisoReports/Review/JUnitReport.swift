import ProvisoCore

/// JUnit's XML as Ant defines it. A finding is a test that failed where it makes the run fail; what is waived or in the baseline
/// is skipped; milder findings and models without any pass. What could not be read is an error.
struct JUnitReport {
  private let report: ScanReport
  private let options: ReportOptions
  private var cases: [String] = []
  private var output: [String] = []
  private var failures = 0
  private var skipped = 0

  static func render(_ report: ScanReport, options: ReportOptions) -> [UInt8] {
    var writer = Self(report: report, options: options)
    return Array(writer.document().utf8)
  }

  private init(report: ScanReport, options: ReportOptions) {
    self.report = report
    self.options = options
  }

  private mutating func document() -> String {
    let paths = ReviewPaths(report)
    for finding in report.findings where finding.status != .absent { append(finding, paths) }
    let named = Set(report.findings.compactMap(\.model))
    for entry in report.models where !named.contains(entry.model.name) {
      append("\(entry.model.name.id): \(entry.model.license.shortWords)", in: "models")
    }
    let missing = report.notifications.filter(\.isIncomplete)
    for notification in missing {
      append(
        "could not be read", in: notification.path.map { paths.path(Location(path: $0)) } ?? "scan",
        outcome: #"<error type="incomplete" message="\#(Markup.escaped(notification.message))"/>"#)
    }
    let time = Markup.escaped(String(options.timestamp.prefix { $0 != "Z" }))
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites>
        <testsuite name="proviso" package="proviso" id="0" hostname="localhost" timestamp="\(time)" tests="\(cases.count)" \
      failures="\(failures)" errors="\(missing.count)" skipped="\(skipped)" time="0">
          <properties>
            <property name="version" value="\(Markup.escaped(report.toolVersion))"/>
            <property name="policy" value="\(Markup.escaped(report.policy.name))"/>
          </properties>
      \(cases.map { "    \($0)\n" }.joined())\
          <system-out>\(Markup.escapedLines(output))</system-out>
          <system-err></system-err>
        </testsuite>
      </testsuites>

      """
  }

  private mutating func append(_ finding: Finding, _ paths: ReviewPaths) {
    let place = paths.place(of: finding)
    let name = "\(finding.rule) \(finding.name)" + (finding.model.map { ": \($0.id)" } ?? "")
    var outcome: String?
    if let waiver = finding.waiver {
      skipped += 1
      outcome = #"<skipped message="\#(Markup.escaped(waiver))"/>"#
    } else if finding.status == .unchanged {
      skipped += 1
      outcome = #"<skipped message="in the baseline"/>"#
    } else if finding.fails(from: options.failOn) {
      failures += 1
      let details = [finding.clauseWords, finding.fix, "\(place.path):\(place.line):\(place.column)"].compactMap(\.self)
      outcome =
        #"<failure type="\#(finding.rule)" message="\#(Markup.escaped(finding.message))">"#
        + Markup.escapedLines(details.filter { !$0.isEmpty }) + "</failure>"
    } else {
      output.append("\(place.path):\(place.line): \(finding.level.rawValue): \(finding.wordsWithFix) [\(finding.rule)]")
    }
    append(name, in: place.path, outcome: outcome)
  }

  private mutating func append(_ name: String, in className: String, outcome: String? = nil) {
    let attributes = #"name="\#(Markup.escaped(name))" classname="\#(Markup.escaped(className))" time="0""#
    cases.append(outcome.map { "<testcase \(attributes)>\($0)</testcase>" } ?? "<testcase \(attributes)/>")
  }
}

extension Markup {
  /// Lines, none of which is a command to a CI system.
  fileprivate static func escapedLines(_ lines: [String]) -> String {
    lines.map(escaped).joined(separator: "\n")
  }
}
