import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("Names that several models go by")
struct AmbiguousNameTests {
  private func findings(_ meant: [(String, License)], _ rules: [String: RuleSetting] = [:]) throws -> [String] {
    var model = ResolvedModel.hub("vicuna-13b", .ccByNC, .llama31, at: [reference("app.py")])
    model.license.meant = meant.map { MeantModel(id: $0.0, licenses: [$0.1]) }
    let policy = Policy(name: "p", organization: .stating("commercial=true"), rules: rules)
    return Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([model]).findings
      .filter { $0.rule == "AIL301" }.map {
        "\($0.level.rawValue) \($0.message.contains("The name may be that of b/two, too"))"
      }
  }

  @Test("ask for a review where one of the models is not under the license, and say which")
  func review() throws {
    #expect(try findings([("a/one", .ccByNC), ("b/two", .llama31)]) == ["warning true"])
  }

  @Test("are bound where all of the models are, by that license or by another that bars commerce")
  func bound() throws {
    #expect(try findings([("a/one", .ccByNC), ("b/two", .ccByNC)]) == ["error false"])
    #expect(try findings([("a/one", .ccByNC), ("b/two", .exaone)]) == ["error false"])
    #expect(try findings([]) == ["error false"], "the name says which model it is")
  }

  @Test("are at the level that the policy gives the rule")
  func level() throws {
    let rules = ["AIL301": RuleSetting(severity: .error, origin: .fixture)]
    #expect(try findings([("a/one", .ccByNC), ("b/two", .llama31)], rules) == ["error false"])
  }
}
