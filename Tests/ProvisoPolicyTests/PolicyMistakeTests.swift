import ProvisoPolicy
import Testing

@Suite("A mistake in a policy")
struct PolicyMistakeTests {
  /// YAML, and all that is said of it.
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var yaml: String
    var expected: [String]

    init(_ name: String, _ yaml: String, _ expected: String...) {
      testDescription = name
      self.yaml = yaml
      self.expected = expected
    }
  }

  @Test("of form is told with its place and what to write", arguments: forms)
  func form(example: Case) {
    check(example)
  }

  @Test("of fact is told with its place and what to write", arguments: facts)
  func fact(example: Case) {
    check(example)
  }

  @Test("of section is told with its place and what to write", arguments: sections)
  func section(example: Case) {
    check(example)
  }

  private func check(_ example: Case) {
    let result = load(example.yaml)
    #expect(summary(result) == example.expected)
    #expect((result.policy == nil) == result.diagnostics.contains { $0.severity == .error })
  }
}

extension PolicyMistakeTests {
  private static let forms = [
    Case("an empty file", "", "1:1 error: the policy is empty = a policy begins with `version: 1`"),
    Case("only comments", "# soon\n", "1:1 error: the policy is empty = a policy begins with `version: 1`"),
    Case("a list", "- version: 1", "1:1 error: expected a policy as a mapping, found a list"),
    Case(
      "no version", "# ours\nname: acme",
      "2:1 error: the key `version` is missing in a policy = begin the file with `version: 1`"),
    Case(
      "a misspelt version, once", "verson: 1",
      "1:1 error: unknown key `verson` in a policy = did you mean `version`?"),
    Case(
      "a version to come", "version: 2\nfuture: true",
      "1:10 error: version `2` of the policy language is not supported by this version of proviso"
        + " = write `version: 1`, or use a newer proviso"),
    Case(
      "a version as text", "version: \"1\"", "1:10 error: `version`: expected the number 1, found the text `1`"),
    Case(
      "a fact outside of the organization", "version: 1\ncommercial: true",
      "2:1 error: unknown key `commercial` in a policy = facts stand under `organization`"),
    Case(
      "a section within the organization", "version: 1\norganization:\n  commercial: true\n  verdicts: {}",
      "4:3 error: unknown key `verdicts` in the organization = `verdicts` stands at the top of the policy, not indented"
    ),
    Case(
      "a fact beside those of a context", "version: 1\ncontexts:\n  - {id: a, paths: [x], commercial: true}",
      "3:25 error: unknown key `commercial` in a context = the facts of a context stand under its `facts`"),
    Case(
      "a misspelt key", "version: 1\norganisation: {}",
      "2:1 error: unknown key `organisation` in a policy = did you mean `organization`?"),
    Case(
      "a key twice", "version: 1\nname: acme\nname: acme",
      "3:1 error: the key `name` is written twice = it stands in line 2"),
    Case(
      "a merge key", "version: 1\norganization:\n  <<: {commercial: true}",
      "3:3 error: unknown key `<<` in the organization"),
    Case(
      "a tab", "version: 1\norganization:\n\tcommercial: true",
      "3:1 error: a tab is not allowed as indentation; use spaces"),
    Case(
      "an alias", "version: 1\nname: &name acme\ndescription: *name",
      "3:14 error: the alias *name is not allowed here; write the value out"),
    Case(
      "a tag", "version: 1\nname: !!python/object x",
      "2:7 error: the tag \"!!python/object\" is none of YAML's own"),
    Case(
      "a tag of a list", "version: 1\norganization:\n  industries: &a !Ref [health]",
      "3:15 error: the tag \"!Ref\" is none of YAML's own"),
    Case(
      "a tag of a mapping", "version: 1\norganization: !include\n  commercial: true",
      "2:15 error: the tag \"!include\" is none of YAML's own"),
    Case(
      "a second document", "version: 1\n---\nversion: 1",
      "3:1 error: a policy is one YAML document, found another = remove the `---` between them"),
    Case(
      "a text that is a number", "version: 1\nname: 7",
      "2:7 error: `name`: expected a text, found the number `7` = put it in quotes"),
    Case(
      "a text that is not there", "version: 1\nname:\ndescription: ''",
      "2:6 error: `name`: expected a text, found nothing",
      "3:14 error: `description`: expected a text, found an empty text"),
    Case(
      "a choice misspelt", "version: 1\non_missing_fact: reviw",
      "2:18 error: `on_missing_fact`: expected `allow`, `review` or `deny`, found the text `reviw`"
        + " = did you mean `review`?"),
    Case(
      "several at once", "name: [a]\nrulez: {}\nwaivers: none",
      "1:1 error: the key `version` is missing in a policy = begin the file with `version: 1`",
      "1:7 error: `name`: expected a text, found a list",
      "2:1 error: unknown key `rulez` in a policy = did you mean `rules`?",
      "3:10 error: `waivers`: expected a list, found the text `none`"),
  ]

