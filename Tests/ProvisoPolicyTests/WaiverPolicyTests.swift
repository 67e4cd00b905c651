import ProvisoCore
import ProvisoPolicy
import Testing

@Suite("A waiver that the policy does not let hold")
struct WaiverPolicyTests {
  private static func yaml(_ waiver: String, _ settings: String) -> String {
    "version: 1\n\(settings)\nwaivers:\n  - {id: W-1, rule: AIL102, subject: {model: a/b}, reason: r, owner: o, \(waiver)}"
  }

  @Test(
    "is told with its place, and the rest of the policy holds",
    arguments: [
      (
        yaml("expires: 2026-12-31", "rules: {AIL102: {waivable: false}}"),
        "4:21 error: waiver `W-1` does not hold: AIL102 is not waivable (proviso.yaml:2)"
      ),
      (
        yaml("expires: 2026-12-31", "waiver_policy: {require: [owner, approved_by, ticket]}"),
        "4:10 error: waiver `W-1` does not hold: it lacks `approved_by` and `ticket`"
          + " = `waiver_policy` at proviso.yaml:2 asks for it"
      ),
      (
        yaml("created: 2026-01-01, expires: 2026-12-31", "waiver_policy: {max_days: 180}"),
        "4:103 error: waiver `W-1` does not hold: it runs for 364 days, and 180 are allowed"
          + " = `max_days` stands at proviso.yaml:2"
      ),
      (
        yaml("expires: 2026-12-31", "waiver_policy: {max_days: 180}"),
        "4:10 error: waiver `W-1` does not hold: it lacks `created`, from which `max_days` counts"
      ),
    ])
  func refused(yaml: String, message: String) throws {
    let result = load(yaml)
    #expect(summary(result) == [message])
    #expect(result.diagnostics.map(\.rule) == ["AIL904"])
    let policy = try #require(result.policy)
    #expect(policy.waivers.isEmpty)
    #expect(policy.refusedWaivers.map(\.waiver.id) == ["W-1"])
  }

  @Test("holds on the last day that is allowed", arguments: [("2026-06-30", true), ("2026-07-01", false)])
  func lastDay(expires: String, holds: Bool) throws {
    let yaml = Self.yaml("created: 2026-01-01, expires: \(expires)", "waiver_policy: {max_days: 180}")
    #expect(try #require(load(yaml).policy).waivers.isEmpty != holds)
  }

  @Test("is one of a parent, too, where the child asks for more")
  func inherited() throws {
    let result = load(
      "version: 1\nextends: base.yaml\nrules: {AIL102: {waivable: false}}",
      others: ["base.yaml": Self.yaml("expires: 2026-12-31", "")])
    #expect(
      summary(result) == [
        "1:1 error: waiver `W-1` of base.yaml:4 does not hold: AIL102 is not waivable (proviso.yaml:3)"
      ])
    #expect(try #require(result.policy).waivers.isEmpty)
  }

  @Test("is one of a child where the parent asks for more, and the child cannot loosen it")
  func parent() throws {
    let base = "version: 1\nrules: {AIL102: {waivable: false}}\nwaiver_policy: {max_days: 30, inline: forbid}"
    let child = "version: 1\nextends: base.yaml\n"
    let waiver = load(
      child + "waivers: [{id: W, rule: AIL102, subject: {model: a/b}, reason: r, owner: o, expires: 2026-12-31}]",
      others: ["base.yaml": base])
    #expect(
      summary(waiver) == ["3:25 error: waiver `W` does not hold: AIL102 is not waivable (base.yaml:2)"])
    let loosened = load(
      child + "rules: {AIL102: {waivable: true}}\nwaiver_policy: {max_days: 60, inline: allow}",
      others: ["base.yaml": base])
    #expect(
      loosened.diagnostics.map(\.message) == [
        "`AIL102.waivable`: `true` is looser than `false` of base.yaml:2, which this policy extends",
        "`waiver_policy.max_days`: 60 is looser than 30 of base.yaml:3, which this policy extends",
        "`waiver_policy.inline`: `allow` is looser than `forbid` of base.yaml:3, which this policy extends",
      ])
    #expect(loosened.policy == nil)
  }

  @Test("counts days as the calendar does")
  func days() throws {
    func days(_ one: String, _ other: String) throws -> Int {
      try CalendarDate(parsing: one).days(to: CalendarDate(parsing: other))
    }
    #expect(try days("2026-01-01", "2026-12-31") == 364)
    #expect(try days("2024-02-28", "2024-03-01") == 2)
    #expect(try days("2023-02-28", "2023-03-01") == 1)
    #expect(try days("1999-12-31", "2000-01-01") == 1)
    #expect(try days("2026-05-05", "2026-05-05") == 0)
    #expect(try days("2026-05-05", "2025-05-05") == -365)
  }
}

