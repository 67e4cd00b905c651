import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoPolicy

/// `AIL302 error acme/model a.py:3`, for the rules that are asked for.
private func summary(_ evaluation: Evaluation) -> [String] {
  evaluation.findings.map { finding in
    let place = finding.location.map { " \($0.path):\($0.line)" } ?? ""
    return "\(finding.rule) \(finding.level.rawValue) \(finding.model?.id ?? "-")\(place)"
  }
}

private func evaluate(
  _ policy: Policy, _ models: [ResolvedModel], _ statements: [ResolvedStatement] = [], mode: Subject.Mode = .scan,
  today: String = "2026-11-22"
) throws -> Evaluation {
  Evaluator(policy: policy, today: try day(today), mode: mode, rules: spoken).evaluate(models, statements)
}

/// The rules that the examples speak of, so that another rule changes nothing here.
private let spoken = RuleList.all.filter {
  ["AIL001", "AIL102", "AIL301", "AIL302", "AIL305", "AIL310", "AIL401", "AIL902", "AIL903", "AIL904"].contains(
    $0.description.id)
}

private func nonCommercial(at references: ModelReference...) -> ResolvedModel {
  .hub("facebook/musicgen", .ccByNC, at: references)
}

@Suite("Evaluation: contexts and facts")
struct EvaluatorContextTests {
  private let contexts = Policy(
    name: "p", organization: .stating("commercial=true"),
    contexts: [
      .context("research", "research/**", .stating("commercial=false")),
      .context("labs", "labs/**", .stating("commercial=unknown")),
      .context("late", "research/product/**", .stating("commercial=true")),
    ])

  @Test("takes the facts of the first context whose paths match, over those of the organization")
  func byPath() throws {
    let model = nonCommercial(
      at: reference("app/a.py", line: 3), reference("labs/l.py"), reference("research/product/x.py"),
      reference("research/r.py"))
    let evaluation = try evaluate(contexts, [model])
    #expect(
      summary(evaluation) == ["AIL301 error facebook/musicgen app/a.py:3", "AIL310 note facebook/musicgen labs/l.py:1"])
    #expect(evaluation.findings.map(\.context) == [nil, "labs"])
  }

  @Test("lets facts of the command line hold in every context")
  func commandLine() throws {
    let policy = contexts.overriding(facts: [try FactArgument.parse("commercial=true")])
    let evaluation = try evaluate(policy, [nonCommercial(at: reference("labs/l.py"), reference("research/r.py"))])
    #expect(
      summary(evaluation) == [
        "AIL301 error facebook/musicgen labs/l.py:1", "AIL301 error facebook/musicgen research/r.py:1",
      ])
    #expect(evaluation.findings.allSatisfy { $0.message.contains("(command line)") })
  }

  @Test("holds a model of the tree against every context that its files lie in")
  func localModel() throws {
    let model = ResolvedModel.folder(
      "models/a", .ccByNC,
      at: [reference("research/card.md", role: .published), reference("services/model.gguf", role: .bundled)])
    #expect(summary(try evaluate(contexts, [model])) == ["AIL301 error models/a services/model.gguf:1"])
  }

  @Test("holds a model that a file puts elsewhere against the context of that place, and tells it where that is said")
  func putElsewhere() throws {
    var copied = reference("research/ship.sh")
    copied.usedAt = "services/m"
    let home = reference("research/model.gguf", role: .bundled)
    let model = ResolvedModel.folder("research/a", .ccByNC, at: [home, copied])
    #expect(summary(try evaluate(contexts, [model])) == ["AIL301 error research/a research/ship.sh:1"])
  }

  @Test("says once, at the strictest level, what several contexts say alike")
  func once() throws {
    let policy = Policy(
      name: "p",
      contexts: [
        .context("inside", "inside/**", .stating("distributes_weights=false", "distributes_product=false")),
        .context("outside", "outside/**", .stating("distributes_weights=true")),
      ])
    let model = ResolvedModel.folder(
      "m", .mit, bases: [base("google/gemma", .gemma)],
      at: [reference("inside/m.gguf", role: .bundled), reference("outside/m.gguf", role: .bundled)])
    #expect(summary(try evaluate(policy, [model])) == ["AIL102 error m m/README.md:2"])
  }

  @Test("has the context of the file for a sentence that calls a model open source")
  func statement() throws {
    let statement = OpennessStatement(
      location: Location(path: "research/README.md", line: 4), sentence: "s", phrase: "open source",
      directory: "research")
    let resolved = ResolvedStatement(statement: statement, subject: "llama 3.1", license: .llama31, model: nil)
    let evaluation = try evaluate(contexts, [], [resolved, resolved])
    #expect(evaluation.findings.map(\.context) == ["research"])
    #expect(summary(evaluation) == ["AIL401 warning - research/README.md:4"])
  }

  @Test("looks models up by name with the organization's facts and without places")
  func check() throws {
    let evaluation = try evaluate(contexts, [nonCommercial()], mode: .check)
    #expect(summary(evaluation) == ["AIL301 error facebook/musicgen"])
    #expect(evaluation.findings.first?.location == nil)
  }

  @Test("knows of a number that leaves affiliates out")
  func affiliates() throws {
    let policy = Policy(
      name: "p", affiliatesIncluded: .known(false, .fixture), organization: .stating("monthly_active_users=5"))
    #expect(
      summary(try evaluate(policy, [.hub("meta-llama/x", .llama2)], mode: .check)).contains("AIL310 note meta-llama/x"))
  }
}

