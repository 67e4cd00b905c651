import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("Models that a service serves")
struct ServedModelTests {
  private func findings(
    _ name: ModelName, _ rules: [String: RuleSetting] = [:]
  ) throws -> [Finding] {
    var model = ResolvedModel.hub("a/nc", .ccByNC, at: [reference("app.py")])
    model.name = name
    let policy = Policy(name: "p", organization: .stating("commercial=true"), rules: rules)
    return Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([model]).findings.filter {
      $0.rule == "AIL301"
    }
  }

  private let served = ModelName(registry: .bedrock, id: "acme.large-v1:0")

  @Test("the license of the weights asks for a review, and the message says why it does not deny")
  func review() throws {
    let finding = try #require(try findings(served).first)
    #expect(finding.level == .warning)
    #expect(finding.message.hasSuffix(ServedModel.remark))
    let own = try #require(try findings(.huggingFace("a/nc")).first)
    #expect(own.level == .error && !own.message.contains(ServedModel.remark))
  }

  @Test("a level that the policy gives stands")
  func setting() throws {
    let rules = ["AIL301": RuleSetting(severity: .error, origin: .fixture)]
    let finding = try #require(try findings(served, rules).first)
    #expect(finding.level == .error && !finding.message.contains(ServedModel.remark))
  }
}