@Suite("A waiver in a policy under review")
struct ProposedWaiverTests {
  private static func policy(_ expires: String) -> String {
    "version: 1\nwaivers: [{id: W, rule: AIL102, subject: {model: a/b}, reason: r, owner: o, expires: \(expires)}]"
  }

  @Test("is proposed where the base does not have it word for word")
  func proposed() throws {
    let base = try #require(load(Self.policy("2026-12-31")).policy)
    let same = try #require(load("# moved\n" + Self.policy("2026-12-31")).policy)
    let longer = try #require(load(Self.policy("2027-12-31")).policy)
    let empty = try #require(load("version: 1").policy)
    #expect(same.proposing(over: base).proposedWaivers == [])
    #expect(longer.proposing(over: base).proposedWaivers == ["W"])
    #expect(same.proposing(over: empty).proposedWaivers == ["W"])
  }
}

@Suite("Enforcement")
struct EnforcementTests {
  private static let yaml = """
    version: 1
    enforcement: overridable
    contexts:
      - {id: research, paths: research/**, enforcement: advisory}
      - {id: published, paths: models/**, enforcement: mandatory}
      - {id: rest, paths: app/**}
    """

  @Test(
    "is that of the context, else of the policy",
    arguments: [
      ("research/a.py", Enforcement.advisory), ("models/a", .mandatory), ("app/a.py", .overridable),
      ("x", .overridable),
    ])
  func contexts(path: String, level: Enforcement) throws {
    let policy = try #require(load(Self.yaml).policy)
    #expect(policy.enforcement(forPath: path) == level)
    #expect(policy.enforcement(forPath: nil) == .overridable)
  }

  @Test("of the command line lowers nothing that is mandatory")
  func commandLine() throws {
    let policy = try #require(load(Self.yaml).policy).enforcing(.advisory)
    #expect(policy.enforcement(forPath: "models/a") == .mandatory)
    #expect(policy.enforcement(forPath: "app/a") == .advisory)
    #expect(policy.enforcement(forPath: "x") == .advisory)
    let raised = try #require(load(Self.yaml).policy).enforcing(.mandatory)
    #expect(raised.enforcement(forPath: "research/a.py") == .mandatory)
    #expect(raised.enforcement(forPath: "x") == .mandatory)
    let whole = try #require(load("version: 1\nenforcement: mandatory").policy).enforcing(.advisory)
    #expect(whole.enforcement(forPath: "x") == .mandatory)
  }

  @Test("of a parent's context holds whatever context is put before it")
  func shadowed() throws {
    let base = "version: 1\ncontexts: [{id: models, paths: models/**, enforcement: mandatory}]"
    let child = "version: 1\nextends: base.yaml\ncontexts: [{id: mine, paths: \"**\", enforcement: advisory}]"
    let marked = base + "\noverridable: enforcement"
    let bound = try #require(load(child, others: ["base.yaml": marked]).policy)
    #expect(bound.enforcement(forPath: "models/a") == .mandatory)
    #expect(bound.enforcement(forPath: "app/a") == .advisory)
    let free = try #require(load(child, others: ["base.yaml": base + "\noverridable: contexts"]).policy)
    #expect(free.enforcement(forPath: "models/a") == .advisory)
    let same = load(
      "version: 1\nextends: base.yaml\ncontexts: [{id: models, paths: models/**}]", others: ["base.yaml": base])
    #expect(try #require(same.policy).enforcement(forPath: "models/a") == .mandatory)
    let lower = load(
      "version: 1\nextends: base.yaml\ncontexts: [{id: models, paths: models/**, enforcement: advisory}]",
      others: ["base.yaml": base])
    #expect(
      lower.diagnostics.map(\.message) == [
        "`contexts.models`: `advisory` is looser than `mandatory` of base.yaml:2, which this policy extends"
      ])
  }

  @Test("decides whether a finding fails the run")
  func failing() {
    func fails(_ enforcement: Enforcement, _ level: Level, from: Level?) -> Bool {
      Finding(
        rule: "AIL301", name: "n", level: level, message: "m", location: nil, model: nil, license: nil, clause: nil,
        fix: "", fingerprint: "f", enforcement: enforcement
      ).fails(from: from)
    }
    #expect(fails(.overridable, .error, from: .error))
    #expect(!fails(.overridable, .error, from: nil))
    #expect(!fails(.advisory, .error, from: .note))
    #expect(fails(.mandatory, .error, from: nil))
    #expect(!fails(.mandatory, .warning, from: nil))
    #expect(fails(.mandatory, .warning, from: .warning))
  }
}

