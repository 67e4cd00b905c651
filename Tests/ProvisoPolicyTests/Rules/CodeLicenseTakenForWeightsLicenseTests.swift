import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL108, code license taken for weights license")
struct CodeLicenseTakenForWeightsLicenseTests {
  private static let code = DeclaredLicense.text("mit", at: "m/LICENSE", .code)
  private static let model = DeclaredLicense.text("llama3.1", at: "m/LICENSE-MODEL", .model)
  private static let unread = DeclaredLicense(
    tag: "Acme Terms", location: Location(path: "m/LICENSE-MODEL"), subject: .model)

  /// No card, the code's text, and a README that says what holds for the weights.
  private static func readme(_ license: String, card: License? = nil) -> Subject {
    let place = Location(path: "README.md", line: 7)
    var model = card.map { ResolvedModel.folder("m", $0) } ?? .folder("m")
    model.license.claims.append(
      Claim(license: license, kind: .record, source: .readme, evidence: "README.md:7 says it", location: place))
    model.licenseTexts = [
      .text("mit", at: "LICENSE", .code), DeclaredLicense(tag: license, location: place, subject: .model),
    ]
    return Subject(model: model)
  }

  static let cases = [
    RuleCase(
      "violated: no card, and the README gives the weights another license than the text's", readme("cc-by-nc-4.0"),
      "violated warning cc-by-nc-4.0"),
    RuleCase("satisfied: the README gives them the text's", readme("mit"), "satisfied"),
    RuleCase("satisfied: a card says the same", readme("cc-by-nc-4.0", card: .ccByNC), "satisfied"),
    RuleCase(
      "violated: the card repeats the code's license", Subject(model: folder(card: [.mit], [code, model])),
      "violated warning llama3.1"),
    RuleCase(
      "violated: the text of the weights is one that nobody knows",
      Subject(model: folder(card: [.mit], [code, unread])), "violated warning Acme Terms"),
    RuleCase(
      "satisfied: the card declares the license of the weights",
      Subject(model: folder(card: [.llama31], [code, model])), "satisfied"),
    RuleCase("satisfied: the card declares none", Subject(model: folder(card: [], [code, model])), "satisfied"),
    RuleCase(
      "satisfied: the card declares a third one, which AIL101 reports",
      Subject(model: folder(card: [.apache], [code, model])), "satisfied"),
    RuleCase(
      "satisfied: code and weights are under one license",
      Subject(model: folder(card: [.mit], [code, .text("mit", at: "m/LICENSE-MODEL", .model)])), "satisfied"),
    RuleCase(
      "satisfied: an edited text leaves open what it says",
      Subject(model: folder(card: [.mit], [code, .text("mit", at: "m/LICENSE-MODEL", .model, differences: 1)])),
      "satisfied"),
    RuleCase("satisfied: the policy settles it", Subject(model: corrected()), "satisfied"),
    RuleCase(
      "not applicable: no text of the code", Subject(model: folder(card: [.mit], [model])), "not applicable"),
    RuleCase(
      "not applicable: no text of the model", Subject(model: folder(card: [.mit], [code])), "not applicable"),
    RuleCase("not applicable: no text", Subject(model: .folder("m", .mit)), "not applicable"),
  ]

  @Test("finds cards that declare the license of the code", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(CodeLicenseTakenForWeightsLicense(), example.subject) == example.verdicts)
  }

  @Test("names the card, the code's text and the weights', at the card's line")
  func wording() throws {
    let subject = Subject(model: Self.folder(card: [.mit], [Self.code, Self.model]))
    let violation = try #require(violations(CodeLicenseTakenForWeightsLicense().evaluate(subject)).first)
    #expect(
      violation.message
        == "The card of m declares the license of the code: the model-card says \"mit\", as does m/LICENSE. For the weights, m/LICENSE-MODEL is the text of llama3.1."
    )
    #expect(violation.location == Location(path: "m/README.md", line: 2))
    #expect(violation.related.map(\.location.path) == ["m/LICENSE", "m/LICENSE-MODEL"])
  }

  @Test("what it tells, AIL101 does not tell again; what else disagrees, AIL101 tells")
  func conflict() {
    func verdict(_ card: [License], _ texts: [DeclaredLicense]) -> [String] {
      verdicts(LicenseConflict(), Subject(model: Self.folder(card: card, texts)))
    }
    #expect(verdict([.mit], [Self.code, Self.model]) == ["satisfied"])
    #expect(verdict([.mit], [Self.model]) == ["violated warning llama3.1"])
    #expect(verdict([.apache], [Self.code, Self.model]) == ["violated warning llama3.1"])
    #expect(verdict([.mit, .apache], [Self.code, Self.model]) == ["violated warning llama3.1"])
    let edited = DeclaredLicense.text("mit", at: "m/LICENSE-MODEL", .model, differences: 1)
    #expect(verdict([.mit], [Self.code, edited]) == ["violated warning llama3.1"])
  }

  /// A folder whose card names `card`; the texts named for the model make claims, those of the code none.
  private static func folder(card: [License], _ texts: [DeclaredLicense]) -> ResolvedModel {
    var model = ResolvedModel.folder("m")
    model.licenseTexts = texts
    model.license = .concluded(
      card + [.llama31], from: .modelCard, at: Location(path: "m/README.md", line: 2))
    model.license.claims =
      model.license.claims.dropLast() + texts.filter { $0.subject == .model }.map(Claim.made)
    model.license.state = .conflict
    return model
  }

  private static func corrected() -> ResolvedModel {
    var model = folder(card: [.mit], [code, model])
    model.license.claims += LicenseConclusion.concluded([.llama31], from: .correction).claims
    return model
  }
}
