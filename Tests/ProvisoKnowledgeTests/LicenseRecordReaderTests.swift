import ProvisoCore
import ProvisoKnowledge
import ProvisoText
import Testing

@Suite("Reading a license record")
struct LicenseRecordReaderTests {
  private static let record = """
    id: test
    name: "Test License"
    family: null
    edition: "3.1"
    publisher: "Somebody"
    released: "2024-07-23"
    spdx: "LicenseRef-test"
    aliases: ["test-1"]
    url: null
    category: community
    osiApproved: false
    openness:
      osd: {verdict: fail, criteria: [{criterion: 5, clause: "2", because: "some get no rights"}]}
      osaidLicenseGate: fail
    terms:
      commercialUse: {value: "conditional", clause: "2"}
      commercialOutputs: {value: null, clause: null}
      thresholds:
        - {metric: monthly-active-users, amount: 700, currency: null, period: null, comparison: greater-than, scope: licensee, measured: release-date, date: "2024-07-23", use: commercial, effect: license-required, clause: "2"}
      outputTraining: {value: "forbidden", clause: "3"}
      outputsMakeDerivatives: {value: null, clause: null}
      derivatives: {value: true, clause: "1"}
      derivativeLicense: {value: "flow-down", clause: "1"}
      redistribution: {value: true, clause: "1"}
      hosting: {value: null, clause: null}
      namePrefix: {value: "Test", clause: "1"}
      display: {value: null, clause: null}
      noticeText: {value: null, clause: null}
      licenseCopy: {value: true, clause: "1"}
      changeNotice: {value: null, clause: null}
      acceptableUse: {value: "attached", clause: "4", restrictions: [military]}
      restrictionsFlowDown: {value: null, clause: null}
      excludedRegions: {value: ["EU"], appliesTo: "all", clause: "5"}
      publisherMayChange: {value: false, clause: "6"}
      termination: {value: null, clause: null}
      patentRetaliation: {value: null, clause: null}
      governingLaw: {value: "California", clause: "7"}
    sources:
      - {url: null, sha256: null, read: "2026-11-22"}
    """

  @Test("a record becomes a license with its terms")
  func reads() throws {
    let license = try LicenseRecordReader.read(SourceText(Self.record))
    #expect(license.id == "test" && license.edition == "3.1" && license.family == nil)
    #expect(license.category == .community && license.osiApproved == false)
    #expect(license.openness.failedCriteria.map(\.criterion) == [5])
    #expect(license.terms.commercialUse == Term(.conditional, clause: "2"))
    #expect(license.terms.commercialOutputs == Term())
    #expect(license.terms.thresholds.map(\.amount) == [700])
    #expect(license.terms.derivatives == Term(true, clause: "1"))
    #expect(license.terms.acceptableUse.restrictions == ["military"])
    #expect(license.terms.excludedRegions == .init(value: ["EU"], appliesTo: "all", clause: "5"))
    #expect(license.terms.publisherMayChange == Term(false, clause: "6"))
  }

  /// What to replace, by what, the line of the error and words of its message.
  private static let mistakes: [(String, String, Int, String)] = [
    ("family: null\n", "", 1, "family is missing"),
    ("name: \"Test License\"\n", "", 1, "name is missing"),
    ("  hosting: {value: null, clause: null}\n", "", 16, "hosting is missing"),
    ("currency: null, ", "", 19, "currency is missing"),
    ("criterion: 5, ", "", 13, "criterion is missing"),
    (", appliesTo: \"all\"", "", 33, "appliesTo is missing"),
    ("url: null\ncategory", "url: null\nlink: null\ncategory", 10, "\"link\" is not a key"),
    ("  hosting:", "  Hosting:", 25, "\"Hosting\" is not a key"),
    ("derivatives: {value: true, clause", "derivatives: {value: true, note: null, clause", 22, "\"note\" is not a key"),
    ("spdx:", "id: other\nspdx:", 7, "twice"),
    ("value: \"conditional\", clause: \"2\"", "value: \"conditional\", clause: null", 16, "no clause"),
    (
      "value: true, clause: \"1\"}\n  derivativeLicense", "value: true, clause: null}\n  derivativeLicense", 22,
      "no clause"
    ),
    ("{value: \"Test\", clause: \"1\"}", "{value: \"Test\", clause: null}", 26, "no clause"),
    ("\"conditional\"", "\"perhaps\"", 16, "\"perhaps\" is none of: yes, no, conditional"),
    ("category: community", "category: comunity", 10, "is none of"),
    ("effect: license-required", "effect: license", 19, "is none of"),
    ("verdict: fail", "verdict: failed", 13, "is none of"),
    ("[military]", "[war]", 31, "\"war\" is not a word"),
    ("edition: \"3.1\"", "edition: 3.1", 4, "put it in quotes"),
    ("aliases: [\"test-1\"]", "aliases: [1.0]", 8, "put it in quotes"),
    ("aliases: [\"test-1\"]", "aliases: \"test-1\"", 8, "Expected a list"),
    ("clause: \"2\"}\n  commercialOutputs", "clause: 2}\n  commercialOutputs", 16, "put it in quotes"),
    ("osiApproved: false", "osiApproved: \"no\"", 11, "neither true, false nor null"),
    ("amount: 700", "amount: \"700\"", 19, "no whole number"),
    ("amount: 700", "amount: null", 19, "amount has no value"),
    ("name: \"Test License\"", "name: null", 1, "name has no value"),
    ("read: \"2026-11-22\"", "read: null", 39, "read has no value"),
    (
      "commercialUse: {value: \"conditional\", clause: \"2\"}", "commercialUse: \"conditional\"", 16,
      "Expected a mapping"
    ),
    ("{verdict: fail, criteria", "[verdict, criteria", 13, "was expected"),
  ]

  @Test("a mistake is told with its line and what was expected", arguments: mistakes.indices)
  func mistake(index: Int) throws {
    let (old, new, line, words) = Self.mistakes[index]
    let text = Self.record.replacing(old, with: new)
    try #require(text != Self.record, "\(old) stands in the record")
    let error = try #require(throws: DocumentError.self) { try LicenseRecordReader.read(SourceText(text)) }
    #expect(error.message.contains(words), "\(error.message)")
    #expect(error.position.line == line, "\(error)")
  }

  @Test("an empty record is a mistake", arguments: ["", "# nothing\n", "[]", "null"])
  func empty(text: String) {
    #expect(throws: DocumentError.self) { try LicenseRecordReader.read(SourceText(text)) }
  }
}
