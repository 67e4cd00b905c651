import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL303, revenue threshold exceeded")
struct RevenueThresholdExceededTests {
  private static let stability = ResolvedModel.hub("stabilityai/stable-diffusion-3.5-large", .stability)
  private static let ltx = ResolvedModel.hub("Lightricks/LTX-2.5", .ltx)
  private static let kimi = ResolvedModel.hub("moonshotai/Kimi-K2", .kimi)

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
      Subject(model: kimi, facts: .stating("product_monthly_revenue=20000001")),
      "violated warning kimi-k2-modified-mit paragraph 4"),
    RuleCase(
      "satisfied: Stability at exactly a million", Subject(model: stability, facts: .stating("annual_revenue=1000000")),
      "satisfied"),
    RuleCase(
      "satisfied: LTX-2 just below, in commercial use",
      Subject(model: ltx, facts: .stating("annual_revenue=9999999", "commercial=true")), "satisfied"),
    RuleCase(
      "satisfied: LTX-2 for non-commercial use, whatever the revenue",
      Subject(model: ltx, facts: .stating("annual_revenue=90000000", "commercial=false")), "satisfied"),
    RuleCase(
      "satisfied: LTX-2 for non-commercial use, revenue unknown",
      Subject(model: ltx, facts: .stating("commercial=false")), "satisfied"),
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
    RuleCase("undetermined: both facts of LTX-2", Subject(model: ltx), "undetermined annual_revenue, commercial"),
    RuleCase(
      "undetermined: euros are not converted", Subject(model: stability, facts: .stating("annual_revenue=5 EUR")),
      "undetermined annual_revenue"),
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
        "The policy states 10,000,000 USD of revenue a year (proviso.yaml:5), and the LTX-2.x Community License Agreement (clause 2.1; 2.2) draws a line at 10,000,000 USD of revenue a year or more, affiliates included: from there on, the license leaves non-commercial use only. That concerns Lightricks/LTX-2.5."
      ])
    #expect(
      messages(rule, Subject(model: Self.stability, facts: facts)) == [
        "The policy states 10,000,000 USD of revenue a year (proviso.yaml:5), and the Stability AI Community License Agreement (clause III) draws a line at more than 1,000,000 USD of revenue a year, affiliates included: above it, the license ends. That concerns stabilityai/stable-diffusion-3.5-large."
      ])
    #expect(
      questions(rule, Subject(model: Self.stability, facts: .stating("annual_revenue=5 EUR"))) == [
        "the Stability AI Community License Agreement (clause III) draws a line at more than 1,000,000 USD of revenue a year, affiliates included, and the policy gives EUR, which is not converted"
      ])
    #expect(
      questions(rule, Subject(model: Self.ltx, facts: .stating("annual_revenue=10000000"))).first?.hasPrefix(
        "the policy states 10,000,000 USD") == true)
  }
}
