internal import ProvisoCore

/// Marks findings that somebody answers for, and tells of waivers that do nothing.
struct WaiverDesk {
  private let policy: Policy
  private let today: CalendarDate
  private let mode: Subject.Mode
  private(set) var notifications: [Notification] = []

  init(policy: Policy, today: CalendarDate, mode: Subject.Mode = .scan) {
    self.policy = policy
    self.today = today
    self.mode = mode
  }

  mutating func apply(to findings: inout [Finding]) {
    for waiver in policy.waivers {
      let matching = findings.indices.filter { matches(waiver, findings[$0]) }
      if waiver.isExpired(on: today) {
        let end = matching.isEmpty ? ", and it matches no finding." : " and no longer counts."
        if mode == .scan || !matching.isEmpty {
          notify("Waiver \(waiver.id) (\(waiver.origin)) expired on \(waiver.expires)\(end)")
        }
      } else if matching.isEmpty {
        // Models that are looked up by name say nothing about waivers for others.
        if mode == .scan { notify("Waiver \(waiver.id) (\(waiver.origin)) matches no finding.") }
      } else {
        for index in matching { findings[index].waiver = waiver.id }
      }
    }
  }

  private func matches(_ waiver: Waiver, _ finding: Finding) -> Bool {
    guard waiver.rule == finding.rule, waiver.subject.model == finding.model?.id else { return false }
    if let license = waiver.subject.license, license != finding.license { return false }
    guard let paths = waiver.paths else { return true }
    return finding.location.map { paths.matches($0.path) } ?? false
  }

  private mutating func notify(_ message: String) {
    notifications.append(Notification(level: .warning, message: message, path: policy.path))
  }
}