@Suite("Evaluation: settings of the policy")
struct EvaluatorSettingTests {
  private func policy(
    _ rule: String, _ severity: RuleSetting.Severity, onMissingFact: Verdict = .review,
    _ facts: Facts = .stating("commercial=true")
  ) -> Policy {
    Policy(
      name: "p", organization: facts, onMissingFact: onMissingFact,
      rules: [rule: RuleSetting(severity: severity, origin: .fixture)])
  }

  private let model = nonCommercial(at: reference("a.py"))

  @Test("gives a rule the level that the policy sets", arguments: [RuleSetting.Severity.error, .warning, .note])
  func severity(severity: RuleSetting.Severity) throws {
    #expect(
      summary(try evaluate(policy("AIL301", severity), [model])) == [
        "AIL301 \(severity.rawValue) facebook/musicgen a.py:1"
      ])
  }

  @Test("says nothing for a rule that is off, and asks nothing for it")
  func off() throws {
    #expect(summary(try evaluate(policy("AIL301", .off), [model])) == [])
    #expect(summary(try evaluate(policy("AIL301", .off, onMissingFact: .deny, Facts()), [model])) == [])
  }

  @Test("does not take one rule's setting for another's")
  func others() throws {
    #expect(summary(try evaluate(policy("AIL302", .off), [model])) == ["AIL301 error facebook/musicgen a.py:1"])
  }

  @Test(
    "makes of a missing fact what the policy says",
    arguments: [
      (Verdict.allow, [String]()), (.review, ["AIL310 note facebook/musicgen a.py:1"]),
      (.deny, ["AIL310 error facebook/musicgen a.py:1"]),
    ])
  func missingFact(verdict: Verdict, expected: [String]) throws {
    #expect(summary(try evaluate(Policy(name: "p", onMissingFact: verdict), [model])) == expected)
  }

  @Test("never lets a missing fact excuse a violation", arguments: Verdict.allCases)
  func violationStays(verdict: Verdict) throws {
    let policy = Policy(name: "p", organization: .stating("monthly_active_users=800000000"), onMissingFact: verdict)
    let model = ResolvedModel.hub("meta-llama/x", .llama3, bases: [base("acme/nc", .ccByNC)], at: [reference("a.py")])
    #expect(summary(try evaluate(policy, [model])).contains("AIL302 error meta-llama/x a.py:1"))
  }

  @Test("puts all facts that are missing into one finding, whatever the order of the rules")
  func oneFinding() throws {
    let model = ResolvedModel.hub("tencent/HunyuanVideo", .hunyuan, at: [reference("a.py")])
    let evaluation = Evaluator(policy: Policy(name: "p"), today: try day("2026-11-22"), rules: RuleList.all.reversed())
      .evaluate([model])
    #expect(summary(evaluation) == ["AIL310 note tencent/HunyuanVideo a.py:1"])
    let message = evaluation.findings.first?.message ?? ""
    for fact in ["monthly_active_users", "headquarters", "regions_served", "trains_other_models_on_outputs"] {
      #expect(message.contains(fact))
    }
  }
}

