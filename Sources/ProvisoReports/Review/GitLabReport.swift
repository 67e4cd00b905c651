import ProvisoCore

/// GitLab's code quality report: an array of issues, empty where there is nothing. GitLab compares it with the target branch's
/// itself, so what a baseline has is in it too.
enum GitLabReport {
  static func document(_ report: ScanReport) -> JSONValue {
    let paths = ReviewPaths(report)
    let findings = ReportCounts(report).active
    // Of issues with equal fingerprints GitLab keeps the last only.
    var uses: [String: Int] = [:]
    let numbers = findings.map { finding in
      uses[finding.fingerprint, default: 0] += 1
      return uses[finding.fingerprint] ?? 1
    }
    return .series(findings.count) { index in
      issue(findings[index], paths, suffix: numbers[index] == 1 ? "" : "-\(numbers[index])")
    }
  }

  private static func issue(_ finding: Finding, _ paths: ReviewPaths, suffix: String) -> JSONValue {
    let place = paths.place(of: finding)
    return [
      "description": .string(Sanitizer.visible(finding.wordsWithFix)),
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