@Suite("A mistake in agreements, licenses, choices or tests")
struct LaterSectionMistakeTests {
  @Test(
    "is told with its place and what to write",
    arguments: [
      (
        "agreements: [{id: A, licensor: L, covers: {license: mit}, lifts: [comercial], until: 2026-12-31}]",
        [
          "2:67 error: `lifts`: expected `commercial`, `threshold.monthly_active_users`, `threshold.annual_revenue`, "
            + "`threshold.monthly_revenue`, `threshold.total_funding`, `output_training`, `hosting`, `excluded_regions`, `restrictions`, "
            + "`derivative_license`, `redistribution`, `display`, `notice`, `name_prefix` or `access`, found the text `comercial`"
            + " = did you mean `commercial`?"
        ]
      ),
      (
        "agreements: [{id: A, licensor: L, covers: {model: '*/**'}, lifts: [commercial], until: 2026-12-31}]",
        [
          "2:51 error: `covers`: `*/**` is every model of everybody, and an agreement is with one licensor"
            + " = name the license, or the models by their owner: `acme/*`"
        ]
      ),
      (
        "agreements: [{id: A, licensor: L, covers: {}, lifts: hosting, from: 2026-02-01, until: 2026-01-01}]",
        [
          "2:43 error: `covers`: expected a license, a model or both, found neither"
            + " = write `license: ` and an id, or `model: ` and a name",
          "2:88 error: `until`: 2026-01-01 is before the agreement's beginning on 2026-02-01",
        ]
      ),
      (
        "licenses: [{id: acme-1, name: n, category: permissive, terms: {}}]",
        ["2:17 error: `id`: expected `LicenseRef-` and letters, digits, `-` or `.`, found `acme-1`"]
      ),
      (
        "licenses: [{id: LicenseRef-a, name: n, category: free, terms: {commercialUse: maybe}}]",
        [
          "2:50 error: `category`: expected `public-domain`, `permissive`, `weak-copyleft`, `copyleft`, "
            + "`network-copyleft`, `share-alike`, `use-restricted`, `community`, `no-derivatives`, `non-commercial`, "
            + "`research-only` or `proprietary`, found the text `free`",
          "2:79 error: `commercialUse`: expected `yes`, `no` or `conditional`, found the text `maybe`",
        ]
      ),
      (
        "corrections: [{model: a/b, license: LicenseRef-acme, reason: r, author: a}]",
        ["2:37 error: `license`: `LicenseRef-acme` is not the id of a known license = describe it under `licenses`"]
      ),
      (
        "choices: [{expression: mit OR apache-2.0, license: llama3.1}]",
        ["2:52 error: `license`: `llama3.1` is no choice of `mit OR apache-2.0` = it offers `mit` or `apache-2.0`"]
      ),
      (
        "choices: [{expression: mit or (, license: mit}]",
        ["2:24 error: `expression`: `mit or (` is no license expression"]
      ),
      (
        "tests: [{name: n, given: {facts: {commercial: true}}, expect: {verdict: deny}}]",
        ["2:27 error: a test is given one of `license`, `model` and `state`, found none of them"]
      ),
      (
        "tests: [{name: n, given: {license: mit, context: lab}, expect: {}}]",
        [
          "2:50 error: there is no context `lab`",
          "2:64 error: `expect`: expected a verdict or rules, found an empty mapping",
        ]
      ),
      (
        "waiver_policy: {require: [approver], max_days: 0}",
        [
          "2:27 error: `require`: expected `reason`, `code`, `owner`, `approved_by`, `ticket`, `created`, `expires`, "
            + "`license`, `text_sha256`, `revision` or `paths`, found the text `approver`",
          "2:48 error: `max_days`: expected a number of days, found the number `0`",
        ]
      ),
      (
        "enforcement: strict",
        ["2:14 error: `enforcement`: expected `advisory`, `overridable` or `mandatory`, found the text `strict`"]
      ),
    ])
  func mistake(section: String, expected: [String]) {
    #expect(summary(load("version: 1\n" + section)) == expected)
  }