  private static func organization(_ name: String, _ facts: String, _ expected: String...) -> Case {
    var example = Case(name, "version: 1\norganization:\n  \(facts)")
    example.expected = expected
    return example
  }

  private static let facts = [
    Case(
      "a key without a blank behind its colon", "version: 1\norganization:\n  commercial:true",
      "3:3 error: expected the organization as a mapping, found the text `commercial:true` = write a blank behind the colon"
    ),
    Case(
      "a key with a blank that is none", "version: 1\norganization:\n  commercial:\u{A0}true",
      "3:3 error: expected the organization as a mapping, found the text `commercial:\u{A0}true`"
        + " = the blank behind the colon is not a plain one; write it anew"),
    organization(
      "a list as one text", "regions_served: EU, US",
      "3:19 error: `regions_served`: `EU, US` is not a country code of ISO 3166, `EU` or `EEA` = write a list: [EU, US]"
    ),
    organization(
      "quotes of a text", "regions_served: “EU”",
      "3:19 error: `regions_served`: `“EU”` is not a country code of ISO 3166, `EU` or `EEA`"
        + " = these quotes are a part of the text; leave them out"),
    organization(
      "nobody served by a service", "regions_served: []\n  serves_over_network: true",
      "3:19 error: `regions_served`: an empty list says that nobody is served anywhere, and `serves_over_network: true` that"
        + " somebody is = list where users are, or write `unknown`"),
    organization("nobody served, and no service", "regions_served: []\n  serves_over_network: false"),
    organization(
      "a misspelt fact", "monthly_active_user: 5",
      "3:3 error: unknown key `monthly_active_user` in the organization = did you mean `monthly_active_users`?"),
    organization(
      "yes", "commercial: yes",
      "3:15 error: `commercial`: expected `true`, `false` or `unknown`, found the text `yes` = write `true`"),
    organization(
      "off", "commercial: off",
      "3:15 error: `commercial`: expected `true`, `false` or `unknown`, found the text `off` = write `false`"),
    organization(
      "a boolean in quotes", "commercial: 'true'",
      "3:15 error: `commercial`: expected `true`, `false` or `unknown`, found the text `true`"
        + " = write `true` without quotes"),
    organization(
      "a boolean that is not there", "commercial:",
      "3:14 error: `commercial`: expected `true`, `false` or `unknown`, found nothing"
        + " = write `unknown` for what is not known"),
    organization(
      "a negative number", "monthly_active_users: -5",
      "3:25 error: `monthly_active_users`: expected a number that is not negative, found `-5`"),
    organization(
      "a number with a point", "monthly_active_users: 9.4",
      "3:25 error: `monthly_active_users`: expected a whole number, found `9.4`"
        + " = write all its digits, for example 9_400_000"),
    organization(
      "a number in words", "monthly_active_users: 9 million",
      "3:25 error: `monthly_active_users`: expected a number, or a list of {as_of, value}, found the text `9 million`"
        + " = write all its digits, for example 9_400_000"),
    organization(
      "a number in quotes", "monthly_active_users: \"5\"",
      "3:25 error: `monthly_active_users`: expected a number, or a list of {as_of, value}, found the text `5`"
        + " = write it without quotes"),
    organization(
      "a number that is a boolean", "monthly_active_users: true",
      "3:25 error: `monthly_active_users`: expected a number, or a list of {as_of, value}, found the boolean `true`"
        + " = write all its digits, for example 9_400_000"),
    organization(
      "too large a number", "monthly_active_users: 10000000000000000000",
      "3:25 error: `monthly_active_users`: `10000000000000000000` is too large a number"),
    organization(
      "a history with a wrong month", "monthly_active_users: [{as_of: 2024-13, value: 5}]",
      "3:34 error: `as_of`: `2024-13` is not a date: there is no month 13 = dates are year-month-day"),
    organization(
      "a history with one month twice",
      "monthly_active_users: [{as_of: 2024-07, value: 5}, {as_of: 2024-07, value: 6}]",
      "3:54 error: `monthly_active_users` has two values for 2024-07"),
    organization(
      "a history of nothing", "monthly_active_users: []",
      "3:25 error: `monthly_active_users`: expected at least one {as_of, value}, found an empty list"),
    organization(
      "a history without a value", "monthly_active_users: [{as_of: 2024-07}]",
      "3:27 error: the key `value` is missing in an entry of `monthly_active_users`"),
    organization(
      "money as a list", "annual_revenue: [5]",
      "3:19 error: `annual_revenue`: expected a number of US dollars, or {amount, currency, as_of}, found a list"),
    organization(
      "an unknown currency", "annual_revenue: {amount: 5, currency: EUO}",
      "3:41 error: `currency`: `EUO` is not a currency code of ISO 4217"
        + " = a code has three capitals, for example EUR"),
    organization(
      "a currency in small letters", "annual_revenue: {amount: 5, currency: eur}",
      "3:41 error: `currency`: `eur` is not a currency code of ISO 4217 = did you mean `EUR`?"),
    organization(
      "a country in small letters", "headquarters: de",
      "3:17 error: `headquarters`: `de` is not a country code of ISO 3166 = did you mean `DE`?"),
    organization(
      "a boolean where a country belongs", "headquarters: false",
      "3:17 error: `headquarters`: expected a country code, found the boolean `false`"),
    organization(
      "a region that is none", "regions_served: [EU, Europe]",
      "3:24 error: `regions_served`: `Europe` is not a country code of ISO 3166, `EU` or `EEA`"),
    organization(
      "a use that is not in the vocabulary", "uses: [medical-advise, health, medical]",
      "3:10 error: `uses`: `medical-advise` is not a word of the restriction vocabulary"
        + " = did you mean `medical-advice`?",
      "3:34 error: `uses`: `medical` is not a word of the restriction vocabulary = did you mean `medical-advice`?"),
  ]

