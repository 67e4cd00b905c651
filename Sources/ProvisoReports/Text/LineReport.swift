import ProvisoCore

/// One line for each finding and notification, `path:line:column: level: message`, as compilers write them and editors,
/// Xcode among them, make links of them.
enum LineReport {
  static func render(_ report: ScanReport, options: ReportOptions) -> [UInt8] {
    let counts = ReportCounts(report)
    var lines = counts.new.map { line(for: $0, options) }
    for notification in report.notifications where !options.quiet || notification.level > .note {
      let place = notification.path.map { options.shownRoot + $0 + ":1:1" } ?? "proviso"
      lines.append("\(place): \(notification.level.rawValue): \(notification.message)")
    }
    lines.append("proviso: \(counts.headline)\(counts.remainder)")
    return Array(lines.map { Sanitizer.inert($0) + "\n" }.joined().utf8)
  }

  private static func line(for finding: Finding, _ options: ReportOptions) -> String {
    let place = finding.location.map { "\(options.shownRoot)\($0.path):\($0.line):\($0.column)" } ?? "proviso"
    return "\(place): \(finding.level.rawValue): \(finding.wordsWithFix) [\(finding.rule)]"
  }
}
