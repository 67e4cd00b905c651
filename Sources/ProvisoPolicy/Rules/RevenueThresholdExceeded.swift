internal import ProvisoCore

/// AIL303: more revenue than the license allows.
struct RevenueThresholdExceeded: Rule {
  let description = RuleDescription(
    id: "AIL303", name: "revenue-threshold-exceeded", title: "Revenue threshold exceeded",
    summary: "The license ends, or asks for more, above an amount of revenue, and the policy states a larger one.",
    help: """
      The Stability AI Community License covers organizations up to a yearly revenue; LTX-2's leaves non-commercial use above one, as long as it reaches no end users; the \
      modified MIT licenses of Kimi and MiniMax ask for a display, and mean what the commercial product earns, not the organization. Kimi K3's line of the year is drawn for who gives others access to models as a business \
      (`model_as_a_service`), and Datalab's counts what was raised (`total_funding`) as well. An amount in another currency than the license's \
      is not converted; it answers where a tenth of it and ten times as much would (dollars, euros, pounds, Swiss francs). A year's revenue with a date shows for \
      eighteen months that a line was not crossed. Of a month it shows that the line was not crossed where the whole year is below it, and that it was where twelve such months cannot add up to the year.

      **Fix**: get the publisher's commercial license, or choose a model without this limit.

      Violation: `--fact annual_revenue=5000000` with `stabilityai/stable-diffusion-3.5-large`.

      Cure: an agreement with the publisher, or another model.
      """,
    level: .error,
    facts: [
      "annual_revenue", "product_monthly_revenue", "total_funding", "commercial", "model_as_a_service",
      "serves_over_network", "distributes_product",
    ])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    ThresholdRule(metrics: [.annualRevenue, .monthlyRevenue, .totalFunding]).evaluate(subject)
  }
}