@Suite("Evaluation: subjects")
struct EvaluatorSubjectTests {
  private let policy = Policy(name: "p", organization: .stating("commercial=true"))

  @Test("makes one finding for each file and model, with the other places of the file")
  func oneForEachFile() throws {
    let model = nonCommercial(
      at: reference("a.py", line: 2), reference("b.py", line: 7), reference("a.py", line: 9))
    let evaluation = try evaluate(policy, [model])
    #expect(summary(evaluation) == ["AIL301 error facebook/musicgen a.py:2", "AIL301 error facebook/musicgen b.py:7"])
    #expect(evaluation.findings.map { $0.related.map(\.location.line) } == [[9], []])
  }

  @Test(
    "takes time that grows with the places of a model, also where a rule names them itself", .timeLimit(.minutes(1)))
  func manyPlaces() throws {
    let places = (1...20_000).map { reference("a.py", line: $0, revision: .unpinned) }
    let model = ResolvedModel.hub("facebook/musicgen", .ccByNC, at: places)
    let evaluation = Evaluator(policy: policy, today: try day("2026-11-22"), rules: [UnpinnedRevision()]).evaluate([
      model
    ])
    #expect(evaluation.findings.map(\.related.count) == [19_999])
    #expect(evaluation.findings.first?.related.first?.message == "again without a commit")
  }

  @Test("finds with several tasks what it finds with one, in the same order", arguments: [2, 5])
  func tasks(jobs: Int) async throws {
    let models = (0..<60).map { index in
      ResolvedModel.hub("acme/\(index % 7)-\(index)", .ccByNC, at: [reference("\(index % 11).py", line: index + 1)])
    }
    let evaluator = Evaluator(policy: policy, today: try day("2026-11-22"), rules: spoken)
    let one = evaluator.evaluate(models)
    let several = await evaluator.evaluate(Evaluator.Material(models), jobs: jobs)
    #expect(summary(one).count == 60)
    #expect(summary(several) == summary(one))
    #expect(several.findings.map(\.fingerprint) == one.findings.map(\.fingerprint))
    #expect(several.verdicts == one.verdicts)
  }

  @Test("leaves out models that are only mentioned, and data sets")
  func mentioned() throws {
    let model = nonCommercial(at: reference("a.md", role: .mentioned), reference("a.yaml", role: .dataset))
    #expect(summary(try evaluate(policy, [model])) == [])
  }

  private let heir = reference("m/README.md", role: .published)
  private let naming = reference("m/README.md", line: 3, role: .base, derivative: "m")

  @Test("holds a base that a manifest names against the policy through the model made from it")
  func baseOnly() throws {
    let models = [
      ResolvedModel.hub("facebook/musicgen", .ccByNC, at: [naming]),
      .folder("m", .ccByNC, bases: [base("facebook/musicgen", .ccByNC)], at: [heir]),
    ]
    #expect(summary(try evaluate(policy, models)) == ["AIL301 error m m/README.md:1"])
  }

  @Test("still says of such a base that nothing is known of its license")
  func unknownBase() throws {
    var edge = base("acme/base", .apache)
    edge.license = .without()
    let models = [ResolvedModel.hub("acme/base", at: [naming]), .folder("m", .mit, bases: [edge], at: [heir])]
    #expect(summary(try evaluate(policy, models)) == ["AIL001 warning acme/base m/README.md:3"])
  }

