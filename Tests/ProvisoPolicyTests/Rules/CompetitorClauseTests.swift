import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL308, competitor clause")
struct CompetitorClauseTests {
  private static let barring = License.restricting("barring", policy: "attached", restrictions: ["competing-models"])

  private static let naver = License.fixture("naver", "Naver License", .community) {
    $0.competitorLicense = Term(true, clause: "4 (ii)")
  }

  static let cases = [
    RuleCase(
      "violated: competitors need a license of their own", .used(naver, .stating("trains_foundation_models=true")),
      "violated warning naver 4 (ii)"),
    RuleCase("satisfied: nobody competes", .used(naver, .stating("trains_foundation_models=false")), "satisfied"),
    RuleCase("undetermined: nobody says who competes", .used(naver), "undetermined trains_foundation_models"),
    RuleCase(
      "violated: foundation models are built", .used(barring, .stating("trains_foundation_models=true")),
      "violated warning barring 5"),
    RuleCase("satisfied: none are", .used(barring, .stating("trains_foundation_models=false")), "satisfied"),
    RuleCase(
      "not applicable: no such clause", .used(.apache, .stating("trains_foundation_models=true")), "not applicable"),
    RuleCase("undetermined: nothing is said", .used(barring), "undetermined trains_foundation_models"),
  ]

  @Test("holds the building of models against the license", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(CompetitorClause(), example.subject) == example.verdicts)
  }

  @Test("says who needs a license, and for what")
  func wording() {
    #expect(
      messages(CompetitorClause(), .used(Self.naver, .stating("trains_foundation_models=true"))) == [
        "The policy says that models are built or products offered that compete with the publisher's (proviso.yaml:5), and the Naver License (clause 4 (ii)) asks whoever does for a license of its own before any use of acme/model."
      ])
  }
}
