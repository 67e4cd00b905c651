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

  init(_ report: ScanReport) {
    active = report.findings.filter { $0.waiver == nil && $0.status != .absent }
    waived = report.findings.count { $0.waiver != nil && $0.status != .absent }
    unchanged = active.count { $0.status == .unchanged }
    absent = report.findings.count { $0.status == .absent }
  }

  func count(of level: Level) -> Int {
    active.count { $0.level == level }
  }
}