  @Test("holds a base against the policy itself as soon as something uses it")
  func usedBase() throws {
    let models = [
      ResolvedModel.hub("facebook/musicgen", .ccByNC, at: [reference("app.py"), naming]),
      .folder("m", .ccByNC, bases: [base("facebook/musicgen", .ccByNC)], at: [heir]),
    ]
    #expect(
      summary(try evaluate(policy, models)) == [
        "AIL301 error facebook/musicgen app.py:1", "AIL301 error m m/README.md:1",
      ])
  }

  @Test("holds a base against the policy itself where no model answers for it")
  func orphan() throws {
    let orphan = ResolvedModel.hub("facebook/musicgen", .ccByNC, at: [naming])
    let expected = "AIL301 error facebook/musicgen m/README.md:3"
    #expect(summary(try evaluate(policy, [orphan])) == [expected])
    let otherLineage = ResolvedModel.folder("m", .mit, bases: [base("acme/b", .mit)], at: [heir])
    #expect(summary(try evaluate(policy, [orphan, otherLineage])) == [expected])
    let notEvaluated = ResolvedModel.folder(
      "m", .mit, bases: [base("facebook/musicgen", .ccByNC)], at: [reference("m/README.md", role: .mentioned)])
    #expect(summary(try evaluate(policy, [orphan, notEvaluated])) == [expected])
  }
}

@Suite("Evaluation: order and fingerprints")
struct EvaluatorOrderTests {
  private let policy = Policy(
    name: "p", organization: .stating("commercial=true", "trains_other_models_on_outputs=true"))

  private func fingerprints(_ models: ResolvedModel...) throws -> [String] {
    try evaluate(policy, models).findings.map(\.fingerprint)
  }

  @Test("sorts by path, line, column, rule and model, whatever order the models come in")
  func order() throws {
    let models = [
      ResolvedModel.hub("z/z", .exaone, at: [reference("b.py"), reference("a.py", line: 10)]),
      .hub("a/a", .ccByNC, at: [reference("a.py", line: 2, column: 9), reference("a.py", line: 2, column: 12)]),
      .hub("b/b", .ccByNC, at: [reference("a.py", line: 2, column: 4)]),
    ]
    let expected = [
      "AIL301 error b/b a.py:2", "AIL301 error a/a a.py:2", "AIL301 error z/z a.py:10", "AIL305 warning z/z a.py:10",
      "AIL301 error z/z b.py:1", "AIL305 warning z/z b.py:1",
    ]
    #expect(summary(try evaluate(policy, models)) == expected)
    #expect(summary(try evaluate(policy, models.reversed())) == expected)
  }

  @Test("keeps a fingerprint when lines move")
  func moved() throws {
    let before = try fingerprints(nonCommercial(at: reference("a.py", line: 2)))
    let after = try fingerprints(nonCommercial(at: reference("a.py", line: 200, column: 7)))
    #expect(before.count == 1)
    #expect(before == after)
  }

  @Test("has another fingerprint for another file, model, registry, license or rule")
  func different() throws {
    var ollama = nonCommercial(at: reference("a.py"))
    ollama.name = ModelName(registry: .ollama, id: ollama.name.id)
    let all =
      try fingerprints(nonCommercial(at: reference("a.py"))) + fingerprints(nonCommercial(at: reference("b.py")))
      + fingerprints(ollama) + fingerprints(.hub("acme/other", .ccByNC, at: [reference("a.py")]))
      + fingerprints(.hub("facebook/musicgen", .exaone, at: [reference("a.py")]))
    #expect(all.count == 6)
    #expect(Set(all).count == all.count)
  }

