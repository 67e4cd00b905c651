import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL005, license text edited")
struct LicenseTextEditedTests {
  static let cases = [
    RuleCase(
      "violated: a paragraph was added", Subject(model: folder([.text("mit", differences: 1)])),
      "violated warning mit, with changes"),
    RuleCase(
      "violated: one of two texts", Subject(model: folder([.text("mit"), .text("llama3.1", differences: 2)])),
      "violated warning llama3.1, with changes"),
    RuleCase(
      "violated: two texts",
      Subject(
        model: folder([.text("mit", differences: 1), .text("apache-2.0", at: "m/LICENSE-MODEL", differences: 1)])),
      "violated warning mit, with changes", "violated warning apache-2.0, with changes"),
    RuleCase("satisfied: word for word", Subject(model: folder([.text("mit")])), "satisfied"),
    RuleCase("satisfied: the policy says what it is", Subject(model: corrected()), "satisfied"),
    RuleCase(
      "not applicable: the text is like none that is known",
      Subject(model: folder([DeclaredLicense(tag: "Acme terms", location: Location(path: "m/LICENSE"))])),
      "not applicable"),
    RuleCase("not applicable: no text", Subject(model: .folder("m", .mit)), "not applicable"),
    RuleCase("not applicable: a model of the hub", Subject(model: .hub("acme/model", .mit)), "not applicable"),
  ]

  @Test("finds texts that are not what they look like", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(LicenseTextEdited(), example.subject) == example.verdicts)
  }

  @Test("names the license, three differences and how many more there are, at the line of the first")
  func wording() throws {
    func found(_ differences: Int) throws -> Violation {
      let model = Self.folder([.text("mit", differences: differences)])
      return try #require(violations(LicenseTextEdited().evaluate(Subject(model: model))).first)
    }
    let start = "m/LICENSE, the license text of m, is like mit and is not taken for it, as the words differ: "
    let words = (1...3).map { "9 words added at line \($0 * 7): \"No use by \($0)\"" }
    #expect(try found(1).message == start + words[0] + ".")
    #expect(try found(3).message == start + words.joined(separator: "; ") + ".")
    #expect(try found(5).message == start + words.joined(separator: "; ") + "; 2 more.")
    #expect(try found(5).location == Location(path: "m/LICENSE", line: 7))
  }

  @Test("what it tells, AIL002 does not tell again")
  func unknown() {
    let edited = Self.folder([.text("mit", differences: 1)])
    #expect(verdicts(LicenseUnknown(), Subject(model: edited)) == ["not applicable"])
    var both = edited
    both.license.claims += LicenseConclusion.without(terms: ("house rules", .unrecognized)).claims
    #expect(verdicts(LicenseUnknown(), Subject(model: both)) == ["violated warning house rules"])
    var unread = edited
    unread.licenseTexts = []
    #expect(verdicts(LicenseUnknown(), Subject(model: unread)) == ["violated warning mit, with changes"])
  }

  @Test("a card that disagrees with the text is still a conflict, without the differences")
  func conflict() throws {
    var model = Self.folder([.text("mit", differences: 1)])
    model.license.claims += LicenseConclusion.concluded([.mit], from: .modelCard).claims
    model.license.state = .conflict
    let messages = messages(LicenseConflict(), Subject(model: model))
    #expect(
      messages == [
        "The sources disagree about the license of m: m/LICENSE is like mit but not the same; the model-card says \"mit\"."
      ])
  }

  /// A folder of which only its license texts speak.
  private static func folder(_ texts: [DeclaredLicense]) -> ResolvedModel {
    var model = ResolvedModel.folder("m")
    model.licenseTexts = texts
    model.license = LicenseConclusion(state: .unknown, claims: texts.map(Claim.made))
    return model
  }

  private static func corrected() -> ResolvedModel {
    var model = folder([.text("mit", differences: 1)])
    model.license.claims += LicenseConclusion.concluded([.mit], from: .correction).claims
    return model
  }
}

extension DeclaredLicense {
  /// A text that is like `license` but for a number of differences, on every seventh line.
  static func text(
    _ license: String, at path: String = "m/LICENSE", _ subject: LicenseTextSubject = .unstated, differences: Int = 0
  ) -> Self {
    let found = (0..<differences).map { index in
      LicenseRecognition.Difference(
        kind: .added, line: (index + 1) * 7, addedWords: 9, removedWords: 0, excerpt: "No use by \(index + 1)")
    }
    return Self(
      tag: differences == 0 ? license : "\(license), with changes",
      location: Location(path: path, line: differences == 0 ? 1 : 7),
      recognition: LicenseRecognition(license: license, isUsePolicy: false, similarity: 0.97, differences: found),
      subject: subject)
  }
}

extension Claim {
  /// What is made of a license text.
  static func made(of text: DeclaredLicense) -> Self {
    Self(
      license: text.tag, kind: text.recognition?.differences.isEmpty == true ? .record : .unrecognized,
      source: .licenseFile, evidence: "\(text.location.path) is the text of \(text.tag)", location: text.location)
  }
}
