import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL310, missing fact decides the verdict")
struct MissingFactTests {
  private static let open = [
    Undetermined([.monthlyActiveUsers], license: "llama3.2", clause: "2", question: "the license draws a line"),
    Undetermined(
      [.headquarters, .monthlyActiveUsers], license: "llama3.2", clause: "u", question: "it leaves out the EU"),
    Undetermined([.monthlyActiveUsers], license: "llama3.1", clause: "2", question: "the license draws a line"),
  ]

  private func outcomes(_ verdict: Verdict, _ undetermined: [Undetermined]) -> [Violation] {
    let subject = Subject(model: .hub("acme/model", .llama32), onMissingFact: verdict)
    return violations(MissingFact().evaluate(subject, undetermined: undetermined))
  }

  @Test("violated: several open questions are one finding, each fact and question once")
  func several() {
    let found = outcomes(.review, Self.open)
    #expect(
      found.map(\.message) == [
        "What holds for acme/model hangs on monthly_active_users and headquarters, which the policy does not settle: the license draws a line; it leaves out the EU."
      ])
    #expect(
      found.map(\.fix) == ["State monthly_active_users and headquarters in the policy, or give them with `--fact`."])
    #expect(found.map(\.license) == ["llama3.2"])
    #expect(found.map(\.clause) == ["2"])
  }

  @Test(
    "counts what the policy says that it counts",
    arguments: [(Verdict.allow, [Level?]()), (.review, [nil]), (.deny, [.error])])
  func verdict(verdict: Verdict, levels: [Level?]) {
    #expect(outcomes(verdict, Self.open).map(\.level) == levels)
  }

  @Test("satisfied: nothing is open")
  func nothingOpen() {
    #expect(outcomes(.deny, []).isEmpty)
    #expect(verdicts(MissingFact(), Subject(model: .hub("acme/model", .llama32))) == [])
  }
}
