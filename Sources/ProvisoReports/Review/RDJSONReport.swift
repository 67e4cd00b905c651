import ProvisoCore

/// The Reviewdog Diagnostic Format: columns in bytes of UTF-8, ends exclusive. Reviewdog itself shows what a change touches
/// only; messages become Markdown in comments of a pull request.
enum RDJSONReport {
  static func document(_ report: ScanReport) -> JSONValue {
    let paths = ReviewPaths(report)
    return [
      "source": ["name": "proviso", "url": .string(ProjectAddress.home)],
      "diagnostics": .lazyArray(ReportCounts(report).new) { diagnostic($0, paths) },
    ]
  }

  private static func diagnostic(_ finding: Finding, _ paths: ReviewPaths) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("message", .string(Markdown.inert(finding.wordsWithFix))),
      ("location", location(paths.place(of: finding))),
      ("severity", .string(severity(finding.shownLevel))),
      ("code", ["value": .string(finding.rule), "url": .string(ProjectAddress.rule(finding.rule))]),
    ]
    if !finding.related.isEmpty {
      let related = JSONValue.array(finding.related) { related in
        var place = related.location
        place.path = paths.path(place)
        return ["message": .string(Markdown.inert(related.message)), "location": location(place)]
      }
      members.append(("related_locations", related))
    }
    return .object(members)
  }

  private static func location(_ place: Location) -> JSONValue {
    let line = JSONValue.integer(max(place.line, 1))
    var start: [(String, JSONValue)] = [("line", line)]
    var range: [(String, JSONValue)] = [("start", .object(start))]
    if let columns = place.byteColumns {
      start.append(("column", .integer(columns.lowerBound)))
      range = [
        ("start", .object(start)), ("end", ["line": line, "column": .integer(columns.upperBound)]),
      ]
    }
    return ["path": .string(place.path), "range": .object(range)]
  }

  private static func severity(_ level: Level) -> String {
    switch level {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }
}
