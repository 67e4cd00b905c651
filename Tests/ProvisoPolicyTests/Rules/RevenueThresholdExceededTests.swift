import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL303, revenue threshold exceeded")
struct RevenueThresholdExceededTests {
  private static let stability = ResolvedModel.hub("stabilityai/stable-diffusion-3.5-large", .stability)
  private static let ltx = ResolvedModel.hub("Lightricks/LTX-2.5", .ltx)
  private static let kimi = ResolvedModel.hub("moonshotai/Kimi-K2", .kimi)
  private static let minimax = ResolvedModel.hub("MiniMaxAI/MiniMax-M2", .minimax)
  private static let closed = ["commercial=false", "serves_over_network=false", "distributes_product=false"]

  static let cases = [
    RuleCase(
      "violated: Stability above a million", Subject(model: stability, facts: .stating("annual_revenue=1000001")),
      "violated error stabilityai-ai-community III"),
    RuleCase(
      "violated: LTX-2 in commercial use",
      Subject(model: ltx, facts: .stating("annual_revenue=10000000", "commercial=true")),
      "violated error ltx-2-community 2.1; 2.2"),
    RuleCase(
      "violated, as a warning: Kimi asks for a display only",
      Subject(model: kimi, facts: .stating("product_monthly_revenue=20000001", "commercial=true")),
      "violated warning kimi-k2-modified-mit paragraph 4"),
    RuleCase(
      "violated, as a warning: MiniMax-M2's product earns more than thirty million in twelve such months",
      Subject(model: minimax, facts: .stating("product_monthly_revenue=2500001", "commercial=true")),
      "violated warning minimax-m2-modified-mit paragraph 4"),
    RuleCase(
      "violated: LTX-2 serves end users above the line, without commerce",
      Subject(
        model: ltx, facts: .stating("annual_revenue=90000000", "commercial=false", "serves_over_network=true")),
      "violated error ltx-2-community 2.1; 2.2"),
    RuleCase(
      "satisfied: Stability at exactly a million", Subject(model: stability, facts: .stating("annual_revenue=1000000")),
      "satisfied"),
    RuleCase(
      "satisfied: LTX-2 just below, in commercial use",
      Subject(model: ltx, facts: .stating("annual_revenue=9999999", "commercial=true")), "satisfied"),
    RuleCase(
      "satisfied: LTX-2 for non-commercial use that reaches nobody, whatever the revenue",
      Subject(model: ltx, facts: .stating(closed + ["annual_revenue=90000000"])), "satisfied"),
    RuleCase(
      "satisfied: LTX-2 for non-commercial use that reaches nobody, revenue unknown",
      Subject(model: ltx, facts: .stating(closed)), "satisfied"),
    RuleCase(
      "satisfied: what Kimi asks for above its line is shown",
      .used(
        .kimi, .stating("product_monthly_revenue=20000001", "commercial=true"),
        found: .found((.display, "Kimi K2", .interface))), "satisfied"),
    RuleCase(
      "satisfied: MiniMax-M2's product earns less",
      Subject(
        model: minimax,
        facts: .stating("product_monthly_revenue=2500000", "annual_revenue=900000000", "commercial=true")),
      "satisfied"),
    RuleCase(
      "satisfied: the whole organization earns less than MiniMax-M2 means of a product",
      Subject(model: minimax, facts: .stating("annual_revenue=30000000", "commercial=true")), "satisfied"),
    RuleCase(
      "satisfied: MiniMax-M2 in use that is not commercial",
      Subject(model: minimax, facts: .stating("product_monthly_revenue=90000000", "commercial=false")), "satisfied"),
    RuleCase(
      "not applicable: no threshold",
      Subject(model: .hub("acme/m", .apache), facts: .stating("annual_revenue=90000000")), "not applicable"),
    RuleCase(
      "not applicable: users are AIL302's",
      Subject(model: .hub("acme/m", .llama31), facts: .stating("annual_revenue=90000000")), "not applicable"),
    RuleCase("undetermined: nobody says", Subject(model: stability), "undetermined annual_revenue"),
    RuleCase(
      "undetermined: above LTX-2's line, and nobody says whether the use is commercial",
      Subject(model: ltx, facts: .stating("annual_revenue=90000000")), "undetermined commercial"),
    RuleCase(
      "undetermined: whether LTX-2 reaches end users, without commerce",
      Subject(model: ltx, facts: .stating("annual_revenue=90000000", "commercial=false", "distributes_product=false")),
      "undetermined serves_over_network"),
    RuleCase(
      "undetermined: what MiniMax-M2's product earns of what the organization does",
      Subject(model: minimax, facts: .stating("annual_revenue=900000000", "commercial=true")),
      "undetermined product_monthly_revenue"),
    RuleCase("undetermined: both facts of LTX-2", Subject(model: ltx), "undetermined annual_revenue, commercial"),
    RuleCase(
      "undetermined: yen are not converted", Subject(model: stability, facts: .stating("annual_revenue=5 JPY")),
      "undetermined annual_revenue"),
    RuleCase(
      "satisfied: few euros at any rate", Subject(model: stability, facts: .stating("annual_revenue=90000 EUR")),
      "satisfied"),
    RuleCase(
      "violated: more pounds than any rate would bring below",
      Subject(model: stability, facts: .stating("annual_revenue=40000000 GBP")),
      "violated error stabilityai-ai-community III"),
  ]

  @Test("holds revenue against the license", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(RevenueThresholdExceeded(), example.subject) == example.verdicts)
  }

  @Test("says which amount, at the line or above it, and what the license says happens")
  func wording() {
    let rule = RevenueThresholdExceeded()
    let facts = Facts.stating("annual_revenue=10000000", "commercial=true")
    #expect(
      messages(rule, Subject(model: Self.ltx, facts: facts)) == [
        "The policy states 10,000,000 USD of revenue a year (proviso.yaml:5), and the LTX-2.x Community License Agreement (clause 2.1; 2.2) draws a line at 10,000,000 USD of revenue a year or more, affiliates included, for use that is commercial or reaches end users: from there on, the license leaves non-commercial use only. That concerns Lightricks/LTX-2.5."
      ])
    #expect(
      messages(rule, Subject(model: Self.stability, facts: facts)) == [
        "The policy states 10,000,000 USD of revenue a year (proviso.yaml:5), and the Stability AI Community License Agreement (clause III) draws a line at more than 1,000,000 USD of revenue a year, affiliates included: above it, the license ends. That concerns stabilityai/stable-diffusion-3.5-large."
      ])
    let minimax = Facts.stating("product_monthly_revenue=3000000", "commercial=true")
    #expect(
      messages(rule, Subject(model: Self.minimax, facts: minimax)) == [
        "The policy states 3,000,000 USD of revenue of one product a month, 36,000,000 in twelve of them (proviso.yaml:5), and the Modified MIT License (MiniMax-M2) (paragraph 4) draws a line at more than 30,000,000 USD of revenue a year of the product, for commercial use: above it, the license requires a display. That concerns MiniMaxAI/MiniMax-M2."
      ])
    #expect(
      questions(rule, Subject(model: Self.stability, facts: .stating("annual_revenue=5 JPY"))) == [
        "the Stability AI Community License Agreement (clause III) draws a line at more than 1,000,000 USD of revenue a year, affiliates included, and the policy gives JPY, which is not converted"
      ])
    #expect(
      questions(rule, Subject(model: Self.ltx, facts: .stating("annual_revenue=10000000"))).first?.hasPrefix(
        "the policy states 10,000,000 USD") == true)
  }
}
