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
    RuleCase(
      "violated, as a warning: commercial users have to register", .used(.stability, .stating("commercial=true")),
      "violated warning stabilityai-ai-community III"),
    RuleCase(
      "violated, as a warning: so have those of a model made from it",
      Subject(
        model: .hub("acme/tune", .mit, bases: [base("stabilityai/sd", .stability)]),
        references: [reference("app.py")], facts: .stating("commercial=true", "annual_revenue=5")),
      "violated warning stabilityai-ai-community III"),
    RuleCase(
      "satisfied: an agreement says who has registered", covered(.used(.stability, .stating("commercial=true"))),
      "satisfied"),
    RuleCase(
      "satisfied: nothing commercial, so nobody registers", .used(.stability, .stating("commercial=false")), "satisfied"
    ),
    RuleCase(
      "not applicable: above the line to register is not enough",
      .used(.stability, .stating("commercial=true", "annual_revenue=1000001")), "not applicable"),
    RuleCase("undetermined: nobody says whether it is commercial", .used(.stability), "undetermined commercial"),
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

  @Test("says who asks for registration, and where the policy answers")
  func registration() {
    let found = violations(GatedModel().evaluate(.used(.stability, .stating("commercial=true"))))
    #expect(
      found.map(\.message) == [
        "acme/model is in commercial use (proviso.yaml:5), and the Stability AI Community License Agreement (clause III) asks for registration with the publisher before that; the policy names no agreement."
      ])
    #expect(found.first?.fix.contains("`lifts: access`") == true)
  }

  private static func registering(_ opens: Terms.Applicability? = nil) -> License {
    var license = License.yi
    license.terms.registration = Term(true, clause: "2")
    license.terms.registrationAppliesTo = .commercialUse
    license.terms.registrationOpens = opens
    return license
  }

  @Test("says that a registration is the condition of commercial use, where AIL301 then is silent")
  func onlyCondition() {
    let facts = Facts.stating("commercial=true")
    for (opens, lifts) in [(nil, "commercial"), (.commercialUse, "access")] as [(Terms.Applicability?, String)] {
      let subject = Subject.used(Self.registering(opens), facts)
      #expect(verdicts(GatedModel(), subject) == ["violated warning yi-license-2.1 2"])
      #expect(violations(GatedModel().evaluate(subject)).first?.fix.contains("`lifts: \(lifts)`") == true)
      #expect(verdicts(NonCommercialInCommercialUse(), subject) == ["not applicable"])
    }
    #expect(
      verdicts(NonCommercialInCommercialUse(), .used(Self.registering(), facts, scope: .test)).first?.hasPrefix(
        "violated warning") == true)
  }
}
