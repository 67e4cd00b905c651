internal import ProvisoCore

/// Marks findings that somebody answers for, and tells of waivers that do nothing.
struct WaiverDesk {
  private let policy: Policy
  private let today: CalendarDate
  private(set) var notifications: [Notification] = []

  init(policy: Policy, today: CalendarDate) {
    self.policy = policy
    self.today = today
  }

  mutating func apply(to findings: inout [Finding]) {
    for waiver in policy.waivers {
      let matching = findings.indices.filter { matches(waiver, findings[$0]) }
      if waiver.isExpired(on: today) {
        if !matching.isEmpty {
          notify("Waiver \(waiver.id) (\(waiver.origin)) expired on \(waiver.expires) and no longer counts.")
        }
      } else if matching.isEmpty {
        notify("Waiver \(waiver.id) (\(waiver.origin)) matches no finding.")
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
