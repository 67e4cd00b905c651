internal import ProvisoCore

/// AIL904: a waiver does not hold, since the policy does not let it.
struct WaiverNotAllowed: Rule {
  let description = RuleDescription(
    id: "AIL904", name: "waiver-not-allowed", title: "Waiver not allowed",
    summary:
      "A waiver does not hold: its rule is not waivable, it runs too long, it lacks what `waiver_policy` asks for, or it stands in a comment where the policy forbids that. What it was to silence is reported.",
    help: """
      `waivable: false` and `waiver_policy` say which waivers hold, also in policies that extend the one that says so.

      **Fix**: give the waiver what it lacks, or mend what it was to silence.

      Violation: `{rule: AIL301, …}` with `rules: {AIL301: {waivable: false}}`

      Cure: no waiver for AIL301.
      """,
    level: .error)

  package func evaluate(_ use: PolicyUse) -> [Outcome] {
    use.entries.compactMap { entry in
      guard case .refused(let reason, let location) = entry.state else { return nil }
      return .violated(
        Violation(
          "\(entry.words) does not hold: \(reason).", fix: "Give it what it lacks, or mend what it was to silence.",
          location: location ?? entry.location))
    }
  }
}
