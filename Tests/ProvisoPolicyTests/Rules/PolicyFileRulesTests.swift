import ProvisoCore
import Testing

@testable import ProvisoPolicy

/// `AIL903 note: Waiver W matches no finding.`
func told(_ entry: PolicyUse.Entry) -> [String] {
  let use = PolicyUse(entries: [entry])
  return [PolicyInvalid(), WaiverExpired(), UnusedPolicyEntry(), WaiverNotAllowed()].flatMap {
    (rule: any Rule) -> [String] in
    violations(rule.evaluate(use)).map { violation in
      "\(rule.description.id) \((violation.level ?? rule.description.level).rawValue): \(violation.message)"
    }
  }
}

func entry(
  _ kind: PolicyUse.Entry.Kind, _ state: PolicyUse.State, expires: String? = nil
) throws -> PolicyUse.Entry {
  PolicyUse.Entry(kind: kind, name: "X", origin: .fixture, expires: try expires.map(day), state: state)
}

@Suite("The policy's own entries")
struct PolicyFileRulesTests {
  @Test("say nothing of what is used")
  func satisfied() throws {
    #expect(told(try entry(.waiver, .used)) == [])
    #expect(told(try entry(.agreement, .used, expires: "2026-01-01")) == [])
  }
}

@Suite("Evaluation: entries of what a policy extends")
struct InheritedEntryTests {
  @Test("need not be used in this tree", arguments: [("proviso.yaml", ["AIL903"]), ("base.yaml", [])])
  func unused(path: String, expected: [String]) throws {
    let correction = Correction(
      model: "a/b", license: "mit", reason: "r", author: "a", origin: PolicyOrigin(path: path, line: 3))
    let policy = Policy(name: "p", path: "proviso.yaml", corrections: [correction])
    let findings = Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([]).findings
    #expect(findings.map(\.rule) == expected)
  }
}

@Suite("Evaluation: agreements")
struct AgreementTests {
  private func findings(
    _ model: ResolvedModel, _ agreement: Agreement, today: String = "2026-11-22", _ facts: Facts
  ) throws -> [String] {
    let policy = Policy(name: "p", path: "proviso.yaml", organization: facts, agreements: [agreement])
    return Evaluator(policy: policy, today: try day(today)).evaluate([model]).findings.map {
      "\($0.rule) \($0.level.rawValue)"
    }
  }

  private func agreement(
    _ license: String, _ lifts: Set<LiftedTerm>, models: PathPatterns? = nil, with licensor: String = "A"
  ) throws -> Agreement {
    Agreement(
      id: "A", licensor: licensor, licenses: [license], models: models, lifts: lifts, from: try day("2026-01-01"),
      until: try day("2026-12-31"), origin: .fixture)
  }

  private let nc = ResolvedModel.hub("a/nc", .ccByNC, at: [reference("a.py")])
  private let rich = Facts.stating("commercial=true", "annual_revenue=50000000")

