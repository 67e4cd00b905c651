import ProvisoCore
import ProvisoPolicy
import Testing

@Suite("A policy that loosens what it extends")
struct LooseningTests {
  private static let base = """
    version: 1
    on_missing_fact: review
    rules: {AIL102: {severity: warning}, AIL501: {severity: note}}
    scopes: {test: note}
    verdicts: {states: {unknown: review}, default: review, allow: [{license: mit}], deny: [{license: cc-by-nc-4.0}]}

    """

  private func summaries(_ child: String, of base: String, overridable: String? = nil) -> [String] {
    let base = base + (overridable.map { "overridable: \($0)\n" } ?? "")
    return summary(load("version: 1\nextends: base.yaml\n\(child)", others: ["base.yaml": base]))
  }

  /// What is looser, the line of the parent that is loosened with what stands there, and what sets it free.
  struct Case: Sendable {
    var parent: String
    var child: String
    /// The place in the child, what is said of it, and what of the parent it is held against.
    var message: String
    var section: String

    init(_ parent: String, _ child: String, _ message: String, _ section: String) {
      self.parent = parent
      self.child = child
      self.message = message
      self.section = section
    }
  }

  private static func stated(_ child: String, _ message: String, _ section: String) -> Case {
    Case(String(base.dropFirst("version: 1\n".count)), child, message, section)
  }

  private static let context = "contexts: [{id: lab, paths: lab/**, facts: {commercial: true}}]\n"
  private static let own =
    "licenses: [{id: LicenseRef-a, name: A, category: community, terms: {commercialUse: conditional}}]\n"