  @Test("tells two findings of one kind in one file apart by their order")
  func twice() throws {
    func statement(_ line: Int) -> ResolvedStatement {
      let statement = OpennessStatement(
        location: Location(path: "README.md", line: line), sentence: "s", phrase: "open source", directory: ".")
      return ResolvedStatement(statement: statement, subject: "llama 3.1", license: .llama31, model: nil)
    }
    let before = try evaluate(policy, [], [statement(3), statement(8)]).findings
    let after = try evaluate(policy, [], [statement(90), statement(12)]).findings
    #expect(Set(before.map(\.fingerprint)).count == 2)
    #expect(before.map(\.fingerprint) == after.map(\.fingerprint))
  }
}

@Suite("Evaluation: waivers")
struct EvaluatorWaiverTests {
  private func waiver(
    _ id: String = "W-1", rule: String = "AIL301", model: String = "facebook/musicgen", license: String? = nil,
    paths: PathPatterns? = nil, created: String? = nil, expires: String = "2026-12-31"
  ) throws -> Waiver {
    Waiver(
      id: id, rule: rule, subject: Waiver.Subject(model: model, license: license), paths: paths,
      reason: Waiver.Reason(text: "t"), owner: "o", created: try created.map(day),
      expires: try day(expires), origin: .fixture)
  }

  private func waived(
    _ waivers: Waiver..., today: String = "2026-11-22", mode: Subject.Mode = .scan
  ) throws -> (waivers: [String?], notifications: [String]) {
    let policy = Policy(
      name: "p", path: "proviso.yaml", organization: .stating("commercial=true"), waivers: waivers)
    let evaluation = try evaluate(
      policy, [nonCommercial(at: reference("app/a.py"), reference("tools/b.py"))], mode: mode, today: today)
    let (own, others) = (
      evaluation.findings.filter { $0.rule == "AIL301" }, evaluation.findings.filter { $0.rule != "AIL301" }
    )
    #expect(own.allSatisfy { $0.level == .error })
    #expect(others.allSatisfy { $0.location?.path == "proviso.yaml" && $0.location?.line == 5 })
    return (own.map(\.waiver), others.map { "\($0.rule) \($0.level.rawValue): \($0.message)" })
  }

  @Test("mark findings of their rule and model, and take none away")
  func matching() throws {
    let result = try waived(waiver())
    #expect(result.waivers == ["W-1", "W-1"])
    #expect(result.notifications == [])
  }

  @Test("name models of the hub in any case, and no others so")
  func anyCase() throws {
    #expect(try waived(waiver(model: "Facebook/MusicGen")).waivers == ["W-1", "W-1"])
    let policy = Policy(
      name: "p", organization: .stating("commercial=true"), waivers: [try waiver(model: "Models/A")])
    let folder = ResolvedModel.folder("models/a", .ccByNC, at: [reference("models/a/card.md", role: .published)])
    #expect(try evaluate(policy, [folder]).findings.filter { $0.rule == "AIL301" }.map(\.waiver) == [nil])
  }

  @Test("hold where their paths and license say")
  func narrowed() throws {
    #expect(try waived(waiver(paths: .paths("app/**"))).waivers == ["W-1", nil])
    #expect(try waived(waiver(license: "cc-by-nc-4.0")).waivers == ["W-1", "W-1"])
    #expect(try waived(waiver(license: "mit")).waivers == [nil, nil])
  }

  @Test("hold through their last day, and are reported from the next")
  func expiry() throws {
    #expect(try waived(waiver(), today: "2026-12-31").waivers == ["W-1", "W-1"])
    let result = try waived(waiver(), today: "2027-01-01")
    #expect(result.waivers == [nil, nil])
    #expect(result.notifications == ["AIL902 warning: Waiver W-1 expired on 2026-12-31 and no longer counts."])
  }

