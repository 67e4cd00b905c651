import ProvisoCore

/// GitLab's code quality report: an array of issues, empty where there is nothing. GitLab compares it with the target branch's
/// itself, so what a baseline has is in it too.
enum GitLabReport {
  static func render(_ report: ScanReport) -> [UInt8] {
    let paths = ReviewPaths(report)
    var uses: [String: Int] = [:]
    return JSONWriter.bytes(
      .array(ReportCounts(report).active) { finding in
        // Of issues with equal fingerprints GitLab keeps the last only.
        let number = (uses[finding.fingerprint] ?? 0) + 1
        uses[finding.fingerprint] = number
        return issue(finding, paths, suffix: number == 1 ? "" : "-\(number)")
      })
  }

  private static func issue(_ finding: Finding, _ paths: ReviewPaths, suffix: String) -> JSONValue {
    let place = paths.place(of: finding)
    return [
      "description": .string(finding.wordsWithFix),
      "check_name": .string("\(finding.rule) \(finding.name)"),
      "fingerprint": .string(finding.fingerprint + suffix),
      "severity": .string(severity(finding.shownLevel)),
      "location": ["path": .string(place.path), "lines": ["begin": .integer(max(place.line, 1))]],
    ]
  }

  private static func severity(_ level: Level) -> String {
    switch level {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