  @Test(
    "with somebody who is not known to hold the rights are told",
    arguments: [
      ("Meta", true), ("Stability AI Ltd", false), ("stabilityai", false), ("Acme Resale GmbH", true),
    ])
  func licensor(name: String, isTold: Bool) throws {
    var bought = try agreement("stabilityai-ai-community", [.annualRevenue])
    bought.licensor = name
    let policy = Policy(name: "p", path: "proviso.yaml", organization: rich, agreements: [bought])
    let model = ResolvedModel.hub("s/sd", .stability, at: [reference("a.py")])
    let notes = Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([model]).notifications
    #expect(
      notes.map { $0.message.contains("with \(name)") && $0.message.contains("Stability AI's") }
        == (isTold ? [true] : []))
  }

  @Test("with the owner of the model that they cover are nothing to tell, nor are those about a license of everybody's")
  func licensorOfModel() throws {
    let agpl = ResolvedModel.hub("Ultralytics/YOLO11", .agpl, at: [reference("a.py")])
    let llama = ResolvedModel.hub("acme/Llama-X", .llama31, at: [reference("a.py")])
    for (model, license, licensor) in [(agpl, "agpl-3.0", "Ultralytics"), (llama, "llama3.1", "Acme, Inc.")] {
      var bought = try agreement(license, [.hosting])
      bought.licensor = licensor
      let policy = Policy(name: "p", path: "proviso.yaml", organization: rich, agreements: [bought])
      #expect(Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([model]).notifications.isEmpty)
    }
  }

  @Test("stand for a registration, whatever they lift")
  func registration() throws {
    let small = Facts.stating("commercial=true", "annual_revenue=5")
    let stability = ResolvedModel.hub("s/sd", .stability, at: [reference("a.py")])
    let tune = ResolvedModel.hub("a/tune", .mit, bases: [base("s/sd", .stability)], at: [reference("a.py")])
    #expect(try findings(stability, agreement("cc-by-nc-4.0", [.access]), small).contains("AIL006 warning"))
    for model in [stability, tune] {
      #expect(try !findings(model, agreement("stabilityai-ai-community", [.access]), small).contains("AIL006 warning"))
    }
  }

  @Test("about access open commerce where to register is all that it hangs on, and not where that brings a license")
  func registered() throws {
    for (opens, told) in [(nil, ["AIL301 warning"]), (.commercialUse, [])] as [(Terms.Applicability?, [String])] {
      var license = License.yi
      license.terms.registration = Term(true, clause: "2")
      license.terms.registrationAppliesTo = .commercialUse
      license.terms.registrationOpens = opens
      let model = ResolvedModel.hub("a/yi", license, at: [reference("a.py")])
      #expect(try findings(model, agreement("mit", [.access]), rich).contains("AIL006 warning"))
      #expect(try findings(model, agreement(license.id, [.access]), rich) == told)
      #expect(try findings(model, agreement(license.id, [.commercial]), rich) == [])
    }
  }

  @Test("let a data set be used commercially where they buy that")
  func data() throws {
    var alpaca = ResolvedModel.hub("tatsu-lab/alpaca", at: [reference("card.md", role: .dataset)])
    alpaca.role = .dataset
    alpaca.data = [DataTerms(use: .nonCommercial, license: "cc-by-nc-4.0")]
    func told(_ lifted: LiftedTerm, _ licensor: String) throws -> Bool {
      try findings(alpaca, agreement("cc-by-nc-4.0", [lifted], with: licensor), rich).contains("AIL112 warning")
    }
    #expect(try told(.hosting, "Tatsu Lab"))
    #expect(try !told(.commercial, "Tatsu Lab"))
    #expect(try told(.commercial, "Somebody Else"), "many put that license on data of theirs")
  }

  @Test("take the terms away that they lift, and no others")
  func lifted() throws {
    #expect(try !findings(nc, agreement("cc-by-nc-4.0", [.commercial]), rich).contains("AIL301 error"))
    #expect(
      try findings(nc, agreement("cc-by-nc-4.0", [.hosting]), rich) == ["AIL301 error"])
    let stability = ResolvedModel.hub("s/sd", .stability, at: [reference("a.py")])
    #expect(try findings(stability, agreement("mit", [.annualRevenue]), rich).contains("AIL303 error"))
    #expect(
      try !findings(stability, agreement(License.stability.id, [.annualRevenue]), rich).contains("AIL303 error"))
  }

  @Test(
    "over a license that many give are about the licensor's models alone, and say so where they name none",
    arguments: [("Meta", nil), ("Acme", "facebook/*"), ("Acme", nil), ("Cohere", nil)])
  func sharedLicense(licensor: String, models: String?) throws {
    let musicgen = ResolvedModel.hub("facebook/musicgen", .ccByNC, at: [reference("a.py")])
    let bought = try agreement(
      "cc-by-nc-4.0", [.commercial], models: models.map { .paths($0) }, with: licensor)
    let isMeant = licensor == "Meta" || models != nil
    #expect(try findings(musicgen, bought, rich) == (isMeant ? [] : ["AIL301 error", "AIL903 warning"]))
  }

  @Test("buy a threshold without leaving its place to another rule")
  func thresholds() throws {
    let llama = ResolvedModel.hub("meta/llama", .llama31, at: [reference("a.py")])
    let facts = Facts.stating("commercial=true", "monthly_active_users=800000000")
    let found = try findings(llama, agreement("llama3.1", [.monthlyActiveUsers]), facts)
    #expect(!found.contains("AIL302 error") && !found.contains("AIL301 warning"))
    let yi = ResolvedModel.hub("01-ai/yi", .yi, at: [reference("a.py")])
    #expect(
      try findings(yi, agreement(License.yi.id, [.monthlyActiveUsers]), facts).contains("AIL301 warning"),
      "its conditions are no numbers")
  }

  @Test("buy more than research where they buy commercial use")
  func research() throws {
    let exaone = ResolvedModel.hub("lg/exaone", .exaone, at: [reference("a.py")])
    let served = Facts.stating("commercial=true", "serves_over_network=true")
    #expect(try findings(exaone, agreement("mit", [.commercial]), served).contains("AIL307 note"))
    let found = try findings(exaone, agreement(License.exaone.id, [.commercial]), served)
    #expect(found.allSatisfy { !$0.hasPrefix("AIL307") && !$0.hasPrefix("AIL301") })
  }

  @Test("buy what a license asks of derivatives: copyleft, share-alike and bars on sharing")
  func derivatives() throws {
    let closed = Facts.stating(
      "open_source_product=false", "serves_over_network=true", "distributes_product=false", "distributes_weights=false")
    let yolo = ResolvedModel.hub("Ultralytics/YOLO11", .agpl, at: [reference("a.py")])
    func isTold(_ lifted: LiftedTerm) throws -> Bool {
      try findings(yolo, agreement("agpl-3.0", [lifted], with: "Ultralytics"), closed).contains("AIL107 error")
    }
    #expect(try isTold(.access))
    for lifted: LiftedTerm in [.derivativeLicense, .hosting] { #expect(try !isTold(lifted)) }
    let freed = ResolvedModel.folder(
      ".", .mit, bases: [base("a/nc", .ccByNC)], at: [reference("README.md", role: .published)])
    let shared = Facts.stating("fine_tunes=true", "distributes_weights=true")
    #expect(try findings(freed, agreement("cc-by-nc-4.0", [.access]), shared).contains("AIL105 error"))
    #expect(try !findings(freed, agreement("cc-by-nc-4.0", [.derivativeLicense]), shared).contains("AIL105 error"))
    let fixed = ResolvedModel.hub("a/nd", .ccByND, at: [reference("a.py")])
    #expect(try findings(fixed, agreement("cc-by-nd-4.0", [.access]), shared).contains("AIL105 error"))
    #expect(try !findings(fixed, agreement("cc-by-nd-4.0", [.derivativeLicense]), shared).contains("AIL105 error"))
  }

  @Test("buy passing weights on")
  func redistribution() throws {
    let barred = License.fixture("barred", "Barred License", .proprietary) {
      $0.redistribution = Term(false, clause: "3")
    }
    let model = ResolvedModel.hub("a/barred", barred, at: [reference("a.py")])
    let shared = Facts.stating("distributes_weights=true")
    #expect(try findings(model, agreement("barred", [.access]), shared).contains("AIL208 error"))
    #expect(try !findings(model, agreement("barred", [.redistribution]), shared).contains("AIL208 error"))
  }

  @Test("reach what was made from the model, and only the models that they name")
  func coverage() throws {
    let tune = ResolvedModel.hub("a/tune", .mit, bases: [base("a/nc", .ccByNC)], at: [reference("a.py")])
    #expect(try !findings(tune, agreement("cc-by-nc-4.0", [.commercial]), rich).contains("AIL301 error"))
    #expect(
      try findings(nc, agreement("cc-by-nc-4.0", [.commercial], models: .paths("b/*")), rich)
        == ["AIL301 error", "AIL903 note"])
  }

  @Test(
    "that name a model lift the terms of what it was made from with whoever holds the rights in that alone",
    arguments: [("Acme", ["AIL301 error"]), ("Maker", [])])
  func basesOfOthers(licensor: String, expected: [String]) throws {
    let tune = ResolvedModel.hub("a/tune", .ccByNC, bases: [base("maker/nc", .ccByNC)], at: [reference("a.py")])
    var bought = try agreement("cc-by-nc-4.0", [.commercial], models: .paths("a/*"))
    bought.licensor = licensor
    #expect(try findings(tune, bought, rich) == expected)
  }

  @Test("cover a model under the name that the tree writes")
  func names() throws {
    #expect(try findings(nc, agreement("cc-by-nc-4.0", [.commercial], models: .paths("as/*")), rich) == [])
    let tune = ResolvedModel.hub("a/tune", .mit, bases: [base("a/nc", .ccByNC)])
    #expect(
      try findings(tune, agreement("cc-by-nc-4.0", [.commercial], models: .paths("as/*")), rich) == ["AIL903 note"])
  }

  @Test("accept the terms of a gated model that they cover, and are used by that")
  func gated() throws {
    var model = ResolvedModel.hub("a/gated", .mit, at: [reference("a.py")])
    model.gate = Gate(evidence: "the hub asks", location: nil)
    #expect(try findings(model, agreement("mit", [.access]), Facts()) == [])
    #expect(try findings(model, agreement("mit", [.hosting]), Facts()) == [])
    #expect(try findings(model, agreement("mit", [.access]), today: "2027-01-01", Facts()).contains("AIL006 note"))
    #expect(
      try findings(model, agreement("mit", [.access], models: .paths("b/*")), Facts()) == [
        "AIL006 note", "AIL903 note",
      ])
  }

  @Test("begin, and that is told")
  func early() throws {
    #expect(
      try findings(nc, agreement("cc-by-nc-4.0", [.commercial]), today: "2025-12-31", rich)
        == ["AIL301 error", "AIL903 warning"])
  }

  @Test("end, and that is told")
  func ended() throws {
    #expect(
      try findings(nc, agreement("cc-by-nc-4.0", [.commercial]), today: "2027-01-01", rich)
        == ["AIL301 error", "AIL902 warning"])
    #expect(
      try findings(nc, agreement("cc-by-nc-4.0", [.commercial]), today: "2025-12-31", rich).contains("AIL301 error"))
  }
}

