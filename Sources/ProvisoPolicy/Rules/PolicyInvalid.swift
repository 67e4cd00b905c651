internal import ProvisoCore

/// AIL901: the policy file is not valid. The loader finds it; a run with such a policy evaluates nothing.
struct PolicyInvalid: Rule {
  let description = RuleDescription(
    id: "AIL901", name: "policy-invalid", title: "Policy file invalid",
    summary:
      "The policy has a mistake: a key that does not exist, a value of the wrong kind, a name that nothing answers to. Nothing is evaluated until it is mended.",
    help: """
      A policy with a mistake is not half applied: a misspelt key would silently allow what it was written to forbid. Each mistake is told with file, line and column, and what to write \
      instead; `proviso policy validate` finds them all.

      **Fix**: what the message says.

      Violation: `on_mising_fact: deny`

      Cure: `on_missing_fact: deny`
      """,
    level: .error)
}
