import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL101, the sources disagree")
struct LicenseConflictTests {
  static let cases = [
    RuleCase(
      "violated: the card says MIT, the text is Llama's", Subject(model: .folder(".", .mit, .llama31)),
      "violated warning llama3.1"),
    RuleCase(
      "violated: a label beside words that nobody could read",
      Subject(model: conflict(.mit, ("Acme terms", .unrecognized))),
      "violated warning mit"),
    RuleCase(
      "violated: `other` beside a free license says that the weights have another one",
      Subject(model: conflict(.mit, ("other", .unnamed))), "violated warning mit"),
    RuleCase(
      "satisfied: `other` beside the text of a license of the publisher's own",
      Subject(model: conflict(.llama31, ("other", .unnamed))), "satisfied"),
    RuleCase(
      "violated: a rule for a line of models against a base, where nobody labels the model",
      Subject(model: lineAgainstBase()), "violated warning llama2"),
    RuleCase("satisfied: two sources agree", Subject(model: agreeing()), "satisfied"),
    RuleCase("not applicable: one source", Subject(model: .hub("acme/model", .mit)), "not applicable"),
    RuleCase("not applicable: none", Subject(model: .hub("acme/model")), "not applicable"),
  ]

  @Test("finds sources at odds", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(LicenseConflict(), example.subject) == example.verdicts)
  }

  @Test("says of data, as a note, that the terms of one candidate only are on file")
  func data() {
    let rule = LicenseConflict()
    let open = Subject(model: Self.conflict(.llama2, ("Acme Data License", .named)))
    #expect(verdicts(rule, rule.evaluate(data: open)) == ["violated note llama2"])
    let both = Subject(model: .folder("d", .mit, .ccByNC))
    #expect(verdicts(rule, rule.evaluate(data: both)) == ["not applicable"])
    #expect(verdicts(rule, rule.evaluate(data: Subject(model: .hub("d", .mit)))) == ["not applicable"])
  }

  @Test("names every source and the one that is taken, at the card's line")
  func wording() throws {
    let subject = Subject(model: .folder("models/a", .mit, .llama31))
    let violation = try #require(violations(LicenseConflict().evaluate(subject)).first)
    #expect(
      violation.message
        == "The sources disagree about the license of models/a: the model-card says \"mit\"; the model-card says \"llama3.1\". The strictest, llama3.1, is taken."
    )
    #expect(violation.location == Location(path: "models/a/README.md", line: 2))
    #expect(violation.related.map(\.message) == ["says mit", "says llama3.1"])
  }

  @Test("calls neither of two the strictest that are so by their kind")
  func tie() {
    let messages = messages(LicenseConflict(), Subject(model: .folder("m", .llama2, .llama31)))
    #expect(messages.first?.hasSuffix(" None is stricter by its kind: all count, llama2 first.") == true)
  }

  private static func conflict(_ license: License, _ other: (String, ClaimKind)) -> ResolvedModel {
    var model = ResolvedModel.folder(".", license)
    model.license.claims += LicenseConclusion.without(terms: other).claims
    model.license.state = .conflict
    return model
  }

  private static func lineAgainstBase() -> ResolvedModel {
    var model = ResolvedModel.hub("acme/model", .apache, .llama2, from: .family)
    model.license.claims = model.license.claims.map { claim in
      var claim = claim
      claim.source = claim.license == "llama2" ? .base : .family
      return claim
    }
    return model
  }

  private static func agreeing() -> ResolvedModel {
    var model = ResolvedModel.folder(".", .mit)
    model.license.claims += LicenseConclusion.concluded([.mit], from: .licenseFile).claims
    return model
  }
}