@Suite("A comment that waives")
struct InlineWaiverTests {
  @Test(
    "follows the sign of a comment, and names the rule and a reason",
    arguments: [
      ("x = load('a/b')  # proviso: waive AIL501 pinned by the image", "pinned by the image"),
      ("let a = \"a/b\" // proviso: waive AIL501 pinned", "pinned"), ("<!-- -- proviso: waive AIL501 ok -->", "ok"),
      ("/* proviso: waive AIL501 ok */", "ok"), ("a # proviso: waive AIL501", ""),
      ("note: it's \"free\"  # proviso: waive AIL501 ok", "ok"),
      (#"print("a \" b")  # proviso: waive AIL501 it's ok"#, "it's ok"),
    ])
  func found(line: String, reason: String) {
    #expect(InlineWaiver(line, rule: "AIL501")?.reason == reason)
  }

  @Test(
    "is none without them",
    arguments: [
      "print('proviso: waive AIL501 no comment')", "x # proviso: waive AIL502 another rule",
      "x # proviso: ignore AIL501",
      "x # proviso: waive AIL5011 r", "",
      "load('a/b', note=\"# proviso: waive AIL501 no\")", "load('a/b'); \"\"\" # proviso: waive AIL501 no \"\"\"",
      "load(`a/b`, `// proviso: waive AIL501 no`)", #"x = "\" # proviso: waive AIL501 no""#,
    ])
  func absent(line: String) {
    #expect(InlineWaiver(line, rule: "AIL501") == nil)
  }

  private func evaluate(_ policy: WaiverPolicy, isUnderReview: Bool = false) throws -> [Finding] {
    var reference = reference("a.py")
    reference.location.excerpt = "x = 'a/nc'  # proviso: waive AIL301 for the demo"
    var whole = Policy(name: "p", organization: .stating("commercial=true"), waiverPolicy: policy)
    whole.isUnderReview = isUnderReview
    return Evaluator(policy: whole, today: try day("2026-11-22")).evaluate([.hub("a/nc", .ccByNC, at: [reference])])
      .findings
  }

  @Test("holds only where the policy lets comments waive")
  func allowed() throws {
    let allowed = try evaluate(WaiverPolicy(inline: .allow))
    #expect(allowed.map(\.waiver) == ["inline a.py:1"])
    #expect(allowed.first?.suppression?.reason == "for the demo")
    let forbidden = try evaluate(WaiverPolicy())
    #expect(forbidden.map(\.rule) == ["AIL301", "AIL904"])
    #expect(forbidden.allSatisfy { $0.waiver == nil })
  }

  @Test(
    "does not hold where waivers must have more than a reason, or an end",
    arguments: [
      (WaiverPolicy(require: [.reason, .owner, .approvedBy], inline: .allow), "cannot give `approved_by` and `owner`"),
      (WaiverPolicy(maximumDays: 30, inline: .allow), "has no end"),
    ])
  func strict(policy: WaiverPolicy, words: String) throws {
    let findings = try evaluate(policy)
    #expect(findings.map(\.rule) == ["AIL301", "AIL904"])
    #expect(findings.allSatisfy { $0.waiver == nil })
    #expect(findings.last?.message.contains(words) == true)
    #expect(try evaluate(WaiverPolicy(require: [.reason], inline: .allow)).map(\.waiver) == ["inline a.py:1"])
  }

  @Test("is told where its line has no such finding, and where there is no such rule")
  func unused() throws {
    var material = Evaluator.Material([.hub("a/nc", .ccByNC, at: [reference("a.py")])], [], [])
    material.comments = [("AIL301", 9), ("AIL3O1", 9)].map { WaiverComment(rule: $0, path: "a.py", line: $1) }
    let policy = Policy(name: "p", organization: .stating("commercial=true"))
    let findings = Evaluator(policy: policy, today: try day("2026-11-22")).evaluate(material).findings
    #expect(findings.map(\.rule) == ["AIL301", "AIL903", "AIL903"])
    #expect(findings.dropFirst().map(\.level) == [.note, .warning])
    #expect(findings.last?.message.contains("there is no such rule, did you mean `AIL301`?") == true)
  }

  @Test(
    "is found in a whole file, in documents only as a comment of theirs",
    arguments: [
      ("a.py", "x\n# proviso: waive AIL501 r\r\n", [2]), ("a.md", "# proviso: waive AIL501 r\n", []),
      ("a.md", "<!-- proviso: waive AIL501 r -->\n", [1]), ("a.py", "# proviso: waive what you like\n", []),
      ("a.py", "'proviso: waive AIL501'", []), ("a.py", "", []),
    ] as [(String, String, [Int])])
  func ofFile(path: String, text: String, lines: [Int]) {
    let comments = InlineWaiver.comments(in: Array(text.utf8), path: path)
    #expect(comments.map(\.line) == lines)
    #expect(comments.allSatisfy { $0.rule == "AIL501" && $0.path == path })
  }

  @Test("of a change under review is only proposed")
  func proposed() throws {
    let findings = try evaluate(WaiverPolicy(inline: .allow), isUnderReview: true)
    #expect(findings.map(\.waiver) == [nil])
    #expect(findings.map(\.proposedWaiver) == ["inline a.py:1"])
  }
}

@Suite("Evaluation: what a waiver is bound to")
struct WaiverBindingTests {
  private func waived(_ subject: Waiver.Subject, _ model: ResolvedModel) throws -> Bool {
    let waiver = Waiver(
      id: "W", rule: "AIL301", subject: subject, reason: .init(code: "c", text: "t"), owner: "o", approvedBy: "legal",
      expires: try day("2026-12-31"), origin: .fixture)
    let policy = Policy(name: "p", organization: .stating("commercial=true"), waivers: [waiver])
    let finding = Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([model]).findings.first {
      $0.rule == "AIL301"
    }
    #expect((finding?.suppression == nil) == (finding?.waiver == nil))
    if let suppression = finding?.suppression {
      #expect(suppression.owner == "o" && suppression.expires == "2026-12-31" && suppression.approvedBy == "legal")
    }
    return finding?.waiver != nil
  }

