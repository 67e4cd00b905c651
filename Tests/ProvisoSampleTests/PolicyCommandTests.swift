import Foundation
import ProvisoTestSupport
import Testing

@Suite("proviso policy and what-if")
struct PolicyCommandTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write("AutoModel.from_pretrained('meta-llama/Llama-3.1-8B')\n", to: "app/llm.py")
    try folder.write("AutoModel.from_pretrained('facebook/musicgen-small')\n", to: "research/sound.py")
  }

  private func run(_ arguments: String...) throws -> Tool.Answer { try Tool.run(arguments, in: folder.path) }

  private func scan(_ options: String...) throws -> [[String: Any]] {
    let answer = try Tool.run(["scan", "--format", "json", "--now", "2026-11-26"] + options, in: folder.path)
    let report = try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
    return report?["findings"] as? [[String: Any]] ?? []
  }

  @Test("a correction that is bound to no text is told, and so are patterns that leave nothing to scan")
  func told() throws {
    let nonCommercial = "---\nlicense: cc-by-nc-4.0\nbase_model: acme/x\n---\n# Acme\n"
    try folder.write(nonCommercial, to: "m/README.md")
    try folder.write(
      "version: 1\ncorrections:\n  - {model: m, license: MIT, reason: we asked, author: a}\n", to: "proviso.yaml")
    let answer = try run("scan", "--fail-on", "never", "--include", "m/**")
    #expect(answer.output.contains("The correction of m (proviso.yaml:3) is bound to no text"))
    let same = try run("scan", "--fail-on", "never", "--fact", "commercial=true", "--fact", "commercial=true")
    #expect(same.status == 0, "one value given twice is no contradiction")
    for (options, words) in [
      (["--include", "*.go"], "left by --include;"), (["--exclude", "**"], "left by --exclude;"),
      (["--include", "*.go", "--exclude", "m/**"], "left by --include and --exclude;"),
    ] {
      #expect(try Tool.run(["scan"] + options, in: folder.path).output.contains(words))
    }
  }

  @Test("init writes a policy that is valid, and overwrites none")
  func initialize() throws {
    #expect(
      try run("policy", "init", "--extends", "proviso:hosted-service", "--fact", "monthly_active_users=5").status == 0)
    #expect(
      String(decoding: try folder.contents("proviso.yaml"), as: UTF8.self).contains("extends: proviso:hosted-service"))
    #expect(try run("policy", "validate").output == "proviso.yaml is valid.\n")
    let again = try run("policy", "init")
    #expect(again.status == 2)
    #expect(again.error.contains("not overwritten"))
    #expect(try run("policy", "init", "other.yaml", "--extends", "proviso:nowhere").status == 2)
  }

  @Test("validate reads several files, and tells mistakes as SARIF on the policy file")
  func validate() throws {
    try folder.write("version: 1\n", to: "good.yaml")
    try folder.write("version: 1\non_mising_fact: deny\n", to: "bad.yaml")
    let text = try run("policy", "validate", "good.yaml", "bad.yaml")
    #expect(text.status == 2)
    #expect(text.output == "good.yaml is valid.\n")
    #expect(text.error.contains("bad.yaml:2:1: error: unknown key `on_mising_fact`"))
    let sarif = try run("policy", "validate", "bad.yaml", "--format", "sarif")
    #expect(sarif.status == 2)
    #expect(sarif.output.contains("\"ruleId\": \"AIL901\""))
    #expect(sarif.output.contains("\"uri\": \"bad.yaml\""))
    let scan = try run("scan", "--policy", "bad.yaml", "--format", "sarif")
    #expect(scan.status == 2)
    #expect(scan.output.contains("\"ruleId\": \"AIL901\""))
  }

  @Test("validate tells facts that cannot both be right, in every format")
  func contradiction() throws {
    try folder.write(
      "version: 1\norganization: {monthly_active_users: 10, product_monthly_active_users: 20}\n", to: "proviso.yaml")
    for format in ["text", "json", "sarif"] {
      let answer = try run("policy", "validate", "--format", format)
      #expect(answer.status == 0)
      #expect((answer.output + answer.error).contains("which is more than 10 of all products together"), "\(format)")
    }
  }

  @Test("validate tells waivers and agreements that have ended, in every format, and calls the policy valid")
  func ended() throws {
    try folder.write(
      """
      version: 1
      waivers:
        - {id: W1, rule: AIL301, subject: {model: a/b}, reason: {text: x}, owner: o, expires: 2026-01-31}
      agreements:
        - {id: A1, licensor: Acme, covers: {license: mit}, lifts: [display], until: 2026-01-31}

      """, to: "proviso.yaml")
    for (format, place) in [("text", "proviso.yaml:3: warning: "), ("json", "AIL902"), ("sarif", "AIL902")] {
      let answer = try run("policy", "validate", "--format", format, "--now", "2026-02-01")
      #expect(answer.status == 0)
      for words in [place, "Waiver W1 expired on 2026-01-31", "Agreement A1 expired on 2026-01-31"] {
        #expect((answer.output + answer.error).contains(words), "\(format)")
      }
      let before = try run("policy", "validate", "--format", format, "--now", "2026-01-31")
      #expect(!(before.output + before.error).contains("expired on"))
    }
  }

  @Test("a case whose facts cannot both be right passes with a warning")
  func contradictingCase() throws {
    let facts = "{monthly_active_users: 10, product_monthly_active_users: 20}"
    try folder.write(
      "version: 1\ntests:\n  - {name: a, given: {license: mit, facts: \(facts)}, expect: {verdict: allow}}\n",
      to: "t.yaml")
    for format in ["text", "junit"] {
      let answer = try run("policy", "test", "t.yaml", "--format", format)
      #expect(answer.status == 0)
      #expect(answer.output.contains("t.yaml:3: warning: The policy states 20 monthly active users"), "\(format)")
    }
  }

  @Test(
    "what the command line states stands in every report that has a place for it",
    arguments: [
      ("text", ", with commercial=true"), ("markdown", "with <code>commercial&#61;true</code>"),
      ("json", "\"commercial=true\""),
      ("html", "commercial=true"), ("sarif", "\"commercial=true\""), ("cyclonedx", "\"commercial=true\""),
      ("cyclonedx-1.7", "\"commercial=true\""), ("spdx", "Facts of the run: commercial=true."),
      ("junit", "value=\"commercial=true\""),
    ])
  func stated(format: String, words: String) throws {
    #expect(try run("scan", "--format", format, "--fact", "commercial=true").output.contains(words))
    #expect(!(try run("scan", "--format", format).output.contains("commercial=true")))
  }

  @Test("a case that expects nothing is none", arguments: ["{rules: []}", "{not: []}", "{rules: [], not: []}"])
  func emptyCase(expectation: String) throws {
    try folder.write(
      "version: 1\ntests:\n  - {name: a, given: {license: mit}, expect: \(expectation)}\n", to: "none.yaml")
    let answer = try run("policy", "test", "none.yaml")
    #expect(answer.status == 2)
    #expect(answer.error.contains("none.yaml:3:"))
    #expect(answer.error.contains("an empty list expects nothing"))
  }

  @Test("test runs the cases, fails with 1, and speaks JUnit")
  func cases() throws {
    let policy = "version: 1\norganization: {commercial: true}\ntests:\n"
    try folder.write(
      policy + "  - {name: a, given: {license: cc-by-nc-4.0}, expect: {verdict: deny}}\n", to: "good.yaml")
    try folder.write(
      policy + "  - {name: a, given: {license: cc-by-nc-4.0}, expect: {verdict: allow}}\n", to: "bad.yaml")
    #expect(try run("policy", "test", "good.yaml").status == 0)
    let failed = try run("policy", "test", "good.yaml", "bad.yaml", "--format", "junit")
    #expect(failed.status == 1)
    #expect(failed.output.contains("<testsuite name=\"bad.yaml\" package=\"proviso\" id=\"1\""))
    #expect(failed.output.contains("tests=\"1\" failures=\"1\""))
    if let shared = sharedFolder, (try? ProvisoTestSupport.run("xmllint", ["--version"]))?.status == 0 {
      let valid = try ProvisoTestSupport.run(
        "xmllint", ["--noout", "--nonet", "--schema", shared + "/schemas/junit-windyroad.xsd", "-"],
        input: failed.bytes)
      #expect(valid.status == 0, "\(String(decoding: valid.error, as: UTF8.self))")
    }
    try folder.write("version: 1\n", to: "none.yaml")
    #expect(try run("policy", "test", "none.yaml").status == 2)
  }

  @Test("show prints what holds, with the line of each part")
  func show() throws {
    try folder.write(
      "version: 1\nextends: proviso:hosted-service\nrules: {AIL501: {severity: off}}\n", to: "proviso.yaml")
    let answer = try run("policy", "show")
    #expect(answer.status == 0)
    #expect(answer.output.contains("organization.commercial: true"))
    #expect(answer.output.contains("# proviso:hosted-service:"))
    #expect(answer.output.contains("rules.AIL501: {severity: off}"))
    #expect(answer.output.contains("# proviso.yaml:3"))
    #expect(answer.output.contains("scopes.documentation: note"))
    let json = try run("policy", "show", "--format", "json")
    #expect(json.output.contains("\"key\": \"organization.commercial\""))
  }

  @Test("what-if tells what appears and vanishes, and how far each line is")
  func whatIf() throws {
    try folder.write(
      "version: 1\norganization: {commercial: true, monthly_active_users: 70000000}\n", to: "proviso.yaml")
    let answer = try run("what-if", "--fact", "monthly_active_users=800000000", "--fact", "commercial=false")
    #expect(answer.status == 1)
    #expect(answer.output.contains("error AIL302 meta-llama/Llama-3.1-8B at app/llm.py:1"))
    #expect(answer.output.contains("error AIL301 facebook/musicgen-small at research/sound.py:1"))
    #expect(answer.output.contains("114 % of more than 700,000,000 monthly active users"))
    let own = try run("what-if", "--format", "json")
    #expect(own.status == 0)
    #expect(own.output.contains("\"percent\": 10"))
    #expect(own.output.contains("\"appearing\": []"))
  }

  private static let waiver = """
    waivers:
      - id: W-1
        rule: AIL301
        subject: {model: facebook/musicgen-small}
        reason: {code: fix-planned, text: Will go}
        owner: sound
        approved_by: legal
        created: 2026-11-01
        expires: 2026-12-31

    """

  @Test("a waived finding stays, with who answers for it and until when")
  func waived() throws {
    try folder.write("version: 1\norganization: {commercial: true}\n" + Self.waiver, to: "proviso.yaml")
    let finding = try #require(try scan().first { $0["rule"] as? String == "AIL301" })
    #expect(finding["waiver"] as? String == "W-1")
    let suppression = try #require(finding["suppression"] as? [String: Any])
    #expect(suppression["owner"] as? String == "sound")
    #expect(suppression["expires"] as? String == "2026-12-31")
    #expect(suppression["origin"] as? String == "proviso.yaml:4")
    #expect(try run("scan", "--now", "2026-11-26").status == 0)
    #expect(try run("scan", "--now", "2027-01-01").status == 1)
  }

  @Test("a waiver that only the change has silences nothing")
  func basePolicy() throws {
    try folder.write("version: 1\norganization: {commercial: true}\n", to: "base.yaml")
    try folder.write("version: 1\norganization: {commercial: true}\n" + Self.waiver, to: "proviso.yaml")
    let finding = try #require(try scan("--base-policy", "base.yaml").first { $0["rule"] as? String == "AIL301" })
    #expect(finding["waiver"] is NSNull)
    #expect(finding["proposedWaiver"] as? String == "W-1")
    let text = try run("scan", "--now", "2026-11-26", "--base-policy", "base.yaml")
    #expect(text.status == 1)
    #expect(text.output.contains("What this change would silence, and does not yet"))
  }

  @Test(
    "nothing else that only the change says silences anything either",
    arguments: [
      "corrections: [{model: facebook/musicgen-small, license: mit, reason: r, author: a}]",
      "agreements: [{id: A, licensor: L, covers: {model: facebook/**}, lifts: [commercial], until: 2026-12-31}]",
      "rules: {AIL301: {severity: off}}", "rules: {AIL301: {severity: note}}", "enforcement: advisory",
      "contexts: [{id: all, paths: \"**\", facts: {commercial: false}}]", "scopes: {test: off}",
    ])
  func baseHolds(change: String) throws {
    let base = "version: 1\norganization: {commercial: true}\n"
    try folder.write(base, to: "base.yaml")
    try folder.write(base + change + "\n", to: "proviso.yaml")
    let finding = try #require(
      try scan("--base-policy", "base.yaml").first { $0["rule"] as? String == "AIL301" }, "\(change)")
    #expect(finding["level"] as? String == "error")
    #expect(
      finding["proposedWaiver"] as? String
        == (change.hasPrefix("enf") || change.hasPrefix("sco") ? nil : "other changes of the policy"))
    #expect(try run("scan", "--now", "2026-11-26", "--base-policy", "base.yaml").status == 1)
    if !change.hasPrefix("sco") { #expect(try run("scan", "--now", "2026-11-26").status == 0) }
    let answer = try run("check", "facebook/musicgen-small", "--policy", "proviso.yaml", "--base-policy", "base.yaml")
    #expect(answer.status == 1)
  }

  @Test("what a change makes stricter holds at once, and what it leaves alone is told once")
  func baseTightened() throws {
    try folder.write("version: 1\norganization: {commercial: false}\n", to: "base.yaml")
    try folder.write("version: 1\norganization: {commercial: true}\n", to: "proviso.yaml")
    let findings = try scan("--base-policy", "base.yaml")
    #expect(findings.filter { $0["rule"] as? String == "AIL301" }.map { $0["proposedWaiver"] is NSNull } == [true])
    #expect(Set(findings.compactMap { $0["fingerprint"] as? String }).count == findings.count)
  }

  @Test("a waiver that is not allowed is a finding on its line")
  func notAllowed() throws {
    try folder.write(
      "version: 1\norganization: {commercial: true}\nrules: {AIL301: {waivable: false, fix: See the wiki.}}\n"
        + Self.waiver,
      to: "proviso.yaml")
    let findings = try scan()
    let refused = try #require(findings.first { $0["rule"] as? String == "AIL904" })
    #expect(refused["path"] as? String == "proviso.yaml")
    #expect(refused["line"] as? Int == 6)
    let finding = try #require(findings.first { $0["rule"] as? String == "AIL301" })
    #expect(finding["waiver"] is NSNull)
    #expect(finding["fix"] as? String == "See the wiki.")
    #expect(try run("policy", "validate").status == 2)
  }

  @Test("enforcement decides what fails, and the command line lowers nothing that is mandatory")
  func enforcement() throws {
    try folder.write(
      """
      version: 1
      organization: {commercial: true}
      contexts:
        - {id: research, paths: research/**, enforcement: advisory}
      """, to: "proviso.yaml")
    #expect(try run("scan").status == 0)
    #expect(try run("scan", "--enforce", "mandatory", "--fail-on", "never").status == 1)
    try folder.write("version: 1\nenforcement: mandatory\norganization: {commercial: true}\n", to: "proviso.yaml")
    #expect(try run("scan", "--enforce", "advisory", "--fail-on", "never").status == 1)
  }

  @Test("the globs of the repository's policy count from its root in a scan of a folder, too")
  func folderOfRepository() throws {
    try folder.makeDirectory(".git")
    try folder.write("AutoModel.from_pretrained('facebook/musicgen-small')\n", to: "services/research/sound.py")
    try folder.write(
      "version: 1\norganization: {commercial: true}\ncontexts:\n  - {id: lab, paths: research/**, facts: {commercial: false}}\n",
      to: "proviso.yaml")
    func isBarred(_ path: String, _ options: String...) throws -> Bool {
      let answer = try Tool.run(["scan", path, "--now", "2026-11-26"] + options, in: folder.path)
      return answer.output.contains("error AIL301")
    }
    #expect(try isBarred("services"), "services/research is not research")
    #expect(try isBarred("services", "--policy", "proviso.yaml"))
    #expect(try !isBarred("research"))
    #expect(try isBarred("."))
    try folder.write("version: 1\norganization: {commercial: true}\n", to: "other.yaml")
    #expect(try isBarred("research", "--policy", "other.yaml"))
  }

  @Test("a correction is void once its text is another")
  func voidCorrection() throws {
    try folder.write("one", to: "third_party/LICENSE")
    func policy(_ hash: String) -> String {
      """
      version: 1
      organization: {commercial: true}
      corrections:
        - model: facebook/musicgen-small
          license: mit
          evidence: {file: third_party/LICENSE, sha256: \(hash)}
          reason: bought
          author: a
      """
    }
    try folder.write(policy("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"), to: "proviso.yaml")
    #expect(try scan().contains { $0["rule"] as? String == "AIL301" } == false)
    try folder.write("two", to: "third_party/LICENSE")
    let findings = try scan()
    #expect(findings.contains { $0["rule"] as? String == "AIL301" })
    #expect(findings.contains { $0["rule"] as? String == "AIL903" && $0["level"] as? String == "warning" })
  }

  @Test("a license of one's own, a choice and an agreement hold in a scan")
  func ownTerms() throws {
    try folder.write("---\nlicense: MIT OR CC-BY-NC-4.0\n---\n", to: "models/a/README.md")
    try folder.write("{}", to: "models/a/config.json")
    let policy = """
      version: 1
      organization: {commercial: true}
      licenses:
        - {id: LicenseRef-house, name: House License, category: research-only, terms: {commercialUse: {value: "no", clause: "2"}}}
      corrections:
        - {model: meta-llama/Llama-3.1-8B, license: LicenseRef-house, reason: r, author: a}
      agreements:
        - {id: A, licensor: Meta, covers: {license: cc-by-nc-4.0, model: facebook/*}, lifts: [commercial], until: 2027-12-31}
      """
    try folder.write(policy, to: "proviso.yaml")
    func barred(_ findings: [[String: Any]]) -> Set<String> {
      Set(findings.filter { $0["rule"] as? String == "AIL301" }.compactMap { $0["model"] as? String })
    }
    #expect(barred(try scan()) == ["meta-llama/Llama-3.1-8B", "models/a"])
    try folder.write(policy + "\nchoices: [{expression: MIT OR CC-BY-NC-4.0, license: MIT}]\n", to: "proviso.yaml")
    #expect(barred(try scan()) == ["meta-llama/Llama-3.1-8B"])
  }

  @Test(
    "an agreement about training lifts the clause that bars improving other models, and none that bars competing ones",
    arguments: [("meta-llama/Meta-Llama-3-8B", []), ("LGAI-EXAONE/EXAONE-4.0-1.2B", ["AIL308"])])
  func training(model: String, expected: [String]) throws {
    try folder.write("AutoModel.from_pretrained('\(model)')\n", to: "a.py")
    let policy = """
      version: 1
      organization: {commercial: true, trains_foundation_models: true, trains_other_models_on_outputs: true}
      agreements:
        - {id: A, licensor: \(model.hasPrefix("meta") ? "Meta" : "LG AI Research"), covers: {model: "\(model)"}, lifts: [output_training], until: 2027-12-31}
      """
    try folder.write(policy, to: "proviso.yaml")
    let found = try scan().filter { $0["model"] as? String == model }.compactMap { $0["rule"] as? String }
    #expect(Set(found).intersection(["AIL306", "AIL308"]).sorted() == expected)
  }

  @Test("a pattern that matches no file is told")
  func emptyPattern() throws {
    try folder.write("version: 1\ncontexts: [{id: gone, paths: [app/**, gone/**]}]\n", to: "proviso.yaml")
    let answer = try run("scan", "--fail-on", "never")
    #expect(answer.output.contains("The pattern \"gone/**\" of context gone"))
    #expect(!answer.output.contains("\"app/**\""))
    try folder.write(
      """
      version: 1
      obligations: {built_with_display: {paths: [app/**, web/about.md]}, notices: {paths: [NOTICES/*]}}
      """, to: "proviso.yaml")
    let evidence = try run("scan", "--fail-on", "never")
    #expect(evidence.output.contains("The pattern \"web/about.md\" of obligations.built_with_display"))
    #expect(evidence.output.contains("The pattern \"NOTICES/*\" of obligations.notices"))
    #expect(!evidence.output.contains("\"app/**\""))
  }
}
