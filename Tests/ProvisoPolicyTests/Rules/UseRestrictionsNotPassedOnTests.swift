import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL206, use restrictions not flowed down")
struct UseRestrictionsNotPassedOnTests {
  private static let rail = License.restricting("rail", policy: "attached")
  private static let gemma = License.restricting("gemma-x", policy: "https://ai.example/policy")
  private static let commons: License = {
    var license = License.ccByNC
    license.terms.restrictionsFlowDown = Term(true, clause: "2(a)(5)(A)")
    return license
  }()
  private static let copied: License = {
    var license = License.restricting("yi", policy: "attached")
    license.terms.restrictionsFlowDownBy = .licenseCopy
    return license
  }()
  private static let silent: License = {
    var license = License.restricting("silent", policy: "attached")
    license.terms.hosting = Term()
    return license
  }()
  private static let shipped = Facts.stating("distributes_product=true", "serves_over_network=false")

  static let cases = [
    RuleCase(
      "violated: weights of the tree are served, and no terms speak of them", .weights(rail, .service),
      "violated warning rail 4.a"),
    RuleCase("not applicable: AIL309 speaks of others' models", .used(rail, .service), "not applicable"),
    RuleCase("violated: shipped", .used(gemma, shipped), "violated warning gemma-x 4.a"),
    RuleCase(
      "violated: a service hands out no license text",
      .weights(rail, .service, found: .found((.licenseCopy, "rail", .notice))), "violated warning rail 4.a"),
    RuleCase(
      "violated: words about an attachment say nothing of a policy of its own",
      .used(gemma, shipped, found: .found((.usePolicy, "attached", .document))), "violated warning gemma-x 4.a"),
    RuleCase(
      "violated: the base asks", .weights(.apache, .service, base: base("acme/rail", rail)),
      "violated warning rail 4.a"),
    RuleCase("violated, as a note: weights lie in the tree", .weights(rail), "violated note rail 4.a"),
    RuleCase("violated, as a note: `check` tells the duty", .check(rail), "violated note rail 4.a"),
    RuleCase(
      "satisfied: terms speak of the attachment",
      .used(rail, shipped, found: .found((.usePolicy, "attached", .notice))), "satisfied"),
    RuleCase(
      "satisfied: the policy is linked",
      .used(gemma, shipped, found: .found((.usePolicy, "gemma-x", .interface))), "satisfied"),
    RuleCase(
      "satisfied: copies carry the license's text",
      .used(rail, shipped, found: .found((.licenseCopy, "rail", .notice))), "satisfied"),
    RuleCase(
      "satisfied: a license that asks for no more than its copy has it, also in a service",
      .weights(copied, .service, found: .found((.licenseCopy, "yi", .notice))), "satisfied"),
    RuleCase(
      "violated: its copy is not there", .weights(copied, .service), "violated warning yi 4.a"),
    RuleCase(
      "satisfied: copies carry the text, and a service is none of them by this license",
      .weights(
        silent, Facts.stating("distributes_weights=true", "serves_over_network=true"),
        found: .found((.licenseCopy, "silent", .notice))), "satisfied"),
    RuleCase(
      "violated: neither copies nor terms carry it",
      .weights(silent, Facts.stating("distributes_weights=true", "serves_over_network=true")),
      "violated warning silent 4.a"),
    RuleCase(
      "not applicable: the license offers itself to recipients", .weights(commons, shipped), "not applicable"),
    RuleCase("not applicable: nothing is to be passed on", .used(.apache, .service), "not applicable"),
    RuleCase("not applicable: stays inside", .used(rail, .internalUse), "not applicable"),
    RuleCase("not applicable: met in tests only", .used(rail, .service, scope: .test), "not applicable"),
    RuleCase(
      "undetermined: nothing says whether it reaches anybody", .used(rail),
      "undetermined distributes_weights, distributes_product"),
  ]

  @Test("finds restrictions that are not passed on", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(UseRestrictionsNotPassedOn(), example.subject) == example.verdicts)
  }

  @Test("says why it is due and where the restrictions stand")
  func wording() {
    let violation = violations(UseRestrictionsNotPassedOn().evaluate(.used(Self.gemma, Self.shipped))).first
    #expect(
      violation?.message
        == "Nothing here binds users of acme/model to the uses that its license bars. The policy says that products with weights are shipped (proviso.yaml:5), and the gemma-x (clause 4.a) asks that they be passed on."
    )
    #expect(violation?.fix.contains("https://ai.example/policy") == true)
    var copied = License.restricting("apple", policy: "attached", hosting: .free)
    copied.terms.restrictionsFlowDownBy = .licenseCopy
    #expect(
      messages(UseRestrictionsNotPassedOn(), .used(copied, Self.shipped)) == [
        "Nothing here gives users of acme/model the text of its license, in which the uses that it bars stand. The policy says that products with weights are shipped (proviso.yaml:5), and the apple (clause 4.a) asks that it go along."
      ])
    #expect(
      messages(UseRestrictionsNotPassedOn(), .check(copied)) == [
        "The apple (clause 4.a) asks that whoever receives acme/model be given its text."
      ])
    #expect(
      questions(UseRestrictionsNotPassedOn(), .used(Self.gemma)) == [
        "the gemma-x (clause 4.a) asks for terms that bind recipients to its use restrictions where the model is passed on"
      ])
  }
}

extension License {
  /// A license with use restrictions that counts a service like a copy.
  static func restricting(
    _ id: String, policy: String, hosting: Terms.Hosting = .countsAsDistribution, restrictions: [String] = ["military"]
  ) -> Self {
    fixture(id, id, .useRestricted) {
      $0.hosting = Term(hosting, clause: "1")
      $0.restrictionsFlowDown = Term(true, clause: "4.a")
      $0.licenseCopy = Term(true, clause: "4.b")
      $0.acceptableUse = Terms.AcceptableUse(value: policy, clause: "5", restrictions: restrictions)
    }
  }
}