  private static let waiver = """
    version: 1
    waivers:
      - id: W-1
        rule: AIL203
        subject: {model: a/b}
        reason: footer ships later
        owner: team
        expires: 2026-12-31

    """

  private static let sections = [
    Case(
      "a rule that is none", "version: 1\nrules:\n  AIL120: {severity: off}",
      "3:3 error: there is no rule `AIL120` = did you mean `AIL102`?"),
    Case(
      "a rule by its name", "version: 1\nrules:\n  unpinned-revision: {severity: off}",
      "3:3 error: there is no rule `unpinned-revision` = unpinned-revision is the name of AIL501"),
    Case(
      "a severity that is none", "version: 1\nrules:\n  AIL102: {severity: warn}",
      "3:22 error: `severity`: expected `error`, `warning`, `note` or `off`, found the text `warn`"),
    Case(
      "a rule with nothing to set", "version: 1\nrules:\n  AIL102: {}",
      "3:11 error: the settings of a rule are empty = write `severity: off`, for example"),
    Case(
      "an option that is none", "version: 1\nrules:\n  AIL501: {options: {allow_tag: true, pin: true}}",
      "3:22 error: AIL501 has no option `allow_tag` = did you mean `allow_tags`?",
      "3:39 error: AIL501 has no option `pin` = its options are `allow_tags`"),
    Case(
      "an option of a rule without any", "version: 1\nrules:\n  AIL102: {options: {strict: yes}}",
      "3:22 error: AIL102 has no option `strict` = it has none"),
    Case(
      "a rule without a mapping", "version: 1\nrules:\n  AIL102: off",
      "3:11 error: expected the settings of a rule as a mapping, found the text `off`"),
    Case(
      "a rule twice", "version: 1\nrules:\n  AIL102: {severity: off}\n  AIL102: {severity: note}",
      "4:3 error: the key `AIL102` is written twice = it stands in line 3"),
    Case(
      "a waiver for an address", waiver.replacing("a/b", with: "https://huggingface.co/a/b/tree/main"),
      "5:22 error: `model`: expected the name of a model, found the address `https://huggingface.co/a/b/tree/main`"
        + " = write `a/b`"),
    Case(
      "addresses that no model would match",
      "version: 1\nverdicts:\n  deny:\n    - model: [a/b, 'hf://c/*', HuggingFace.co/d/e]",
      "4:20 error: `model`: expected the name of a model, found the address `hf://c/*` = write `c/*`",
      "4:32 error: `model`: expected the name of a model, found the address `HuggingFace.co/d/e` = write `d/e`"),
    Case(
      "an agreement about an address",
      "version: 1\nagreements:\n  - {id: A, licensor: S, covers: {model: 'pkg:huggingface/a/b@1'}, lifts: [commercial], from: 2026-01-01, until: 2027-01-01}",
      "3:42 error: `model`: expected the name of a model, found the address `pkg:huggingface/a/b@1` = write `a/b`"),
    Case(
      "a waiver for all models of an owner",
      "version: 1\nwaivers:\n  - {id: W, rule: AIL102, subject: {model: acme/*}, reason: r, owner: o, expires: 2027-01-01}",
      "3:44 error: `model`: expected the name of one model, found the pattern `acme/*`"
        + " = name each model; `verdicts` and `agreements` take patterns"),
    Case(
      "a correction of all models of an owner",
      "version: 1\ncorrections:\n  - {model: \"acme/*\", license: mit, reason: r, author: a}",
      "3:13 error: `model`: expected the name of one model, found the pattern `acme/*`"
        + " = name each model; `verdicts` and `agreements` take patterns"),
    Case(
      "a context twice", "version: 1\ncontexts:\n  - {id: a, paths: x}\n  - {id: a, paths: y}",
      "4:10 error: there are two contexts with the id `a` = the first is in line 3"),
    Case(
      "a context without paths", "version: 1\ncontexts:\n  - {id: a, paths: []}\n  - id: b",
      "3:20 error: `paths`: expected at least one text, found an empty list",
      "4:5 error: the key `paths` is missing in a context"),
    Case(
      "a glob that is none", "version: 1\ncontexts:\n  - {id: a, paths: [\"ok/**\", \"src/[a\"]}",
      "3:30 error: `paths`: `src/[a` is not a glob: a [ is not closed by a ]"),
    Case(
      "a context after one with its paths",
      "version: 1\ncontexts:\n  - {id: a, paths: [x/**, y/**]}\n  - {id: b, paths: y/**}",
      "4:10 warning: the context is never reached: `a` before it matches the same paths"
        + " = the first context that matches a path counts; put this one before it"),
    Case(
      "a context after one with the folder above its paths",
      "version: 1\ncontexts:\n  - {id: a, paths: x/**}\n  - {id: b, paths: [x/y/**, x/z.py]}\n  - {id: c, paths: [x/w/**, v/**]}",
      "4:10 warning: the context is never reached: `a` before it matches the same paths"
        + " = the first context that matches a path counts; put this one before it"),
    Case(
      "an approver of blanks",
      "version: 1\nwaivers:\n  - {id: W, rule: AIL302, subject: {model: a/b}, reason: r, owner: o, approved_by: \"  \", expires: 2026-12-31}",
      "3:84 error: `approved_by`: expected a text, found the text `  `"),
    Case(
      "two corrections of one model that disagree",
      "version: 1\ncorrections:\n  - {model: a/b, license: mit, reason: r, author: a}\n  - {model: A/b, license: llama3.1, reason: r, author: a}",
      "4:27 error: there are two corrections of `A/b`, and they name different licenses = the first, in line 3, names mit"
    ),
    Case(
      "two corrections of one model, for two texts of one file",
      "version: 1\ncorrections:\n  - {model: a/b, license: mit, reason: r, author: a, evidence: {file: L, sha256: \(String(repeating: "a", count: 64))}}\n  - {model: a/b, license: llama3.1, reason: r, author: a, evidence: {file: L, sha256: \(String(repeating: "b", count: 64))}}"
    ),
    Case(
      "a context after one with all paths",
      "version: 1\ncontexts:\n  - {id: a, paths: \"**\"}\n  - {id: b, paths: y/**}",
      "4:10 warning: the context is never reached: `a` before it matches the same paths"
        + " = the first context that matches a path counts; put this one before it"),
    Case(
      "a license that is none",
      "version: 1\ncorrections:\n  - {model: a/b, license: llama-3.1, reason: r, author: a}",
      "3:27 error: `license`: `llama-3.1` is not the id of a known license = did you mean `llama3.1`?"),
    Case(
      "UNLICENSED is not the Unlicense",
      "version: 1\ncorrections:\n  - {model: a/b, license: UNLICENSED, reason: r, author: a}",
      "3:27 error: `license`: `UNLICENSED` is not the id of a known license"
        + " = `UNLICENSED` says that no license is given; the license of unlicense.org is `Unlicense`"),
    Case(
      "a correction that nobody signs",
      "version: 1\ncorrections:\n  - {model: a/b, license: mit, reason: r, evidence: {file: [x]}}",
      "3:6 error: the key `author` is missing in a correction",
      "3:60 error: `file`: expected a text, found a list"),
    Case(
      "a correction with evidence outside of the tree",
      "version: 1\ncorrections:\n  - {model: a/b, license: mit, reason: r, author: a, evidence: {file: ../x}}",
      "3:71 error: `file`: expected a path below the scan root, found `../x`"),
    Case(
      "a waiver twice", waiver + waiver.split(separator: "\n").dropFirst(2).joined(separator: "\n"),
      "9:9 error: there are two waivers with the id `W-1` = the first is in line 3"),
    Case(
      "a waiver of a rule that is none", waiver.replacing("AIL203", with: "AIL230"),
      "4:11 error: there is no rule `AIL230` = did you mean `AIL203`?"),
    Case(
      "a waiver with day and month the wrong way round", waiver.replacing("2026-12-31", with: "2026-31-12"),
      "8:14 error: `expires`: `2026-31-12` is not a date: there is no month 31"
        + " = dates are year-month-day; did you mean `2026-12-31`?"),
    Case(
      "a waiver that ends before it begins", waiver + "    created: 2027-01-01",
      "8:14 error: `expires`: 2026-12-31 is before the waiver's creation on 2027-01-01"),
    Case(
      "a waiver for a month", waiver.replacing("2026-12-31", with: "2026-12"),
      "8:14 error: `expires`: expected a date with its day, such as 2026-12-01, found the text `2026-12`"),
    Case(
      "a waiver for a year", waiver.replacing("2026-12-31", with: "2026"),
      "8:14 error: `expires`: expected a date such as 2026-12-31, found the number `2026`"),
    Case(
      "a waiver without an end, misspelt", waiver.replacing("expires", with: "expired"),
      "8:5 error: unknown key `expired` in a waiver = did you mean `expires`?"),
    Case(
      "a waiver without an end", waiver.replacing("    expires: 2026-12-31\n", with: ""),
      "3:5 error: the key `expires` is missing in a waiver"),
    Case(
      "a waiver for a text", waiver.replacing("{model: a/b}", with: "{model: a/b, text_sha256: 5c9b}"),
      "5:40 error: `text_sha256`: expected 64 hexadecimal digits, found `5c9b` = `sha256sum` prints them"),
    Case(
      "a waiver with a reason without words", waiver.replacing("footer ships later", with: "{code: fix-planned}"),
      "6:14 error: the key `text` is missing in the reason of a waiver"),
  ]
}
