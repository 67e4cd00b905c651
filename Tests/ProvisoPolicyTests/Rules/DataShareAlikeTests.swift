import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL113, data set is share-alike")
struct DataShareAlikeTests {
  static let cases: [RuleCase] = [
    RuleCase(
      "violated: an adaptation would stay under the same license",
      data(DataTerms(use: .any, isShareAlike: true, license: "cc-by-sa-4.0", clause: "3(b)(1)")),
      "violated note cc-by-sa-4.0 3(b)(1)"),
    RuleCase(
      "violated: one of several licenses is enough",
      data(DataTerms(use: .any, license: "mit"), DataTerms(use: .any, isShareAlike: true, license: "CC BY-SA 3.0")),
      "violated note CC BY-SA 3.0"),
    RuleCase(
      "not applicable: the license does not ask for itself", data(DataTerms(use: .any, license: "mit")),
      "not applicable"),
    RuleCase("not applicable: nothing is known", data(), "not applicable"),
  ]

  @Test("tells of licenses that ask for themselves", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(dataVerdicts(DataShareAlike(), example.subject) == example.verdicts)
  }
}
