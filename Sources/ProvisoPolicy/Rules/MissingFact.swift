internal import ProvisoCore

/// AIL310: the verdict hangs on facts that the policy does not state.
struct MissingFact: Rule {
  let description = RuleDescription(
    id: "AIL310", name: "missing-fact", title: "Missing fact decides the verdict",
    summary:
      "A license makes its terms depend on something about the organization that the policy does not state, so a rule could not decide.",
    help: """
      Nothing is assumed of you. Where a license draws a line at a number of users, a revenue, a region or a kind of use, the policy's facts decide; a fact that is not stated \
      leaves the question open.

      **Fix**: state the fact in the policy under `organization` or in a context, or with `--fact`. `on_missing_fact` sets what an open question is worth: `allow`, `review` (a note) or `deny` (an error).

      Violation: `meta-llama/Llama-3.1-8B-Instruct` with a policy that does not state `monthly_active_users`.

      Cure:

      ```yaml
      organization:
        monthly_active_users: 9400000
      ```
      """,
    level: .note)

  package func evaluate(_ subject: Subject, undetermined: [Undetermined]) -> [Outcome] {
    guard !undetermined.isEmpty, subject.onMissingFact != .allow else { return [] }
    let facts = undetermined.flatMap(\.facts).reduce(into: [FactName]()) { facts, fact in
      if !facts.contains(fact) { facts.append(fact) }
    }
    let questions = undetermined.map(\.question).reduce(into: [String]()) { questions, question in
      if !questions.contains(question) { questions.append(question) }
    }
    return [
      .violated(
        Violation(
          .undecided(subject.name, facts, questions),
          fix:
            "State \(Wording.list(facts.map(\.rawValue))) in the policy, or give \(facts.count == 1 ? "it" : "them") with `--fact`.",
          license: undetermined.first?.license, clause: undetermined.first?.clause,
          level: subject.onMissingFact == .deny ? .error : nil))
    ]
  }
}

extension String {
  fileprivate static func undecided(_ model: String, _ facts: [FactName], _ questions: [String]) -> String {
    "What holds for \(model) hangs on \(Wording.list(facts.map(\.rawValue))), which the policy does not settle: \(questions.joined(separator: "; "))."
  }
}
