import ProvisoCore
import Testing

@testable import ProvisoReports

@Suite("The SARIF report")
struct SARIFReportTests {
  private func run(_ report: ScanReport) -> JSONValue? {
    SARIFReport.log(report).json["runs"]?[0]
  }

  private func results(_ findings: [Finding]) -> [JSONValue] {
    var report = Fixtures.report
    report.findings = findings
    return run(report)?["results"]?.elements ?? []
  }

  @Test("describes every rule, reported or not")
  func rules() {
    let rules = run(Fixtures.report)?["tool"]?["driver"]?["rules"]
    #expect(rules?.elements.map { $0["id"]?.string } == ["AIL101", "AIL302", "AIL201"])
    #expect(rules?[1]?["name"]?.string == "UserThresholdExceeded")
    #expect(
      rules?[1]?["helpUri"]?.string == "https://github.com/proviso-dev/proviso/blob/main/Policies/RULES.md#ail302")
    #expect(rules?[0]?["help"]?["text"]?.string == "Why\n\nWithout a license nothing is allowed.\n\nmodel: x")
    #expect(
      rules?.elements.map { $0["properties"]?["problem.severity"]?.string } == ["warning", "error", "recommendation"])
  }

  @Test("leaves out what is waived or gone")
  func activeOnly() {
    let waived = Fixtures.finding(waiver: "Approved.")
    let gone = Fixtures.finding(status: .absent)
    let known = Fixtures.finding(status: .unchanged)
    #expect(results([waived, gone, known]).count == 1)
  }

  @Test("shows the place of a finding with the text there and its line")
  func location() {
    let physical = results([Fixtures.finding()])[0]["locations"]?[0]?["physicalLocation"]
    #expect(physical?["artifactLocation"]?["uri"]?.string == "app/llm.py")
    #expect(physical?["artifactLocation"]?["uriBaseId"]?.string == "%SRCROOT%")
    #expect(physical?["region"]?["startColumn"]?.integer == 9)
    #expect(physical?["region"]?["endColumn"]?.integer == 43)
    #expect(physical?["region"]?["snippet"]?["text"]?.string == #""meta-llama/Llama-3.1-8B-Instruct""#)
    #expect(physical?["contextRegion"]?["startColumn"]?.integer == 1)
    #expect(physical?["contextRegion"]?["endColumn"]?.integer == 43)
  }

  @Test(
    "gives no text that the excerpt does not hold whole",
    arguments: [
      (1, 5, "abcd", "abcd", false), (2, 9, "abcd", nil, false), (1, 3, "😀b", "😀", true), (1, 1, "", "", false),
    ])
  func snippets(column: Int, end: Int, excerpt: String, snippet: String?, hasContext: Bool) {
    var place = Fixtures.location(column: column, endColumn: end, excerpt: excerpt)
    place.byteColumns = column..<end
    let physical = results([Fixtures.finding(location: place)])[0]["locations"]?[0]?["physicalLocation"]
    #expect(physical?["region"]?["snippet"]?["text"]?.string == snippet)
    #expect((physical?["contextRegion"] != nil) == hasContext)
  }

  @Test("places what has no place at the policy, and names the model")
  func noLocation() {
    let location = results([Fixtures.finding(location: nil)])[0]["locations"]?[0]
    #expect(location?["physicalLocation"]?["artifactLocation"]?["uri"]?.string == ".github/proviso.yaml")
    #expect(location?["logicalLocations"]?[0]?["name"]?.string == Fixtures.llama.id)
    var check = Fixtures.check
    for path in [nil, "/etc/policy.yaml", "../policy.yaml"] {
      check.policy.path = path
      let uri = run(check)?["results"]?[0]?["locations"]?[0]?["physicalLocation"]?["artifactLocation"]?["uri"]
      #expect(uri?.string == ReviewPaths.standIn)
    }
  }

  @Test("links every related place from the message, and escapes the brackets of others")
  func links() {
    let result = results([Fixtures.report.findings[1]])[0]
    #expect(
      result["message"]?["text"]?.string
        == #"The license ends at 700 million users a month, and the product has more. Ask Meta for a license. "#
        + #"See [also named here (app/other.py:4)](1), [the card \[of the base\] (README.md:1)](2)."#)
    #expect(result["relatedLocations"]?.elements.map { $0["id"]?.integer } == [1, 2])
    let hostile = results([Fixtures.finding(message: "Model [x](7) and \\[y](8).")])[0]
    #expect(
      hostile["message"]?["text"]?.string == #"Model \[x\](7) and \\\[y\](8). Ask Meta for a license."#)
  }

  @Test("doubles braces where a text has placeholders of its own")
  func braces() {
    let plain = results([Fixtures.finding(message: "A {b}.")])[0]["message"]?["text"]?.string
    #expect(plain == "A {b}. Ask Meta for a license.")
    let tricky = results([Fixtures.finding(message: "A {b} {0}.")])[0]["message"]?["text"]?.string
    #expect(tricky == "A {{b}} {{0}}. Ask Meta for a license.")
  }

  @Test("tells results of one rule on one line apart, and gives lines without a hash one")
  func lineHashes() {
    let digits = Fixtures.digits
    let found = results([
      Fixtures.finding(fingerprint: digits("a")),
      Fixtures.finding(fingerprint: digits("b")),
      Fixtures.finding(fingerprint: digits("b")),
      Fixtures.finding(0, fingerprint: digits("c")),
      Fixtures.finding(location: Fixtures.location("other.py"), fingerprint: digits("d")),
      Fixtures.finding(location: Fixtures.location("w.gguf", excerpt: "", hash: nil), fingerprint: digits("e")),
    ])
    #expect(
      found.map { $0["partialFingerprints"]?["primaryLocationLineHash"]?.string } == [
        "8a2bc55f46839cdc:1", "8a2bc55f46839cdc:1/bbbbbbbbbbbb", "8a2bc55f46839cdc:1/bbbbbbbbbbbb-2",
        "8a2bc55f46839cdc:1", "8a2bc55f46839cdc:1", "eeeeeeeeeeeeeeee:1",
      ])
    #expect(found[1]["partialFingerprints"]?["modelLicense/v1"]?.string == digits("b"))
  }

  @Test("carries notifications, with a location where the path is one")
  func notifications() {
    var report = Fixtures.report
    report.notifications.append(Notification(level: .error, message: "Not there.", path: "/etc/x"))
    let invocation = run(report)?["invocations"]?[0]
    let notifications = invocation?["toolExecutionNotifications"]
    #expect(notifications?.elements.map { $0["level"]?.string } == ["warning", "note", "error"])
    #expect(
      notifications?[0]?["locations"]?[0]?["physicalLocation"]?["artifactLocation"]?["uri"]?.string == "weights.gguf")
    #expect(notifications?[1]?["locations"] == nil)
    #expect(notifications?[2]?["message"]?["text"]?.string == "/etc/x: Not there.")
  }

  @Test("keeps the severest findings where there are too many, in their order, and says what it left out")
  func cuts() {
    let place = RelatedLocation(location: Fixtures.location("r.py"), message: "here")
    var report = Fixtures.report
    report.findings = [
      Fixtures.finding(2, fingerprint: Fixtures.digits("1")),
      Fixtures.finding(0, fingerprint: Fixtures.digits("2")),
      Fixtures.finding(1, related: [place, place, place], message: String(repeating: "x", count: 90)),
      Fixtures.finding(0, fingerprint: Fixtures.digits("4")),
    ]
    report.notifications = []
    let log = SARIFReport.log(report, limits: SARIFLimits(results: 2, related: 2, message: 80))
    #expect(log.results.map(\.ruleID) == ["AIL101", "AIL302"])
    #expect(log.results[0].fingerprint == Fixtures.digits("2"))
    #expect(log.results[1].relatedLocations.count == 2)
    #expect(log.results[1].text.hasPrefix(String(repeating: "x", count: 79) + "… "))
    #expect(log.notifications.map { $0.text.prefix(2) } == ["2 ", "1 ", "1 "])
    #expect(SARIFReport.log(report).notifications.isEmpty)
  }

  @Test("shows of a long line what stands around the place")
  func longLines() {
    var place = Fixtures.location(column: 1005, endColumn: 1008, excerpt: "xxxxabcyyy")
    place.excerptColumn = 1001
    let physical = results([Fixtures.finding(location: place)])[0]["locations"]?[0]?["physicalLocation"]
    #expect(physical?["region"]?["snippet"]?["text"]?.string == "abc")
    #expect(physical?["contextRegion"]?["startColumn"]?.integer == 1001)
    #expect(physical?["contextRegion"]?["endColumn"]?.integer == 1011)
  }

  @Test("gives a place without a known line the whole of it as context, whatever its length")
  func blankContext() {
    let binary = Fixtures.finding(
      location: Fixtures.location("w.safetensors", line: 1, column: 1, endColumn: 1, excerpt: ""))
    for found in [binary, Fixtures.finding(location: nil)] {
      let physical = results([found])[0]["locations"]?[0]?["physicalLocation"]
      #expect(physical?["region"]?["endColumn"]?.integer == 1)
      #expect(physical?["contextRegion"]?["startLine"]?.integer == 1)
      #expect(physical?["contextRegion"]?.keys.contains("endColumn") == false)
    }
  }

  @Test("takes the line's end as context where a name has the line to itself")
  func wholeLine() {
    var place = Fixtures.location(column: 1, endColumn: 5, excerpt: "abcd")
    place.isFollowed = true
    let context = results([Fixtures.finding(location: place)])[0]["locations"]?[0]?["physicalLocation"]?[
      "contextRegion"]
    #expect(context?["endLine"]?.integer == 13)
    #expect(context?["endColumn"]?.integer == 1)
    #expect(context?["snippet"]?["text"]?.string == "abcd\n")
  }

  @Test("sets a category only where one is asked for")
  func category() {
    #expect(run(Fixtures.report)?["automationDetails"] == nil)
    var options = ReportOptions()
    options.sarifCategory = "models"
    let log = SARIFReport.log(Fixtures.report, options: options)
    #expect(log.json["runs"]?[0]?["automationDetails"]?["id"]?.string == "models/")
  }

  @Test("shows what is waived on request, and then says of every result whether it is")
  func suppressions() {
    #expect(results([Fixtures.finding()])[0]["suppressions"] == nil)
    var options = ReportOptions()
    options.showsSuppressed = true
    let found = SARIFReport.log(Fixtures.report, options: options).json["runs"]?[0]?["results"]?.elements ?? []
    #expect(found.map { $0["suppressions"]?.elements.count } == [0, 0, 0, 1])
    #expect(found[3]["suppressions"]?[0]?["justification"]?.string == "Approved until 2027.")
    #expect(found[3]["suppressions"]?[0]?["kind"]?.string == "external")
  }

  @Test("says of what a comment waives that the comment stands in the source")
  func inSource() {
    var finding = Fixtures.finding()
    finding.waiver = "inline app.py:3"
    finding.suppression = Suppression(
      waiver: "inline app.py:3", source: .inline, reason: "for the demo", origin: "app.py:3")
    var report = Fixtures.report
    report.findings = [finding]
    var options = ReportOptions()
    options.showsSuppressed = true
    let found = SARIFReport.log(report, options: options).json["runs"]?[0]?["results"]?.elements ?? []
    #expect(found.first?["suppressions"]?[0]?["kind"]?.string == "inSource")
  }

  @Test("says of every result whether the baseline has it, where there is a baseline")
  func baseline() {
    #expect(results([Fixtures.finding()])[0]["baselineState"] == nil)
    let found = results([Fixtures.finding(), Fixtures.finding(status: .unchanged), Fixtures.finding(status: .absent)])
    #expect(found.map { $0["baselineState"]?.string } == ["new", "unchanged"])
  }

  @Test("names the repository and its commit where both are known")
  func provenance() {
    var report = Fixtures.report
    #expect(run(report)?["versionControlProvenance"] == nil)
    report.repository = .init(address: "https://example.org/acme/app")
    #expect(run(report)?["versionControlProvenance"] == nil)
    report.repository?.revision = "abc"
    let provenance = run(report)?["versionControlProvenance"]?[0]
    #expect(provenance?["repositoryUri"]?.string == "https://example.org/acme/app")
    #expect(provenance?["revisionId"]?.string == "abc")
    #expect(provenance?["mappedTo"]?["uriBaseId"]?.string == "%SRCROOT%")
  }

  @Test("needs no description of a rule to report it")
  func unknownRule() {
    var report = Fixtures.report
    report.rules = []
    let result = run(report)?["results"]?[0]
    #expect(result?["ruleId"]?.string == "AIL201")
    #expect(result?["ruleIndex"] == nil)
    #expect(result?["message"]?.keys == ["text"])
  }
}
