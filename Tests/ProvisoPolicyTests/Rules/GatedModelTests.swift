import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL006, gated model")
struct GatedModelTests {
  private static func gated(_ subject: Subject, at location: Location? = nil) -> Subject {
    var subject = subject
    subject.model.gate = Gate(evidence: "the hub asked for it", location: location)
    return subject
  }

  private static func covered(_ subject: Subject) -> Subject {
    var subject = subject
    subject.agreement = PolicyOrigin(path: "proviso.yaml", line: 7)
    return subject
  }

  static let cases = [
    RuleCase("violated: the hub is known to ask", gated(.used(.llama31)), "violated note llama3.1"),
    RuleCase("violated: a card of the tree asks", gated(.weights(.apache)), "violated note apache-2.0"),
    RuleCase("violated: `check`, too", gated(.check(.llama31)), "violated note llama3.1"),
    RuleCase("satisfied: an agreement covers it", covered(gated(.used(.llama31))), "satisfied"),
    RuleCase("not applicable: anybody can have it", .used(.llama31), "not applicable"),
    RuleCase("not applicable: met in tests only", gated(.used(.llama31, scope: .test)), "not applicable"),
  ]

  @Test("tells of terms that have to be accepted", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(GatedModel(), example.subject) == example.verdicts)
  }

  @Test("stands on the line of the card, and says who asks")
  func wording() {
    let card = Location(path: "README.md", line: 4)
    let violation = violations(GatedModel().evaluate(Self.gated(.weights(.apache), at: card))).first
    #expect(violation?.location == card)
    #expect(violation?.message == "Whoever wants models/a has to accept terms first: the hub asked for it.")
    #expect(
      messages(GatedModel(), Self.gated(.used(.llama31))) == [
        "acme/model is handed out only to those who have accepted terms: the hub asked for it."
      ])
  }
}
