import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL602, needs a review")
struct NeedsReviewTests {
  private static let llama = ResolvedModel.hub("meta-llama/Llama-3.1-8B", .llama31)
  private static let free = ResolvedModel.hub("acme/free", .apache)
  private static let permissive = VerdictEntry.entry(.allow) { $0.categories = [.permissive] }
  private static let abroad = VerdictEntry.entry(.review) {
    $0.families = ["llama"]
    $0.condition = FactCondition(.headquarters, is: .region("EU"))
  }

  static let cases = [
    RuleCase(
      "violated: on the list", .listed(llama, .entry(.review) { $0.families = ["llama"] }),
      "violated warning llama3.1"),
    RuleCase(
      "violated: something is allowed, and this is on no list", .listed(llama, permissive), "violated warning llama3.1"),
    RuleCase(
      "violated: a base that is on no list",
      .listed(.hub("acme/tune", .mit, bases: [base("meta-llama/x", .llama31)]), permissive),
      "violated warning llama3.1"),
    RuleCase(
      "violated: a license nobody knows is on no list", .listed(.hub("acme/none"), permissive), "violated warning"),
    RuleCase("violated: the state", .listed(.hub("acme/none"), states: [.absent: .review]), "violated warning"),
    RuleCase(
      "violated: a country of the union", .listed(llama, abroad, facts: .stating("headquarters=DE")),
      "violated warning llama3.1"),
    RuleCase("satisfied: on the list of what is allowed", .listed(free, permissive), "satisfied"),
    RuleCase(
      "satisfied: an entry for the model speaks for its licenses",
      .listed(llama, .entry(.allow) { $0.models = .paths("meta-llama/*") }), "satisfied"),
    RuleCase(
      "satisfied: what is on no list is allowed", .listed(llama, permissive, otherwise: .allow), "satisfied"),
    RuleCase(
      "satisfied: denied is told by AIL601",
      .listed(llama, abroad, otherwise: .deny, facts: .stating("headquarters=DE")),
      "violated warning llama3.1"),
    RuleCase(
      "satisfied: another country", .listed(llama, abroad, facts: .stating("headquarters=NO")), "satisfied"),
    RuleCase("not applicable: a policy without lists", Subject(model: llama), "not applicable"),
    RuleCase("undetermined is asked by AIL601", .listed(llama, abroad), "satisfied"),
  ]

  @Test("holds the model against the lists", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(NeedsReview(), example.subject) == example.verdicts)
  }

  @Test("leaves the question to AIL601, so that it is asked once")
  func question() {
    #expect(
      questions(DeniedByPolicy(), .listed(Self.llama, Self.abroad)) == [
        "the policy (proviso.yaml:9) says review where headquarters is EU, and its license llama3.1 is of the family llama"
      ])
  }

  @Test("says which line asks for it")
  func wording() {
    #expect(
      messages(NeedsReview(), .listed(Self.llama, Self.permissive)) == [
        "The policy (proviso.yaml:9) asks for a review of meta-llama/Llama-3.1-8B: its license llama3.1 is on no list."
      ])
  }
}