  static let cases = [
    // Levels, rules, verdicts.
    stated(
      "on_missing_fact: allow", "3:1 error: `on_missing_fact`: `allow` is looser than `review` of base.yaml:2",
      "on_missing_fact"),
    stated(
      "rules: {AIL102: {severity: off}}", "3:18 error: `AIL102`: `off` is looser than `warning` of base.yaml:3",
      "AIL102"),
    stated("scopes: {test: off}", "3:10 error: `scopes.test`: `off` is looser than `note` of base.yaml:4", "scopes"),
    stated(
      "verdicts: {states: {unknown: allow}}",
      "3:21 error: `verdicts.states.unknown`: `allow` is looser than `review` of base.yaml:5", "verdicts"),
    stated(
      "verdicts: {default: allow}", "3:12 error: `verdicts.default`: `allow` is looser than `review` of base.yaml:5",
      "verdicts"),
    stated(
      "verdicts: {allow: [{license: llama3.1}]}",
      "3:12 error: `verdicts.allow`: another entry is looser than `review` of base.yaml:5", "verdicts"),
    Case(
      "verdicts: {allow: [{license: mit}]}\n", "verdicts: {default: allow}",
      "3:12 error: `verdicts.default`: `allow` is looser than `review` of base.yaml:2", "verdicts"),
    Case(
      "rules: {AIL501: {options: {allow_tags: false}}}\n", "rules: {AIL501: {options: {allow_tags: true}}}",
      "3:28 error: `AIL501.allow_tags`: `true` is looser than `false` of base.yaml:2", "AIL501"),
    Case(
      "rules: {AIL102: {waivable: false}}\n", "rules: {AIL102: {waivable: true}}",
      "3:18 error: `AIL102.waivable`: `true` is looser than `false` of base.yaml:2", "AIL102"),
    Case(
      "waiver_policy: {max_days: 30}\n", "waiver_policy: {max_days: 31}",
      "3:17 error: `waiver_policy.max_days`: 31 is looser than 30 of base.yaml:2", "waiver_policy"),
    Case(
      "enforcement: mandatory\n", "enforcement: overridable",
      "3:1 error: `enforcement`: `overridable` is looser than `mandatory` of base.yaml:2", "enforcement"),
    // What holds where the parent says nothing.
    Case(
      "", "rules: {AIL302: {severity: warning}}",
      "3:18 error: `AIL302`: `warning` is looser than `error`, the default that holds in base.yaml", "AIL302"),
    Case(
      "", "rules: {AIL501: {options: {allow_tags: true}}}",
      "3:28 error: `AIL501.allow_tags`: `true` is looser than `false`, the default that holds in base.yaml", "AIL501"),
    Case(
      "", "on_missing_fact: allow",
      "3:1 error: `on_missing_fact`: `allow` is looser than `review`, the default that holds in base.yaml",
      "on_missing_fact"),
    Case(
      "", "enforcement: advisory",
      "3:1 error: `enforcement`: `advisory` is looser than `overridable`, the default that holds in base.yaml",
      "enforcement"),
    Case(
      "", "scopes: {ci: warning}",
      "3:10 error: `scopes.ci`: `warning` is looser than no ceiling, the default that holds in base.yaml", "scopes"),
    Case(
      "", "waiver_policy: {inline: allow}",
      "3:17 error: `waiver_policy.inline`: `allow` is looser than `forbid`, the default that holds in base.yaml",
      "waiver_policy"),
    Case(
      "verdicts: {default: deny}\n", "verdicts: {states: {absent: review}}",
      "3:21 error: `verdicts.states.absent`: `review` is looser than `deny` of base.yaml:2", "verdicts"),
    // Facts, by the organization and by context.
    Case(
      "organization: {commercial: true}\n", "organization: {commercial: false}",
      "3:16 error: `organization.commercial`: `false` is looser than `true` of base.yaml:2", "organization"),
    Case(
      "organization: {commercial: true}\n", "organization: {commercial: unknown}",
      "3:16 error: `organization.commercial`: `unknown` is looser than `true` of base.yaml:2", "organization"),
    Case(
      "organization: {open_source_product: false}\n", "organization: {open_source_product: true}",
      "3:16 error: `organization.open_source_product`: `true` is looser than `false` of base.yaml:2", "organization"),
    Case(
      "organization: {monthly_active_users: 9_400_000}\n", "organization: {monthly_active_users: 9}",
      "3:16 error: `organization.monthly_active_users`: `9` is looser than `9400000` of base.yaml:2", "organization"),
    Case(
      "organization: {monthly_active_users: [{as_of: 2024-07, value: 5}, {as_of: 2026-01, value: 7}]}\n",
      "organization: {monthly_active_users: [{as_of: 2026-01, value: 8}]}",
      "3:16 error: `organization.monthly_active_users`: `[{as_of: 2026-01, value: 8}]` is looser than "
        + "`[{as_of: 2024-07, value: 5}, {as_of: 2026-01, value: 7}]` of base.yaml:2", "organization"),
    Case(
      "organization: {annual_revenue: 5}\n", "organization: {annual_revenue: {amount: 9, currency: EUR}}",
      "3:16 error: `organization.annual_revenue`: `{amount: 9, currency: EUR}` is not `5` of base.yaml:2",
      "organization"),
    Case(
      "organization: {headquarters: DE}\n", "organization: {headquarters: US}",
      "3:16 error: `organization.headquarters`: `US` is not `DE` of base.yaml:2", "organization"),
    Case(
      "organization: {regions_served: [EU, US]}\n", "organization: {regions_served: US}",
      "3:16 error: `organization.regions_served`: `[US]` is looser than `[EU, US]` of base.yaml:2", "organization"),
    Case(
      "organization: {affiliates_included: false}\n", "organization: {affiliates_included: true}",
      "3:16 error: `organization.affiliates_included`: `true` is looser than `false` of base.yaml:2", "organization"),
    Case(
      "organization: {commercial: true}\n", "contexts: [{id: mine, paths: \"**\", facts: {commercial: false}}]",
      "3:44 error: `contexts.mine.facts.commercial`: `false` is looser than `true` of base.yaml:2", "contexts"),
    Case(
      context, "contexts: [{id: lab, paths: lab/**, facts: {commercial: false}}]",
      "3:45 error: `contexts.lab.facts.commercial`: `false` is looser than `true` of base.yaml:2", "contexts"),
    Case(
      context, "contexts: [{id: lab, paths: elsewhere/**}]",
      "3:22 error: `contexts.lab.paths`: `elsewhere/**` is not `lab/**` of base.yaml:2", "contexts"),
    Case(
      "contexts: [{id: lab, paths: lab/**}]\nverdicts: {deny: [{license: cc-by-nc-4.0, unless: {context: lab}}]}\n",
      "contexts: [{id: lab, paths: \"**\"}]",
      "3:22 error: `contexts.lab.paths`: `**` is not `lab/**` of base.yaml:2", "contexts"),
    Case(
      "enforcement: mandatory\n", "contexts: [{id: mine, paths: \"**\", enforcement: overridable}]",
      "3:36 error: `contexts.mine`: `overridable` is looser than `mandatory` of base.yaml:2", "contexts"),
    // Evidence, and what says something else of the same thing.
    Case(
      "obligations: {built_with_display: {paths: docs/about.md}}\n",
      "obligations: {built_with_display: {paths: [docs/about.md, \"**\"]}}",
      "3:15 error: `obligations.built_with_display`: `docs/about.md`, `**` is not `docs/about.md` of base.yaml:2",
      "obligations"),
    Case(
      "corrections: [{model: a/b, license: cc-by-nc-4.0, reason: r, author: a}]\n",
      "corrections: [{model: A/b, license: mit, reason: r, author: a}]",
      "3:37 error: `corrections.A/b`: `mit` is not `cc-by-nc-4.0` of base.yaml:2", "corrections"),
    Case(
      "", "corrections: [{model: a/b, license: mit, reason: r, author: a}]",
      "3:37 error: `corrections.a/b`: `mit` can be looser than what the model's own files say, the default that holds in base.yaml",
      "corrections"),
    Case(
      "agreements: [{id: B, licensor: L, covers: {license: llama3.2}, lifts: [hosting], until: 2026-12-31}]\n",
      "agreements: [{id: A, licensor: L, covers: {model: a/b}, lifts: [commercial], until: 2026-12-31}]",
      "3:19 error: `agreements.A`: fewer terms of a license are looser than all of them, the default that holds in base.yaml",
      "agreements"),
    Case(
      "", "choices: [{expression: MIT OR llama3.1, license: MIT}]",
      "3:50 error: `choices.MIT OR llama3.1`: `MIT` can be looser than what else `MIT OR llama3.1` offers, the default that holds in base.yaml",
      "choices"),
    Case(
      "", own,
      "3:17 error: `licenses.LicenseRef-a`: terms of one's own can be looser than those of a license that nobody has described, the default that holds in base.yaml",
      "licenses"),
    Case(
      "choices: [{expression: MIT OR llama3.1, license: llama3.1}]\n",
      "choices: [{expression: MIT OR llama3.1, license: MIT}]",
      "3:50 error: `choices.MIT OR llama3.1`: `MIT` is not `llama3.1` of base.yaml:2", "choices"),
    Case(
      own, own.replacing("conditional", with: "yes"),
      "3:17 error: `licenses.LicenseRef-a`: this description is not the one of base.yaml:2", "licenses"),
  ]