  @Test("the revision that was looked at")
  func revision() throws {
    let pinned = ResolvedModel.hub("a/nc", .ccByNC, at: [reference("a.py", revision: .commit("abc"))])
    #expect(try waived(.init(model: "a/nc", revision: "abc"), pinned))
    #expect(try !waived(.init(model: "a/nc", revision: "abd"), pinned))
    let moving = ResolvedModel.hub("a/nc", .ccByNC, at: [reference("a.py", revision: .unpinned)])
    #expect(try !waived(.init(model: "a/nc", revision: "abc"), moving))
  }

  @Test("the name that the tree writes, as well as the model's id")
  func names() throws {
    let renamed = ResolvedModel.hub("b/nc", .ccByNC, at: [reference("a.py")])
    #expect(try waived(.init(model: "as/written"), renamed))
    #expect(try waived(.init(model: "b/nc"), renamed))
    #expect(try !waived(.init(model: "c/nc"), renamed))
  }

  @Test("the license, under any name of it")
  func license() throws {
    var license = License.ccByNC
    license.spdx = "CC-BY-NC-4.0"
    let model = ResolvedModel.hub("a/nc", license, at: [reference("a.py")])
    #expect(try waived(.init(model: "a/nc", license: "CC-BY-NC-4.0"), model))
    #expect(try waived(.init(model: "a/nc", license: "cc-by-nc-4.0"), model))
    #expect(try !waived(.init(model: "a/nc", license: "mit"), model))
  }

