import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL311, unilateral change or remote restriction")
struct UnilateralChangeTests {
  private static func changing(_ value: Bool?, _ category: LicenseCategory = .community) -> License {
    .fixture("changing", "Changing License", category) { $0.publisherMayChange = Term(value, clause: "7") }
  }

  static let cases = [
    RuleCase("violated: the publisher may", .used(changing(true)), "violated note changing 7"),
    RuleCase(
      "violated: the base's publisher may", .weights(.apache, base: base("acme/b", changing(true))),
      "violated note changing 7"),
    RuleCase("violated: `check`, too", .check(changing(true)), "violated note changing 7"),
    RuleCase("satisfied: the publisher may not", .used(changing(false)), "satisfied"),
    RuleCase("satisfied: the text is silent", .used(changing(nil)), "satisfied"),
    RuleCase("satisfied: later versions of a free license bind nobody", .used(changing(true, .copyleft)), "satisfied"),
    RuleCase("not applicable: no terms on file", Subject(model: .hub("acme/m")), "not applicable"),
    RuleCase("not applicable: met in tests only", .used(changing(true), scope: .test), "not applicable"),
  ]

  @Test("finds licenses that can change", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(UnilateralChange(), example.subject) == example.verdicts)
  }
}
