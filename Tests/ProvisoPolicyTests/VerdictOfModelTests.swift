import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("The verdict on a model")
struct VerdictOfModelTests {
  private func verdict(_ model: ResolvedModel) throws -> Verdict? {
    let policy = Policy(
      name: "p", organization: .stating("commercial=true"),
      scopes: [.test: RuleSetting(severity: .note, origin: .fixture)])
    return Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([model]).verdicts.first
  }

  @Test("is no allowance where the license is not known, also where the place makes a note of it")
  func unknown() throws {
    for scope in [Scope.production, .test] {
      let silent = ResolvedModel(
        name: .huggingFace("a/b"), role: .used, references: [reference("x.py", scope: scope)],
        license: LicenseConclusion(state: .unknown))
      #expect(try verdict(silent) == .review)
      let absent = ResolvedModel(
        name: .local("models/b.gguf"), role: .used, references: [reference("x.py", scope: scope)],
        license: LicenseConclusion(state: .absent))
      #expect(try verdict(absent) == .review)
    }
  }

  @Test("is no allowance of data of which nothing is on file, and is one of data that may be used for anything")
  func data() throws {
    var data = ResolvedModel(
      name: .huggingFace("a/data"), role: .dataset, references: [reference("x.py", role: .dataset)],
      license: LicenseConclusion(state: .unknown))
    #expect(try verdict(data) == .review)
    data.data = [DataTerms(use: .any, license: "mit")]
    #expect(try verdict(data) == .allow)
  }

  @Test("is that of the finding's level otherwise")
  func known() throws {
    #expect(try verdict(.hub("a/free", .apache, at: [reference("x.py")])) == .allow)
    #expect(try verdict(.hub("a/nc", .ccByNC, at: [reference("x.py")])) == .deny)
    #expect(try verdict(.hub("a/nc", .ccByNC, at: [reference("x.py", scope: .test)])) == .allow)
  }

  @Test(
    "is no allowance either where the rule that says so is switched off, which a note tells",
    arguments: [
      (LicenseState.absent, "AIL001", "commercial=true", Verdict.review, Verdict.review),
      (.unknown, "AIL001", "commercial=true", .review, .review),
      (.known, "AIL310", "fine_tunes=false", .review, .review),
      (.known, "AIL310", "fine_tunes=false", .deny, .deny),
      (.known, "AIL310", "fine_tunes=false", .allow, .allow),
    ])
  func switchedOff(
    state: LicenseState, rule: String, fact: String, onMissingFact: Verdict, expected: Verdict
  ) throws {
    var model = ResolvedModel.hub("a/b", .ccByNC, at: [reference("x.py")])
    if state != .known { model.license = LicenseConclusion(state: state) }
    let policy = Policy(
      name: "p", path: "proviso.yaml", organization: .stating(fact), onMissingFact: onMissingFact,
      rules: [rule: RuleSetting(severity: .off, origin: .fixture)])
    let evaluation = Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([model])
    #expect(!evaluation.findings.contains { $0.rule == rule })
    #expect(evaluation.verdicts == [expected])
    let notes = evaluation.notifications.map(\.message)
    #expect(notes.isEmpty == (expected == .allow))
    #expect(notes.allSatisfy { $0.hasPrefix("\(rule) is off (proviso.yaml:5) and would speak of 1 model") })
  }

  @Test("is a review where the policy makes a note of what the license bars, and none where the place makes one of it")
  func madeNote() throws {
    for (scope, expected) in [(Scope.production, Verdict.review), (.test, .allow)] {
      let policy = Policy(
        name: "p", organization: .stating("commercial=true"),
        rules: ["AIL301": RuleSetting(severity: .note, origin: .fixture)],
        scopes: [.test: RuleSetting(severity: .note, origin: .fixture)])
      let evaluation = Evaluator(policy: policy, today: try day("2026-11-22"))
        .evaluate([.hub("a/nc", .ccByNC, at: [reference("x.py", scope: scope)])])
      #expect(evaluation.findings.first { $0.rule == "AIL301" }?.level == .note)
      #expect(evaluation.verdicts == [expected])
    }
  }

  @Test(
    "is a review where a rule that is switched off could not decide whether the license bars the use",
    arguments: [
      (License.ccByNC, "AIL301", "fine_tunes=false", Verdict.review, Verdict.review),
      (.ccByNC, "AIL301", "fine_tunes=false", .deny, .review), (.ccByNC, "AIL301", "fine_tunes=false", .allow, .allow),
      (.ccByNC, "AIL301", "commercial=false", .review, .allow),
      (.llama31, "AIL302", "fine_tunes=false", .review, .review),
    ])
  func undecided(
    license: License, rule: String, fact: String, onMissingFact: Verdict, expected: Verdict
  ) throws {
    let policy = Policy(
      name: "p", path: "proviso.yaml",
      organization: .stating(
        fact, "distributes_weights=false",
        "distributes_product=false", "serves_over_network=false"), onMissingFact: onMissingFact,
      rules: [rule: RuleSetting(severity: .off, origin: .fixture)])
    let evaluation = Evaluator(policy: policy, today: try day("2026-11-22"))
      .evaluate([.hub("a/b", license, at: [reference("x.py")])])
    #expect(!evaluation.findings.contains { $0.rule == rule || $0.rule == "AIL310" })
    #expect(evaluation.verdicts == [expected])
    #expect(evaluation.notifications.contains { $0.message.hasPrefix("\(rule) is off") } == (expected == .review))
  }

  @Test("is an allowance where all that the rule would tell is a duty of whoever serves the model")
  func duty() throws {
    let counting = License.restricting("rail", policy: "attached")
    let barring = License.restricting("separate", policy: "attached", hosting: .separateLicense)
    for (license, expected) in [(counting, Verdict.allow), (barring, .review)] {
      let off = ["AIL309", "AIL310", "AIL301", "AIL311"].map { ($0, RuleSetting(severity: .off, origin: .fixture)) }
      let policy = Policy(
        name: "p",
        organization: .stating(
          "serves_over_network=true", "distributes_weights=false",
          "distributes_product=false"), onMissingFact: .allow, rules: Dictionary(uniqueKeysWithValues: off))
      let evaluation = Evaluator(policy: policy, today: try day("2026-11-22"))
        .evaluate([.hub("a/b", license, at: [reference("x.py")])])
      #expect(evaluation.verdicts == [expected])
    }
  }

  @Test(
    "is a review where the rule is switched off that tells what the license bars, and an allowance where it tells of a duty",
    arguments: [
      (License.ccByNC, "AIL301", "commercial=true", Verdict.review),
      (.ccByNC, "AIL301", "commercial=false", .allow),
      (.llama31, "AIL203", "serves_over_network=true", .allow),
    ])
  func barred(license: License, rule: String, fact: String, expected: Verdict) throws {
    let off = [rule, "AIL310"].map { ($0, RuleSetting(severity: .off, origin: .fixture)) }
    let policy = Policy(
      name: "p", path: "proviso.yaml", organization: .stating(fact), onMissingFact: .allow,
      rules: Dictionary(uniqueKeysWithValues: off))
    let evaluation = Evaluator(policy: policy, today: try day("2026-11-22"))
      .evaluate([.hub("a/b", license, at: [reference("x.py")])])
    #expect(!evaluation.findings.contains { $0.rule == rule })
    #expect(evaluation.verdicts == [expected])
    #expect(evaluation.notifications.contains { $0.message.hasPrefix("\(rule) is off") } == (expected == .review))
  }
}
