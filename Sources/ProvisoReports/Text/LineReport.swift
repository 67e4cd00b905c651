import ProvisoCore

/// One line for each finding and notification, `path:line:column: level: message`, as compilers write them and editors,
/// Xcode among them, make links of them.
enum LineReport {
  static func write(_ report: ScanReport, options: ReportOptions, to take: @escaping ([UInt8]) -> Void) {
    let counts = ReportCounts(report)
    var output = PieceWriter(to: take)
    func write(_ line: String) { output.write(Sanitizer.inert(line) + "\n") }
    for finding in counts.new { write(line(for: finding, options)) }
    for notification in report.notifications where !options.quiet || notification.level > .note {
      let place = notification.path.map { options.shownRoot + $0 + ":1:1" } ?? "proviso"
      write("\(place): \(notification.level.rawValue): \(notification.message)")
    }
    write("proviso: \(counts.headline)\(counts.remainder)")
    output.flush()
  }

  private static func line(for finding: Finding, _ options: ReportOptions) -> String {
    let place = finding.location.map { "\(options.shownRoot)\($0.path):\($0.line):\($0.column)" } ?? "proviso"
    return "\(place): \(finding.level.rawValue): \(finding.wordsWithFix) [\(finding.rule)]"
  }
}
