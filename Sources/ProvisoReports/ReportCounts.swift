import ProvisoCore

/// What a report counts: findings that nothing waives and that are still there.
struct ReportCounts {
  /// Findings that no waiver covers and that are not merely remembered from a baseline.
  let active: [Finding]
  let waived: Int
  /// Active findings that the baseline already had.
  let unchanged: Int
  /// Findings of the baseline that are gone.
  let absent: Int
  private let models: Int

  init(_ report: ScanReport) {
    // Mostly all are: a copy of some 10,000 findings takes megabytes.
    let areActive = report.findings.allSatisfy(\.isActive)
    active = areActive ? report.findings : report.findings.filter(\.isActive)
    waived = report.findings.count { $0.waiver != nil && $0.status != .absent }
    unchanged = active.count { $0.status == .unchanged }
    absent = report.findings.count { $0.status == .absent }
    models = report.models.count
  }

  /// The active findings that the baseline did not have.
  var new: [Finding] {
    active.allSatisfy { $0.status == .new } ? active : active.filter { $0.status == .new }
  }

  func count(of level: Level) -> Int {
    active.count { $0.level == level }
  }

  /// `1 error, 2 warnings in 3 models`.
  var headline: String {
    let levels = Level.allCases.sorted(by: >).compactMap { level in
      let count = count(of: level)
      return count == 0 ? nil : counted(count, level.rawValue)
    }
    let found = levels.isEmpty ? "No findings" : levels.joined(separator: ", ")
    return "\(found) in \(counted(models, "model"))"
  }

  /// What of the findings needs nothing done now: `, 2 waived, 1 of them in the baseline`; empty where there is nothing.
  var remainder: String {
    var text = ""
    if waived > 0 { text += ", \(waived) waived" }
    if unchanged > 0 { text += ", \(unchanged) of them in the baseline" }
    if absent > 0 { text += ", \(absent) gone since the baseline" }
    return text
  }
}

extension Finding {
  /// Whether it counts: nothing waives it and it is there.
  var isActive: Bool { waiver == nil && status != .absent }
}

/// `1 model`, `2 models`.
func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
