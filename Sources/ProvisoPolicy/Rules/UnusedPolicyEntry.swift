internal import ProvisoCore

/// AIL903: a waiver, correction or agreement does nothing.
struct UnusedPolicyEntry: Rule {
  let description = RuleDescription(
    id: "AIL903", name: "unused-policy-entry", title: "Waiver, correction or agreement unused",
    summary:
      "A waiver, be it a comment, silences no finding or none that another does not, a correction or an agreement is of no model in the tree, a waiver or an agreement begins on a later day, or the text that a correction was bound to has changed.",
    help: """
      What does nothing today can silence something tomorrow that nobody has looked at. A correction that was bound to a text does not count once the text is another one: that is a \
      warning, since the license is open again. So is a waiver (`created`) or an agreement (`from`) of a day that is yet to come: nothing is silenced before it was given.

      **Fix**: remove the entry; for a text that has changed, read it and write the new hash.

      Violation: a waiver for a model that is no longer used.

      Cure: no waiver.
      """,
    level: .note)

  package func evaluate(_ use: PolicyUse) -> [Outcome] {
    use.entries.compactMap { entry in
      switch entry.state {
      case .unused:
        return .violated(Violation(.unused(entry), fix: "Remove it.", location: entry.location))
      case .ofNoRule:
        return .violated(
          Violation(
            .ofNoRule(entry), fix: "Name the rule of the finding that it is to silence.", level: .warning,
            location: entry.location))
      case .void(let reason):
        return .violated(
          Violation(
            "\(entry.words) does not count: \(reason).",
            fix: """
              Read the text again, then write its hash and the license that it states. For terms that are no known license, \
              describe one of your own under `licenses`.
              """,
            level: .warning,
            location: entry.location))
      case .double(let others):
        return .violated(Violation(.double(entry, others), fix: "Remove one of them.", location: entry.location))
      case .early(let day, let isNeeded):
        return .violated(
          Violation(
            .early(entry, day), fix: "Mend what it is to silence, or wait for the day that it names.",
            level: isNeeded ? .warning : .note, location: entry.location))
      case .used, .expired, .refused: return nil
      }
    }
  }
}

extension String {
  fileprivate static func early(_ entry: PolicyUse.Entry, _ day: CalendarDate) -> String {
    "\(entry.words) begins on \(day), after the day of the run, and does not count yet."
  }

  fileprivate static func double(_ entry: PolicyUse.Entry, _ others: [String]) -> String {
    "\(entry.words) silences nothing that \(Wording.list(others)) does not silence already."
  }

  fileprivate static func ofNoRule(_ entry: PolicyUse.Entry) -> String {
    let hint = Suggestion.hint(for: entry.name, among: RuleList.descriptions.map(\.id))
    return "\(entry.words) silences nothing: there is no such rule\(hint.map { ", \($0)" } ?? ".")"
  }

  fileprivate static func unused(_ entry: PolicyUse.Entry) -> String {
    switch entry.kind {
    case .waiver: "\(entry.words) matches no finding."
    case .correction: "\(entry.words) is of no model in the tree."
    case .agreement: "\(entry.words) covers no model in the tree."
    case .comment: "\(entry.words) is on a line that has no such finding."
    }
  }
}
