import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL103, permissive base relicensed, notices lost")
struct NoticesLostTests {
  private static let mit = base("microsoft/phi-4", .mit, .quantized)
  private static let published = [reference("README.md", role: .published)]
  private static let bundled = [reference("m/a.gguf", role: .bundled)]

  private static let ofWhole = License.fixture("whole", "Whole License", .permissive) {
    $0.licenseCopy = Term(true, clause: "2")
    $0.licenseCopyAppliesTo = .unmodifiedCopies
  }

  static let cases = [
    RuleCase(
      "violated, as a warning: it is published",
      Subject(model: .folder(".", .apache, bases: [mit]), references: published), "violated warning mit paragraph 2"),
    RuleCase(
      "violated: nothing says whether it is distributed",
      Subject(model: .folder("m", .apache, bases: [mit]), references: bundled), "violated note mit paragraph 2"),
    RuleCase(
      "violated for each license",
      Subject(
        model: .folder(".", .llama31, bases: [mit, base("acme/b", .apache), base("acme/c", .mit)]),
        references: published),
      "violated warning mit paragraph 2", "violated warning apache-2.0 4(a)"),
    RuleCase(
      "violated: a case of a policy's tests gives what it was made from",
      Subject(
        model: .hub("example/model", .apache, bases: [mit]).calledOwn, facts: .stating("distributes_weights=true"),
        mode: .check), "violated warning mit paragraph 2"),
    RuleCase(
      "not applicable: the base's text is asked of unmodified copies alone",
      Subject(model: .folder(".", .mit, bases: [base("a/b", ofWhole)]), references: published), "not applicable"),
    RuleCase(
      "satisfied: the base's text lies beside the weights",
      Subject(model: .folder(".", .apache, bases: [mit]).with(texts: "apache-2.0", "mit"), references: published),
      "satisfied"),
    RuleCase(
      "satisfied: the base's text lies elsewhere in the tree",
      Subject(
        model: .folder(".", .apache, bases: [mit]), references: published,
        evidence: .found((.licenseCopy, "mit", .notice))), "satisfied"),
    RuleCase(
      "not applicable: the base's license is declared",
      Subject(model: .folder(".", .mit, bases: [mit]), references: published), "not applicable"),
    RuleCase(
      "not applicable: a restricted base is AIL102's",
      Subject(model: .folder(".", .apache, bases: [base("a/b", .llama31)]), references: published), "not applicable"),
    RuleCase(
      "not applicable: somebody else's repository cannot be looked into",
      Subject(model: .hub("acme/tune", .apache, bases: [mit]), references: [reference("app.py")]), "not applicable"),
    RuleCase(
      "not applicable: our own, and it stays here",
      Subject(
        model: .folder("m", .apache, bases: [mit]), references: bundled,
        facts: .stating("distributes_weights=false", "distributes_product=false")), "not applicable"),
  ]

  @Test("finds labels that drop the base's notices", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(NoticesLost(), example.subject) == example.verdicts)
  }
}
