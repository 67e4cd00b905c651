internal import ProvisoCore

/// AIL302: more users than the license allows.
struct UserThresholdExceeded: Rule {
  let description = RuleDescription(
    id: "AIL302", name: "user-threshold-exceeded", title: "User threshold exceeded",
    summary:
      "The license ends, or asks for more, above a number of monthly active users, and the policy states a larger one.",
    help: """
      Thresholds are not one number. Llama's 700 million is tested once, for the month before the edition's release, over all products of the licensee and its \
      affiliates. Qwen's 100 million is tested as long as the model is used. Kimi's asks only for a display. Both are for commercial use only. \
      The message says which one it is.

      A number with a date shows that a line was not crossed in its month and the twelve after it, and, of two on one side of the line, in every month between. \
      Where only an older one is stated, AIL310 asks for the month that counts.

      **Fix**: ask the publisher for a license, or choose a model without this limit.

      Violation: `--fact monthly_active_users=800000000` with `meta-llama/Llama-3.1-8B-Instruct`.

      Cure: a number below, a history (`monthly_active_users: [{as_of: 2024-06, value: 3100000}]`) that was below when it counted, or another model.
      """,
    level: .error, facts: ["monthly_active_users", "product_monthly_active_users", "commercial"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    ThresholdRule(metrics: [.monthlyActiveUsers]).evaluate(subject)
  }
}
