import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL306, use case or industry restricted")
struct RestrictedUseTests {
  private static let rail = License.restricting(
    "rail", policy: "attached", restrictions: ["military", "medical-advice", "competing-models"])

  static let cases = [
    RuleCase("violated: a use", .used(rail, .stating("uses=medical-advice")), "violated warning rail 5"),
    RuleCase("violated: an industry", .used(rail, .stating("industries=military")), "violated warning rail 5"),
    RuleCase(
      "violated: by way of the base", .weights(.apache, .stating("uses=military"), base: base("acme/b", rail)),
      "violated warning rail 5"),
    RuleCase("violated: `check`, too", .check(rail, .stating("uses=military")), "violated warning rail 5"),
    RuleCase(
      "violated: an industry that falls under a use", .used(rail, .stating("industries=health")),
      "violated warning rail 5"),
    RuleCase(
      "violated: a body under public law",
      .used(
        License.restricting("aleph", policy: "attached", restrictions: ["public-administration"]),
        .stating("industries=public-sector")), "violated warning aleph 5"),
    RuleCase(
      "violated: medicine is a profession that may not be practised without a license",
      .used(
        License.restricting("llama", policy: "attached", restrictions: ["unlicensed-professional-practice"]),
        .stating("uses=medical-advice")), "violated warning llama 5"),
    RuleCase("satisfied: what nobody bars by itself", .used(rail, .stating("uses=customer-chat,finance")), "satisfied"),
    RuleCase("satisfied: another use", .used(rail, .stating("uses=gambling")), "satisfied"),
    RuleCase("satisfied: nothing is stated", .used(rail), "satisfied"),
    RuleCase(
      "satisfied: AIL308 speaks of competing models", .used(rail, .stating("uses=competing-models")), "satisfied"),
    RuleCase("not applicable: no use is named", .used(.apache, .stating("uses=military")), "not applicable"),
    RuleCase(
      "undetermined: the policy says that it is open", .used(rail, .stating("uses=unknown")), "undetermined uses"),
  ]

  @Test("holds stated uses against the license", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(RestrictedUse(), example.subject) == example.verdicts)
  }

  @Test("names the uses, the line that states them and the clause")
  func wording() {
    #expect(
      messages(RestrictedUse(), .used(Self.rail, .stating("uses=military,medical-advice"))) == [
        "The policy states military and medical-advice (proviso.yaml:5), and the rail (clause 5) bars or limits that for acme/model."
      ])
  }
}