  @Test("is refused where the parent does not mark it overridable, with both places", arguments: cases)
  func refused(example: Case) {
    let base = "version: 1\n" + example.parent
    #expect(
      summaries(example.child, of: base) == [
        "\(example.message), which this policy extends"
          + " = what may be loosened, a policy lists: `overridable: [\(example.section)]`"
      ])
    #expect(summaries(example.child, of: base, overridable: "[\(example.section)]") == [])
    #expect(summaries(example.child, of: base, overridable: "all") == [])
  }

  @Test("sets all rules free by the name of their section")
  func rules() {
    #expect(summaries("rules: {AIL102: {severity: off}}", of: Self.base, overridable: "rules") == [])
  }

  @Test(
    "is free to tighten, and to say what the parent does not know",
    arguments: [
      "on_missing_fact: deny", "rules: {AIL102: {severity: error}, AIL203: {severity: error, fix: Ask legal.}}",
      "scopes: {test: error, example: error}", "verdicts: {states: {unknown: deny, absent: review}, default: deny}",
      "verdicts: {review: [{license: mit}], deny: [{license: mit}]}", "organization: {commercial: false}",
      "enforcement: mandatory", "waiver_policy: {require: [ticket], max_days: 10, inline: forbid}",
      "contexts: [{id: mine, paths: \"**\", facts: {commercial: false}, enforcement: mandatory}]",
      "obligations: {notices: {paths: NOTICE}}",
    ])
  func tightened(child: String) {
    #expect(summaries(child, of: Self.base) == [])
  }

  @Test(
    "is free to state stricter facts",
    arguments: [
      ("commercial: false", "commercial: true"), ("monthly_active_users: 5", "monthly_active_users: 6"),
      ("monthly_active_users: [{as_of: 2024-07, value: 5}]", "monthly_active_users: 5"),
      ("annual_revenue: 5", "annual_revenue: {amount: 5, currency: USD, as_of: 2026-01}"),
      ("regions_served: [US]", "regions_served: [EU, US]"), ("uses: [military]", "uses: [biometric, military]"),
      ("headquarters: unknown", "headquarters: US"), ("fine_tunes: false", "fine_tunes: unknown"),
    ])
  func facts(parent: String, child: String) {
    #expect(
      summaries("organization: {\(child)}", of: "version: 1\norganization: {\(parent)}\n").filter {
        !$0.contains("restriction")
      } == [])
  }

  @Test(
    "may say once more what the parent corrects or chooses",
    arguments: [
      "corrections: [{model: a/b, license: mit, reason: r, author: a}]\n",
      "choices: [{expression: MIT OR llama3.1, license: MIT}]\n",
    ])
  func same(entry: String) {
    #expect(summaries(entry, of: "version: 1\n" + entry) == [])
  }

  @Test("does not come before a context of the parent, and keeps its facts")
  func contexts() throws {
    let base = "version: 1\ncontexts: [{id: models, paths: models/**, facts: {distributes_weights: true}}]\n"
    let child = """
      version: 1
      extends: base.yaml
      contexts:
        - {id: mine, paths: "**", facts: {distributes_weights: false}}
        - {id: models, paths: models/**, facts: {commercial: true}}
      """
    let bound = try #require(load(child, others: ["base.yaml": base]).policy)
    #expect(bound.contexts.map(\.id) == ["models", "mine"])
    let (context, facts) = bound.facts(forPath: "models/a")
    #expect(context == "models")
    #expect(facts.distributesWeights.value == true)
    #expect(facts.commercial.value == true)
    let free = try #require(load(child, others: ["base.yaml": base + "overridable: contexts"]).policy)
    #expect(free.facts(forPath: "models/a").context == "mine")
  }

  @Test("is measured against all that it extends, directly and not")
  func grandparents() {
    let middle = "version: 1\nextends: base.yaml\nrules: {AIL102: {severity: error}}\noverridable: [rules]"
    func child(_ severity: String) -> [String] {
      load(
        "version: 1\nextends: middle.yaml\nrules: {AIL102: {severity: \(severity)}}",
        others: ["middle.yaml": middle, "base.yaml": "version: 1\nrules: {AIL102: {severity: warning}}"]
      ).diagnostics.map(\.message)
    }
    #expect(child("warning") == [])
    #expect(child("note") == ["`AIL102`: `note` is looser than `warning` of base.yaml:2, which this policy extends"])
  }

  @Test("gives its children no more than it marks itself")
  func inherited() {
    let result = load(
      "version: 1\nextends: middle.yaml\nrules: {AIL102: {severity: off}}",
      others: [
        "middle.yaml": "version: 1\nextends: proviso:default", "proviso:default": "version: 1\noverridable: all",
      ])
    #expect(
      result.diagnostics.map(\.message) == [
        "`AIL102`: `off` is looser than `error`, the default that holds in middle.yaml, which this policy extends"
      ])
  }

  @Test("is one of several parents that is laid over another")
  func parents() {
    let result = load(
      "version: 1\nextends: [a.yaml, b.yaml]",
      others: [
        "a.yaml": "version: 1\non_missing_fact: deny", "b.yaml": "version: 1\non_missing_fact: allow",
      ])
    #expect(
      summary(result) == [
        "2:19 error: `on_missing_fact`: `allow` is looser than `deny` of a.yaml:2, which this policy extends"
          + " = what may be loosened, a policy lists: `overridable: [on_missing_fact]`"
      ])
  }
}
