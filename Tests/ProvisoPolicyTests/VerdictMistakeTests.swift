import ProvisoCore
import ProvisoPolicy
import Testing

@Suite("A mistake in the verdicts, scopes or obligations of a policy")
struct VerdictMistakeTests {
  @Test("is told with its place and what to write", arguments: entries + others)
  func mistake(yaml: String, expected: [String]) {
    #expect(summary(load(yaml)) == expected)
  }

  private static func entry(_ entry: String, _ expected: String...) -> (String, [String]) {
    ("version: 1\nverdicts:\n  deny:\n    - \(entry)", expected)
  }

  private static let entries = [
    entry(
      "{licence: mit}",
      "4:8 error: unknown key `licence` in an entry of a list = did you mean `license`?",
      "4:8 error: an entry of a list needs something to match"
        + " = write one of `license`, `family`, `category`, `osd_approved`, `term`, `openness`, `model`, `registry`"),
    entry(
      "{license: [mit, apache2.0]}",
      "4:23 error: `license`: `apache2.0` is not the id of a known license = did you mean `apache-2.0`?"),
    entry("{license: []}", "4:17 error: `license`: expected at least one text, found an empty list"),
    entry(
      "{family: lama}",
      "4:16 error: `family`: `lama` is not the family of a known license = did you mean `llama`?"),
    entry(
      "{family: mistral}",
      "4:16 error: `family`: `mistral` is not the family of a known license"
        + " = `proviso license show` says which family a license is of"),
    entry("{osd_approved: yes}", "4:22 error: `osd_approved`: expected `true` or `false`, found the text `yes`"),
    entry(
      "{term: {commercial: no}}",
      "4:27 error: `commercial`: expected `allowed`, `conditional` or `prohibited`, found the text `no`"),
    entry("{term: {}}", "4:14 error: `term`: expected at least one term, found an empty mapping"),
    entry(
      "{term: {commercial_use: prohibited}}",
      "4:15 error: unknown key `commercial_use` in the terms of an entry = did you mean `commercial`?"),
    entry(
      "{term: {excluded_regions: ['NO', Norway]}}",
      "4:40 error: `excluded_regions`: `Norway` is not a country code of ISO 3166, `EU` or `EEA` = did you mean `NO`?"),
    entry(
      "{license: mit, when: {fact: comercial, is: true}}",
      "4:35 error: `fact`: there is no fact `comercial` = did you mean `commercial`?"),
    entry(
      "{license: mit, when: {fact: commercial, is: yes}}",
      "4:51 error: `is`: expected `true` or `false`, found the text `yes`"),
    entry(
      "{license: mit, when: {fact: headquarters, is: false}}",
      "4:53 error: `is`: expected a text, found the boolean `false` = put it in quotes"),
    entry(
      "{license: mit, when: {fact: monthly_active_users, is: 5}}",
      "4:35 error: `fact`: `monthly_active_users` is a number, which `when` cannot compare"
        + " = limits of numbers stand in the licenses; the rules AIL302 and AIL303 hold them against the facts"),
    entry(
      "{license: mit, when: {fact: commercial}}",
      "4:29 error: the key `is` is missing in a condition"),
    entry("{license: mit, unless: {context: research}}", "4:40 error: there is no context `research`"),
    entry("mit", "4:7 error: expected an entry of a list as a mapping, found the text `mit`"),
  ]

  private static let others = [
    (
      "version: 1\nverdicts: {states: {missing: deny}}",
      [
        "2:21 error: unknown key `missing` in the states of a license"
          + " = the keys are `absent`, `unknown`, `custom`, `conflict`, `gated`"
      ]
    ),
    (
      "version: 1\nverdicts: {states: {absent: error}}",
      ["2:29 error: `absent`: expected `allow`, `review` or `deny`, found the text `error`"]
    ),
    (
      "version: 1\nverdicts: {deny: {license: mit}}", ["2:18 error: `deny`: expected a list, found a mapping"]
    ),
    (
      "version: 1\nscopes: {production: off}",
      [
        "2:10 error: unknown key `production` in the scopes"
          + " = the keys are `test`, `example`, `documentation`, `ci`"
      ]
    ),
    (
      "version: 1\nscopes: {test: allow}",
      ["2:16 error: `test`: expected `error`, `warning`, `note` or `off`, found the text `allow`"]
    ),
    (
      "version: 1\nobligations: {notices: NOTICE}",
      ["2:24 error: expected the evidence of an obligation as a mapping, found the text `NOTICE`"]
    ),
    (
      "version: 1\nobligations: {display: {paths: x}}",
      [
        "2:15 error: unknown key `display` in the obligations"
          + " = the keys are `built_with_display`, `license_copies`, `notices`"
      ]
    ),
    (
      "version: 1\noverridable: [rule, AIL120]",
      [
        "2:15 error: `overridable`: `rule` is neither a section nor a rule = did you mean `rules`?",
        "2:21 error: `overridable`: `AIL120` is neither a section nor a rule = did you mean `AIL102`?",
      ]
    ),
  ]

  @Test("an entry may speak of a context that is laid over it")
  func contextOfTheParent() {
    let result = load(
      "version: 1\nextends: base.yaml\nverdicts: {deny: [{license: mit, unless: {context: lab}}]}",
      others: ["base.yaml": "version: 1\ncontexts: [{id: lab, paths: lab/**}]"])
    #expect(summary(result) == [])
  }
}