  @Test("hold from the day on which they were given, and are reported before it")
  func created() throws {
    let given = try waiver(created: "2026-11-22")
    #expect(try waived(given).waivers == ["W-1", "W-1"])
    #expect(try waived(given).notifications == [])
    for mode in [Subject.Mode.scan, .check] {
      let early = try waived(given, today: "2026-11-21", mode: mode)
      #expect(early.waivers.allSatisfy { $0 == nil })
      #expect(
        early.notifications == [
          "AIL903 warning: Waiver W-1 begins on 2026-11-22, after the day of the run, and does not count yet."
        ])
    }
    let idle = try waived(waiver(model: "facebook/other", created: "2026-12-01"))
    #expect(
      idle.notifications == [
        "AIL903 note: Waiver W-1 begins on 2026-12-01, after the day of the run, and does not count yet."
      ])
  }

  @Test("are reported where they match nothing")
  func unused() throws {
    let unused = try waived(waiver(rule: "AIL302"), waiver("W-2", model: "facebook/other"))
    #expect(unused.waivers == [nil, nil])
    #expect(
      unused.notifications == [
        "AIL903 note: Waiver W-1 matches no finding.", "AIL903 note: Waiver W-2 matches no finding.",
      ])
    let expired = try waived(waiver(model: "facebook/other"), today: "2027-01-01")
    #expect(expired.notifications == ["AIL902 warning: Waiver W-1 expired on 2026-12-31, and it matches nothing."])
  }

  @Test("are not reported as unused where models are looked up by name")
  func check() throws {
    let result = try waived(waiver("W-2", model: "facebook/other"), waiver(paths: .paths("app/**")), mode: .check)
    #expect(result.waivers == [nil])
    #expect(result.notifications == [])
  }

  @Test("for one license do not hide what another license bars")
  func otherLicense() throws {
    let policy = Policy(
      name: "p", organization: .stating("commercial=true"), waivers: [try waiver(license: "cc-by-nc-4.0")])
    let model = ResolvedModel.hub(
      "facebook/musicgen", .ccByNC, bases: [base("LGAI/EXAONE", .exaone)], at: [reference("a.py")])
    let findings = try evaluate(policy, [model]).findings.filter { $0.rule == "AIL301" }
    #expect(Set(findings.map { "\($0.license ?? "") \($0.waiver ?? "-")" }) == ["cc-by-nc-4.0 W-1", "exaone-1.2-nc -"])
  }

  @Test("one for each file that names a model finds its own, by folder, by pattern and by name")
  func eachFile() throws {
    let places = (0..<60).map { reference("d\($0 % 3)/f\($0).py") }
    let model = ResolvedModel(
      name: .huggingFace("acme/x"), role: .used, references: places, license: LicenseConclusion(state: .unknown))
    func waived(_ patterns: [String]) throws -> Int {
      let paths = PathPatterns(patterns: patterns, globs: try patterns.map { try Glob($0) })
      let waiver = try waiver("w", rule: "AIL001", model: "acme/x", paths: paths)
      let all = try evaluate(Policy(name: "p", waivers: [waiver]), [model])
      #expect(all.findings.count { $0.rule == "AIL001" } == 60)
      return all.findings.count { $0.waiver == "w" }
    }
    #expect(try waived(["d1/f4.py"]) == 1)
    #expect(try waived(["d1/**"]) == 20)
    #expect(try waived(["d1/f4.py", "d2/**"]) == 21)
    #expect(try waived(["**/f4*.py"]) == 11)
    #expect(try waived(["e/**"]) == 0)
  }

  @Test("a policy of thousands of them takes time that grows with it, and each finds its own", .timeLimit(.minutes(1)))
  func many() throws {
    let count = 4_000
    let models = (0..<count).map { ResolvedModel.hub("acme/M-\($0)", .ccByNC, at: [reference("a.py", line: $0 + 1)]) }
    var policy = Policy(name: "p", organization: .stating("commercial=true"))
    policy.waivers = try (0..<count).map { try waiver("W-\($0)", model: $0 % 2 == 0 ? "acme/m-\($0)" : "acme/N-\($0)") }
    let findings = try evaluate(policy, models).findings.filter { $0.rule == "AIL301" }
    #expect(findings.count == count)
    #expect(findings.count { $0.waiver == $0.model.map { "W-\($0.id.dropFirst(7))" } } == count / 2)
  }
}