  @Test("the paths, which a model of the tree leaves where something outside of them uses it")
  func paths() throws {
    func isWaived(_ user: String) throws -> Bool {
      let waiver = Waiver(
        id: "W", rule: "AIL301", subject: .init(model: "lab/m"), paths: .paths("lab/**"),
        reason: .init(code: "c", text: "t"),
        owner: "o", expires: try day("2026-12-31"), origin: .fixture)
      let model = ResolvedModel.folder(
        "lab/m", .ccByNC, at: [reference("lab/m/README.md", role: .published), reference(user, role: .used)])
      let policy = Policy(name: "p", organization: .stating("commercial=true"), waivers: [waiver])
      let findings = Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([model]).findings
      return try #require(findings.first { $0.rule == "AIL301" }).waiver != nil
    }
    #expect(try isWaived("lab/a.py"))
    #expect(try !isWaived("services/a.py"))
  }

  @Test("and with AIL301 goes the note that AIL307 adds to it, but not the one of another license")
  func echo() throws {
    let waiver = Waiver(
      id: "W", rule: "AIL301", subject: .init(model: "a/x"), reason: .init(code: "c", text: "t"), owner: "o",
      approvedBy: "legal", expires: try day("2026-12-31"), origin: .fixture)
    let policy = Policy(name: "p", organization: .stating("commercial=true"), waivers: [waiver])
    let models = ["a/x", "a/y"].map { ResolvedModel.hub($0, .exaone, at: [reference("a.py")]) }
    let found = Evaluator(policy: policy, today: try day("2026-11-22")).evaluate(models).findings
      .filter { ["AIL301", "AIL307"].contains($0.rule) }.map {
        "\($0.rule) \($0.model?.id ?? "") \($0.waiver ?? "stands")"
      }
    #expect(found.sorted() == ["AIL301 a/x W", "AIL301 a/y stands", "AIL307 a/x W", "AIL307 a/y stands"])
  }

