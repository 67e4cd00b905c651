internal import ProvisoCore

/// AIL601: the policy's own lists deny the model.
struct DeniedByPolicy: Rule {
  let description = RuleDescription(
    id: "AIL601", name: "denied-by-policy", title: "Denied by the policy",
    summary:
      "The lists of the policy deny the model: its license, a term of it, the state of what is known of it, or the model itself.",
    help: """
      Beside what the rules hold against the facts, an organization can say itself what it does not want: licenses by id, family or category, terms, models, or licenses that are \
      not known. What several lists say counts from the strictest: deny, then review, then allow. The finding names the line of the policy that decides. Data sets are held against the entries of the lists too, but not against `states` and `default`.

      **Fix**: choose a model that the policy allows, or ask whoever answers for the policy.

      Violation: a model under AGPL 3.0 with

      ```yaml
      verdicts:
        deny:
          - category: network-copyleft
      ```

      Cure: a model under Apache 2.0.
      """,
    level: .error)

  package func evaluate(_ subject: Subject) -> [Outcome] {
    VerdictTable.outcomes(of: subject, for: .deny)
  }

  package func evaluate(data subject: Subject) -> [Outcome] {
    VerdictTable.outcomes(of: subject, for: .deny)
  }
}

extension VerdictTable {
  /// What a rule makes of the lists where it speaks for one verdict.
  static func outcomes(of subject: Subject, for wanted: Verdict) -> [Outcome] {
    guard !subject.verdicts.entries.isEmpty || !subject.verdicts.states.isEmpty || subject.verdicts.fallback != nil
    else { return [.notApplicable] }
    return VerdictTable(subject).outcomes(for: wanted)
  }

  private func outcomes(for wanted: Verdict) -> [Outcome] {
    // The questions are one rule's to ask.
    let open = wanted == .deny ? questions.map(Outcome.undetermined) : []
    guard verdict == wanted else { return open.isEmpty ? [.satisfied] : open }
    return answers.map { .violated(violation($0)) } + open
  }

  private func violation(_ answer: Answer) -> Violation {
    let license = answer.license
    return Violation(
      answer.entry?.message.map { .own($0, subject.name, answer) } ?? .says(subject.name, answer),
      fix: answer.entry?.fix ?? .ask(answer.verdict, answer.origin),
      license: license?.license.id ?? subject.model.license.concluded,
      related: license?.edge == nil ? [] : Wording.lineage(of: subject.model))
  }
}

extension String {
  fileprivate static func says(_ model: String, _ answer: VerdictTable.Answer) -> String {
    let verb = answer.verdict == .deny ? "denies" : "asks for a review of"
    return "The policy (\(answer.origin)) \(verb) \(model): \(answer.because)."
  }

  fileprivate static func own(_ message: String, _ model: String, _ answer: VerdictTable.Answer) -> String {
    let message = message.hasSuffix(".") ? String(message.dropLast()) : message
    return "\(message): \(model), since \(answer.because) (\(answer.origin))."
  }

  fileprivate static func ask(_ verdict: Verdict, _ origin: PolicyOrigin) -> String {
    verdict == .deny
      ? "Choose a model that the policy allows, or ask whoever answers for \(origin.shownPath)."
      : "Have it reviewed by whoever answers for \(origin.shownPath), and record the answer there."
  }
}
