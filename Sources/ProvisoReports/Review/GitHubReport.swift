import ProvisoCore

/// Annotations for GitHub Actions, as workflow commands. GitHub shows ten of a level for each step and drops the rest silently,
/// so no more are written, and what is missing is told.
enum GitHubReport {
  static let limit = 10

  static func render(_ report: ScanReport) -> [UInt8] {
    let counts = ReportCounts(report)
    let paths = ReviewPaths(report)
    var annotations: [Level: (first: [Annotation], count: Int)] = [:]
    func add(_ annotation: @autoclosure () -> Annotation, _ level: Level) {
      var all = annotations[level] ?? ([], 0)
      all.count += 1
      if all.first.count < limit { all.first.append(annotation()) }
      annotations[level] = all
    }
    for notification in report.notifications where notification.isIncomplete {
      add(Annotation(notification, paths), max(notification.level, .warning))
    }
    for finding in counts.new { add(Annotation(finding, paths), finding.shownLevel) }
    var lines: [String] = []
    var missing = 0
    for level in Level.allCases.sorted(by: >) {
      let all = annotations[level] ?? ([], 0)
      // The word about what is missing is a notice itself.
      let willMiss = missing > 0 || all.count > limit
      let shown = all.first.prefix(level == .note && willMiss ? limit - 1 : limit)
      missing += all.count - shown.count
      lines += shown.map { $0.command(level) }
    }
    if missing > 0 {
      lines.append(
        "::notice title=Proviso::\(counted(missing, "more annotation")) than GitHub shows for one step; "
          + "the other reports have all.")
    }
    lines.append("Proviso: \(counts.headline)\(counts.remainder)")
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private struct Annotation {
    var properties: [(String, String)]
    var message: String

    init(_ finding: Finding, _ paths: ReviewPaths) {
      let place = paths.place(of: finding)
      properties = [
        ("file", place.path), ("line", String(max(place.line, 1))), ("endLine", String(max(place.line, 1))),
      ]
      if place.endColumn > place.column {
        properties += [("col", String(place.column)), ("endColumn", String(place.endColumn))]
      }
      properties.append(("title", "\(finding.rule) \(finding.name)"))
      message = finding.wordsWithFix
    }

    init(_ notification: Notification, _ paths: ReviewPaths) {
      properties = notification.path.map { [("file", paths.path(Location(path: $0)))] } ?? []
      properties.append(("title", "The scan is incomplete"))
      message = notification.message
    }

    func command(_ level: Level) -> String {
      let name = level == .note ? "notice" : level.rawValue
      let list = properties.map { "\($0.0)=\(GitHubReport.escapedProperty($0.1))" }.joined(separator: ",")
      return "::\(name) \(list)::\(GitHubReport.escaped(message))"
    }
  }

  /// Line ends are spelled out before they could end the command.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in Sanitizer.inert(text).unicodeScalars {
      if scalar == "%" { result += "%25" } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  private static func escapedProperty(_ text: String) -> String {
    var result = ""
    for scalar in escaped(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