  @Test("and one that silences nothing more than others do is told")
  func double() throws {
    func waiver(_ id: String, _ paths: PathPatterns? = nil) throws -> Waiver {
      Waiver(
        id: id, rule: "AIL301", subject: .init(model: "a/nc"), paths: paths, reason: .init(code: "c", text: "t"),
        owner: "o", approvedBy: "legal", expires: try day("2026-12-31"), origin: .fixture)
    }
    func told(_ waivers: Waiver...) throws -> [String] {
      let policy = Policy(name: "p", path: "proviso.yaml", organization: .stating("commercial=true"), waivers: waivers)
      let model = ResolvedModel.hub("a/nc", .ccByNC, at: [reference("a.py"), reference("b/c.py")])
      return Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([model]).findings
        .filter { $0.rule == "AIL903" }.map(\.message)
    }
    #expect(
      try told(waiver("V"), waiver("W")) == ["Waiver W silences nothing that V does not silence already."])
    #expect(
      try told(waiver("V"), waiver("W", .paths("b/**")))
        == ["Waiver W silences nothing that V does not silence already."])
    #expect(try told(waiver("V", .paths("b/**")), waiver("W")) == [])
  }

  @Test("the text that was read")
  func text() throws {
    let hash = String(repeating: "ab", count: 32)
    var model = ResolvedModel.hub("a/nc", .ccByNC, at: [reference("a.py")])
    model.licenseTexts = [DeclaredLicense(tag: "cc", location: Location(path: "LICENSE"), sha256: hash)]
    #expect(try waived(.init(model: "a/nc", textHash: hash), model))
    let other = String(repeating: "0", count: 64)
    #expect(try !waived(.init(model: "a/nc", textHash: other), model))
    let waiver = Waiver(
      id: "W", rule: "AIL301", subject: .init(model: "a/nc", textHash: other), reason: .init(code: "c", text: "t"),
      owner: "o", approvedBy: "legal", expires: try day("2026-12-31"), origin: .fixture)
    let policy = Policy(name: "p", organization: .stating("commercial=true"), waivers: [waiver])
    let told = Evaluator(policy: policy, today: try day("2026-11-22")).evaluate([model]).findings.first {
      $0.rule == "AIL903"
    }
    #expect(
      told?.message
        == "Waiver W does not count: AIL301 is of a/nc under another text than \(other): the text is \(hash).")
  }
}
