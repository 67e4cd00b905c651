internal import ProvisoCore

/// AIL902: a waiver or an agreement has ended.
struct WaiverExpired: Rule {
  let description = RuleDescription(
    id: "AIL902", name: "waiver-expired", title: "Waiver or agreement expired",
    summary:
      "A waiver or an agreement of the policy ended before the day of the scan. It no longer counts, and what it silenced is reported again.",
    help: """
      Waivers end so that somebody looks again. The last day is the one that `expires` or `until` names, in UTC; `--now` makes a run judge by another day.

      **Fix**: mend what was waived and remove the waiver, or have it renewed with a new date.

      Violation: `expires: 2026-01-31`, scanned on 2026-02-01.

      Cure: a new date, with whoever approved it.
      """,
    level: .warning)

  package func evaluate(_ use: PolicyUse) -> [Outcome] {
    use.entries.compactMap { entry in
      guard case .expired(let isNeeded) = entry.state, let day = entry.expires else { return nil }
      return .violated(
        Violation(
          .expired(entry.words, day, isNeeded),
          fix: isNeeded ? "Mend what it silenced, or have it renewed." : "Remove it.",
          location: entry.location))
    }
  }
}

extension String {
  fileprivate static func expired(_ entry: String, _ day: CalendarDate, _ isNeeded: Bool) -> String {
    "\(entry) expired on \(day)\(isNeeded ? " and no longer counts" : ", and it matches nothing")."
  }
}
