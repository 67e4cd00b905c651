import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL501, unpinned revision")
struct UnpinnedRevisionTests {
  private static let commit = Revision(written: String(repeating: "0123456789", count: 4))

  private static func subject(_ references: ModelReference...) -> Subject {
    Subject(model: .hub("deepseek-ai/DeepSeek-V3", .mit), references: references)
  }

  static let cases = [
    RuleCase("violated: no revision", subject(reference("a.py", revision: .unpinned)), "violated warning mit"),
    RuleCase("violated: a branch", subject(reference("a.py", revision: .named("main"))), "violated warning mit"),
    RuleCase(
      "violated: one of two",
      subject(reference("a.py", revision: commit), reference("a.py", line: 2, revision: .unpinned)),
      "violated warning mit"),
    RuleCase(
      "violated, as a note: in tests", subject(reference("t.py", revision: .unpinned, scope: .test)),
      "violated note mit"),
    RuleCase(
      "violated: continuous integration is no test", subject(reference("ci.yml", revision: .unpinned, scope: .ci)),
      "violated warning mit"),
    RuleCase("satisfied: a commit", subject(reference("a.py", revision: commit)), "satisfied"),
    RuleCase("satisfied: a place without revisions", subject(reference("a.py")), "satisfied"),
    RuleCase(
      "satisfied: the manifest of a derivative loads nothing",
      subject(reference("README.md", role: .base, revision: .unpinned, derivative: ".")), "satisfied"),
    RuleCase("not applicable: no place at all", subject(), "not applicable"),
  ]

  @Test("finds loads without a commit", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(UnpinnedRevision(), example.subject) == example.verdicts)
  }

  @Test("begins with the model's name in its own spelling, and counts the places")
  func wording() {
    #expect(
      messages(UnpinnedRevision(), Self.subject(reference("a.py", revision: .named("main")))) == [
        "deepseek-ai/DeepSeek-V3 is loaded at \"main\", which is no commit and can move."
      ])
    let twice = Self.subject(reference("a.py", revision: .unpinned), reference("a.py", line: 9, revision: .unpinned))
    #expect(
      messages(UnpinnedRevision(), twice) == [
        "deepseek-ai/DeepSeek-V3 is loaded without a revision, 2 times in this file."
      ])
    #expect(violations(UnpinnedRevision().evaluate(twice)).first?.related.map(\.location.line) == [9])
  }
}
