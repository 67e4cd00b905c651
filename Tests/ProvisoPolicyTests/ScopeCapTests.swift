import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("The ceiling of a scope")
struct ScopeCapTests {
  private func levels(
    _ scopes: [Scope: RuleSetting.Severity], _ model: ResolvedModel
  ) throws -> [String] {
    let policy = Policy(
      name: "p", organization: .stating("commercial=true"),
      scopes: scopes.mapValues { RuleSetting(severity: $0, origin: .fixture) })
    let evaluation = Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([model])
    return evaluation.findings.map { "\($0.rule) \($0.level.rawValue) \($0.location?.path ?? "-")" }
  }

  @Test("lowers findings whose references all stand there, and leaves production alone")
  func lowered() throws {
    let model = ResolvedModel.hub(
      "a/nc", .ccByNC, at: [reference("app.py"), reference("docs/a.md", scope: .documentation)])
    #expect(try levels([.documentation: .note], model) == ["AIL301 error app.py", "AIL301 note docs/a.md"])
    #expect(try levels([.documentation: .off], model) == ["AIL301 error app.py"])
    #expect(try levels([.documentation: .error], model) == ["AIL301 error app.py", "AIL301 error docs/a.md"])
    #expect(try levels([:], model) == ["AIL301 error app.py", "AIL301 error docs/a.md"])
  }

  @Test("raises nothing")
  func raised() throws {
    let yi = ResolvedModel.hub("a/yi", .yi, at: [reference("t.py", scope: .test)])
    #expect(try levels([.test: .error], yi) == ["AIL301 warning t.py"])
  }

  @Test("is that of the loosest scope where references stand in several")
  func several() throws {
    let model = ResolvedModel.hub(
      "a/nc", .ccByNC, at: [reference("x", scope: .test), reference("x", line: 2, scope: .example)])
    #expect(try levels([.test: .note, .example: .warning], model) == ["AIL301 warning x"])
    #expect(try levels([.test: .note], model) == ["AIL301 error x"])
  }

  @Test("touches no model that lies in the tree itself", arguments: [Role.bundled, .published])
  func ownModels(role: Role) throws {
    let weights = ResolvedModel.hub("a/nc", .ccByNC, at: [reference("t.gguf", role: role, scope: .test)])
    #expect(try levels([.test: .off], weights) == ["AIL301 error t.gguf"])
    let folder = ResolvedModel.folder("tests/m", .ccByNC, at: [reference("tests/m/a", role: .used, scope: .test)])
    #expect(try levels([.test: .off], folder) == ["AIL301 error tests/m/a"])
  }
}

@Suite("The verdict on a model")
struct VerdictSummaryTests {
  private func verdict(_ policy: Policy, _ model: ResolvedModel) throws -> Verdict? {
    Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([model]).verdicts.first
  }

  private let nc = ResolvedModel.hub("a/nc", .ccByNC, at: [reference("a.py")])

  @Test("is the worst that is found, an open question asking for a review")
  func worst() throws {
    let commercial = Policy(name: "p", organization: .stating("commercial=true"))
    #expect(try verdict(commercial, nc) == .deny)
    #expect(try verdict(Policy(name: "p"), nc) == .review)
    #expect(try verdict(Policy(name: "p", organization: .stating("commercial=false")), nc) == .allow)
    #expect(try verdict(Policy(name: "p", onMissingFact: .deny), nc) == .deny)
    #expect(try verdict(Policy(name: "p", onMissingFact: .allow), nc) == .allow)
    #expect(try verdict(commercial, .hub("a/yi", .yi, at: [reference("a.py")])) == .review)
  }

  @Test("does not become free where a scope has made a note of what the lists say")
  func capped() throws {
    let policy = Policy(
      name: "p", organization: .stating("commercial=false"),
      verdicts: VerdictLists(entries: [.entry(.deny) { $0.licenses = ["cc-by-nc-4.0"] }]),
      scopes: [.test: RuleSetting(severity: .note, origin: .fixture)])
    #expect(try verdict(policy, .hub("a/nc", .ccByNC, at: [reference("t.py", scope: .test)])) == .review)
    #expect(try verdict(policy, nc) == .deny)
  }

  @Test("of a service is asked of the policy alone")
  func hosted() throws {
    let service = ResolvedModel(
      name: ModelName(registry: .hosted, id: "openai/gpt-x"), role: .used, references: [reference("a.py")],
      license: LicenseConclusion(state: .absent))
    #expect(try verdict(Policy(name: "p"), service) == .allow)
    let lists = VerdictLists(entries: [.entry(.review) { $0.models = .paths("openai/*") }])
    #expect(try verdict(Policy(name: "p", verdicts: lists), service) == .review)
  }
}
