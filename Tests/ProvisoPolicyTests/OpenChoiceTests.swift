import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("Licenses that leave a choice")
struct OpenChoiceTests {
  private func model(isDoubtful: Bool, _ more: Claim...) -> ResolvedModel {
    var model = ResolvedModel.hub("a/b", .mit, .ccByNC, at: [reference("app.py")])
    let expression = ClaimedExpression(records: ["mit", "cc-by-nc-4.0"], others: [], isDoubtful: isDoubtful)
    model.license.claims = [
      Claim(
        license: "MIT OR CC-BY-NC-4.0", kind: .record, source: .modelCard, evidence: "the card", expression: expression)
    ]
    model.license.claims += more
    return model
  }

  private func finding(_ model: ResolvedModel, _ rules: [String: RuleSetting] = [:]) throws -> Finding {
    let policy = Policy(name: "p", organization: .stating("commercial=true"), rules: rules)
    let findings = Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([model]).findings
    return try #require(findings.first { $0.rule == "AIL301" })
  }

  @Test("ask for a review until the policy has chosen, and the message says how")
  func review() throws {
    let found = try finding(model(isDoubtful: true))
    #expect(found.level == .warning && found.license == "cc-by-nc-4.0")
    #expect(found.message.hasSuffix(OpenChoice.remark("MIT OR CC-BY-NC-4.0")))
  }

  @Test("bind where the choice is made, another source names the license, or the policy gives a level")
  func bound() throws {
    #expect(try finding(model(isDoubtful: false)).level == .error)
    let text = Claim(license: "cc-by-nc-4.0", kind: .record, source: .licenseFile, evidence: "LICENSE")
    #expect(try finding(model(isDoubtful: true, text)).level == .error)
    let rules = ["AIL301": RuleSetting(severity: .error, origin: .fixture)]
    #expect(try finding(model(isDoubtful: true), rules).level == .error)
  }
}