  @Test("a license of one's own is known to the rest of the policy, and to whoever extends it")
  func ownLicense() throws {
    let base = """
      version: 1
      licenses:
        - id: LicenseRef-acme
          name: Acme Model License
          category: community
          terms:
            commercialUse: {value: conditional, clause: "2"}
            thresholds: [{metric: annual-revenue, amount: 5_000_000, currency: EUR, effect: terminates, clause: "3"}]
            excludedRegions: [EU]
            restrictions: {value: [military], clause: "4"}
      corrections: [{model: acme/m, license: LicenseRef-acme, reason: r, author: a}]
      """
    let result = load(
      "version: 1\nextends: base.yaml\nverdicts: {deny: [{license: LicenseRef-acme}]}", others: ["base.yaml": base])
    #expect(summary(result) == [])
    let license = try #require(result.policy?.licenses.first?.license)
    #expect(license.terms.commercialUse == Term(.conditional, clause: "2"))
    #expect(license.terms.thresholds.map(\.amount) == [5_000_000])
    #expect(license.terms.thresholds.first?.currency == "EUR")
    #expect(license.terms.excludedRegions.value == ["EU"])
    #expect(license.terms.acceptableUse.restrictions == ["military"])
  }

  @Test("a license of one's own can say all that a record can")
  func allTerms() throws {
    let yaml = """
      version: 1
      licenses:
        - id: LicenseRef-acme
          name: Acme Model License
          category: community
          terms:
            commercialUse: conditional
            commercialOutputs: {value: "yes", clause: "1"}
            outputTraining: {value: forbidden, scope: competing-models, clause: "2"}
            outputsMakeDerivatives: false
            hosting: {value: counts-as-distribution, except: a demonstration, clause: "3"}
            display: {value: Built with Acme, alternatives: [Acme inside], appliesTo: derivatives, clause: "4"}
            noticeText: {value: Acme is licensed., appliesTo: derivatives}
            acceptableUse: {value: "https://acme.example/policy", restrictions: [military], clause: "5"}
            excludedRegions: {value: [EU], appliesTo: multimodal-models, clause: "6"}
            registration: {value: true, appliesTo: commercial-use, opens: commercial-use, clause: "7"}
            competitorLicense: {value: true, clause: "8"}
            publisherMayChange: {value: true, clause: "9"}
            termination: {value: at a breach}
            patentRetaliation: {value: true, clause: "10"}
            governingLaw: Utopia
      """
    let result = load(yaml)
    #expect(summary(result) == [])
    let terms = try #require(result.policy?.licenses.first?.license.terms)
    #expect(terms.commercialOutputs == Term(.yes, clause: "1"))
    #expect(terms.outputTraining == Term(.forbidden, clause: "2") && terms.outputTrainingScope == .competingModels)
    #expect(terms.outputsMakeDerivatives == Term(false))
    #expect(terms.hosting == Term(.countsAsDistribution, clause: "3") && terms.hostingException == "a demonstration")
    #expect(terms.display == Term("Built with Acme", clause: "4") && terms.displayAlternatives == ["Acme inside"])
    #expect(terms.displayAppliesTo == .derivatives && terms.noticeAppliesTo == .derivatives)
    #expect(
      terms.acceptableUse == .init(value: "https://acme.example/policy", clause: "5", restrictions: ["military"]))
    #expect(terms.excludedRegions == .init(value: ["EU"], appliesTo: "multimodal-models", clause: "6"))
    #expect(terms.registration == Term(true, clause: "7") && terms.registrationAppliesTo == .commercialUse)
    #expect(terms.registrationOpens == .commercialUse)
    #expect(terms.competitorLicense == Term(true, clause: "8") && terms.publisherMayChange == Term(true, clause: "9"))
    #expect(terms.patentRetaliation == Term(true, clause: "10"))
    #expect(terms.termination == Term("at a breach") && terms.governingLaw == Term("Utopia"))
  }

  @Test(
    "a term says no more than its key has room for",
    arguments: [
      (
        "derivatives: {value: true, scope: x}",
        "2:96 error: unknown key `scope` in the term `derivatives` = the keys are `value`, `clause`"
      ),
      (
        "outputTraining: {value: forbidden, scope: all}",
        "2:111 error: `scope`: expected `competing-models`, `foundation-models`, `similar-models` or `commercial-use`, found the text `all`"
      ),
      (
        "restrictions: [military], acceptableUse: {restrictions: [military]}",
        "2:83 error: `restrictions`: `acceptableUse` says them already"
      ),
    ])
  func limits(term: String, expected: String) {
    let head = "version: 1\nlicenses: [{id: LicenseRef-a, name: n, category: community, terms: {"
    #expect(summary(load("\(head)\(term)}}]")) == [expected])
  }
}
