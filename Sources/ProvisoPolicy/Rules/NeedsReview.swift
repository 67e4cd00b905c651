internal import ProvisoCore

/// AIL602: the policy's own lists ask for a review of the model.
struct NeedsReview: Rule {
  let description = RuleDescription(
    id: "AIL602", name: "needs-review", title: "Needs a review",
    summary:
      "The lists of the policy ask that somebody looks at the model: its license, a term of it, the state of what is known of it, or what is on no list.",
    help: """
      A policy that lists what it allows means that the rest is looked at first: what is on no list needs a review, unless `default` says otherwise. A list can also name what is to be reviewed.

      **Fix**: have it reviewed, then put the model or its license on a list, or give a waiver.

      Violation: a model under the Llama 3.1 license with

      ```yaml
      verdicts:
        allow:
          - category: [public-domain, permissive]
      ```

      Cure: `- license: llama3.1` under `allow`, once somebody has read it.
      """,
    level: .warning)

  package func evaluate(_ subject: Subject) -> [Outcome] {
    VerdictTable.outcomes(of: subject, for: .review)
  }

  package func evaluate(data subject: Subject) -> [Outcome] {
    VerdictTable.outcomes(of: subject, for: .review)
  }
}
