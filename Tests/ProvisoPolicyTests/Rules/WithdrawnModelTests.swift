import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("AIL007, deprecated, withdrawn or moved model")
struct WithdrawnModelTests {
  private static func withdrawn(_ written: String, derivative: String? = nil, mode: Subject.Mode = .scan) -> Subject {
    var model = ResolvedModel.hub("copies/model", .apache)
    model.withdrawals = [
      Withdrawal(id: "Acme/Model", successor: "copies/model", date: "2024-09", source: "https://tracker.example/1")
    ]
    var named = reference("app.py", line: 3, derivative: derivative)
    named.asWritten = written
    return Subject(model: model, references: mode == .check ? [] : [named], mode: mode)
  }

  static let cases = [
    RuleCase("violated: the name leads nowhere", withdrawn("acme/model"), "violated warning apache-2.0"),
    RuleCase("violated: by its address", withdrawn("https://huggingface.co/Acme/Model"), "violated warning apache-2.0"),
    RuleCase(
      "violated, as a note: a card names it as base", withdrawn("acme/model", derivative: "."),
      "violated note apache-2.0"),
    RuleCase("violated: `check`, too", withdrawn("acme/model", mode: .check), "violated warning apache-2.0"),
    RuleCase("satisfied: a copy is named", withdrawn("copies/model"), "satisfied"),
    RuleCase("not applicable: it is there", .used(.apache), "not applicable"),
  ]

  @Test("finds names of models that were taken down", arguments: cases)
  func rule(_ example: RuleCase) {
    #expect(verdicts(WithdrawnModel(), example.subject) == example.verdicts)
  }

  @Test("says since when, by whom, and what there is instead")
  func wording() {
    let violation = violations(WithdrawnModel().evaluate(Self.withdrawn("acme/model"))).first
    #expect(
      violation?.message
        == "Acme/Model has not been there since 2024-09 (https://tracker.example/1), and neither are its terms.")
    #expect(violation?.fix == "Name copies/model at a fixed commit, and keep the text of the license with it.")
    #expect(violation?.location?.line == 3)
  }
}
