import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL308, competitor clause")
struct CompetitorClauseTests {
  private static let barring = License.restricting("barring", policy: "attached", restrictions: ["competing-models"])

  static let cases = [
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
}
