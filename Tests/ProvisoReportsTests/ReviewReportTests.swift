import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoReports

@Suite("Reports for review tools")
struct ReviewReportTests {
  /// ``Fixtures/report`` in a repository whose root is two folders up, with a policy at that root.
  private static let nested: ScanReport = {
    var report = Fixtures.report
    report.repository = .init(
      pathToScanRoot: "services/chat/", policyPath: ".github/proviso.yaml",
      address: "https://example.org/acme/app.git", revision: Fixtures.digits("a") + "01234567")
    return report
  }()

  private func output(_ format: ReportFormat, _ report: ScanReport = Fixtures.report) -> String {
    text(format.render(report))
  }

  @Test(
    "give paths from the repository's root",
    arguments: [ReportFormat.sarif, .gitlab, .rdjson, .github, .junit, .markdown])
  func paths(format: ReportFormat) {
    let output = output(format, Self.nested)
    #expect(output.contains("services/chat/app/llm.py"))
    #expect(!output.contains("\"app/llm.py"))
    #expect(!self.output(format).contains("services/chat"))
  }

  @Test("name the policy as seen from the repository's root, wherever the scan root is")
  func policyPath() {
    let paths = ReviewPaths(Self.nested)
    // Places count from the scan root, also that of a policy above it.
    #expect(paths.path(Location(path: "../../.github/proviso.yaml")) == ".github/proviso.yaml")
    #expect(paths.path(Location(path: "../proviso.yaml")) == "services/proviso.yaml")
    #expect(paths.path(Location(path: "\(Location.elsewhere)org.yaml")) == "\(Location.elsewhere)org.yaml")
    #expect(paths.path(Location(path: "proviso.yaml")) == "services/chat/proviso.yaml")
    #expect(paths.place(of: Fixtures.finding(location: nil)).path == ".github/proviso.yaml")
    #expect(ReviewPaths(Fixtures.check).place(of: Fixtures.finding(location: nil)).path == ReviewPaths.standIn)
  }

  @Test(
    "follow GitLab's schema, with fingerprints that differ",
    .enabled(if: sharedFolder != nil && hasValidator, "needs ../shared and python3 with jsonschema"))
  func gitlab() throws {
    var report = Fixtures.report
    report.findings.append(report.findings[1])
    let shared = try #require(sharedFolder)
    let script = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      issues = json.load(sys.stdin)
      for issue in issues: jsonschema.validate(issue, schema)
      print(len(issues), len({issue['fingerprint'] for issue in issues}), {issue['severity'] for issue in issues} <= {'info', 'minor', 'major'})
      """
    let schema = shared + "/schemas/gitlab-codequality-item.schema.json"
    let result = try run("python3", ["-c", script, schema], input: ReportFormat.gitlab.render(report))
    #expect(text(result.error) == "")
    #expect(text(result.output) == "4 4 True\n")
    #expect(output(.gitlab, Fixtures.clean) == "[]\n")
  }

  @Test(
    "follow reviewdog's schema, with columns in bytes",
    .enabled(if: sharedFolder != nil && hasValidator, "needs ../shared and python3 with jsonschema"))
  func reviewdog() throws {
    var report = Fixtures.report
    report.findings[0].location = Location(
      path: "a.py", line: 3, column: 5, endColumn: 8, excerpt: "é😀 abc", byteColumns: 8..<11)
    let shared = try #require(sharedFolder)
    let script = """
      import json, sys, jsonschema
      report = json.load(sys.stdin)
      jsonschema.validate(report, json.load(open(sys.argv[1])))
      print(json.dumps(report['diagnostics'][0]['location']), json.dumps(report['diagnostics'][2]['location']))
      """
    let schema = shared + "/schemas/reviewdog-rdjson.schema.json"
    let result = try run("python3", ["-c", script, schema], input: ReportFormat.rdjson.render(report))
    #expect(text(result.error) == "")
    #expect(
      text(result.output) == """
        {"path": "a.py", "range": {"start": {"line": 3, "column": 8}, "end": {"line": 3, "column": 11}}} \
        {"path": "weights.gguf", "range": {"start": {"line": 1}}}

        """)
  }

  @Test("follow Ant's schema, and fail what fails the run", .enabled(if: hasXMLLint, "needs xmllint"))
  func junit() throws {
    let shared = try #require(sharedFolder)
    for sample in Sample.allCases {
      let result = try run(
        "xmllint", ["--noout", "--nonet", "--schema", shared + "/schemas/junit-windyroad.xsd", "-"],
        input: ReportFormat.junit.render(sample.report))
      #expect(result.status == 0, "\(text(result.error))")
    }
  }

  @Test(
    "count as failed tests what --fail-on asks for",
    arguments: [(Level.error, 1), (.warning, 2), (.note, 3), (nil, 0)] as [(Level?, Int)])
  func failures(level: Level?, expected: Int) {
    var options = ReportOptions()
    options.failOn = level
    let output = text(ReportFormat.junit.render(Fixtures.report, options: options))
    #expect(output.contains(#"tests="6" failures="\#(expected)" errors="1" skipped="1""#))
    #expect(output.split(separator: "<failure ").count == expected + 1)
  }

  @Test("annotate the worst, no more than GitHub shows, and say what is missing")
  func annotations() {
    var report = Fixtures.report
    report.findings =
      (0..<12).map { Fixtures.finding(1, location: Fixtures.location("e\($0).py")) }
      + (0..<3).map { Fixtures.finding(2, location: Fixtures.location("n\($0).py")) } + [
        Fixtures.finding(0, status: .unchanged)
      ]
    let lines = output(.github, report).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    // What could not be read, and not what the baseline has.
    #expect(lines.count { $0.hasPrefix("::warning ") } == 1)
    #expect(lines.count { $0.hasPrefix("::notice ") } == 4)
    #expect(lines.contains { $0.hasPrefix("::notice title=Proviso::2 more annotations") })
    #expect(lines.last == "Proviso: 12 errors, 1 warning, 3 notes in 2 models, 1 of them in the baseline")
  }

  @Test("show what is advisory as no error, which would stop a change by itself")
  func advisory() {
    var report = Fixtures.report
    for index in report.findings.indices { report.findings[index].enforcement = .advisory }
    #expect(!output(.github, report).contains("::error "))
    #expect(output(.github, report).contains("::warning file=app/llm.py"))
    #expect(!output(.gitlab, report).contains("major") && output(.gitlab, report).contains("minor"))
    #expect(!output(.rdjson, report).contains("ERROR"))
    let results = SARIFReport.log(report).json["runs"]?[0]?["results"]?.elements ?? []
    #expect(results.map { $0["level"]?.string } == ["note", "warning", "warning"])
    #expect(results.map { $0["properties"]?["level"]?.string } == [nil, "error", nil])
    #expect(results[1]["properties"]?["enforcement"]?.string == "advisory")
  }

  @Test("escape what ends a property or a command")
  func escapes() {
    var report = Fixtures.report
    report.findings = [Fixtures.finding(location: Fixtures.location("a,b:c%.py"), message: "50% :: of, it")]
    let line = output(.github, report).split(separator: "\n").first { $0.hasPrefix("::error ") }
    #expect(line?.hasPrefix("::error file=a%2Cb%3Ac%25.py,line=12,endLine=12,col=9,endColumn=43,title=AIL302 ") == true)
    #expect(line?.contains("::50%25 :: of, it. Ask Meta for a license.") == true)
  }

  @Test("keep a comment within its limit, and count what there was no room for")
  func markdownLimit() {
    var report = Fixtures.report
    report.findings = (0..<500).map { Fixtures.finding(1, location: Fixtures.location("file\($0).py")) }
    let output = output(.markdown, report)
    #expect(output.unicodeScalars.count <= 65_536)
    let rows = output.split(separator: "\n").count { $0.hasPrefix("| error") }
    #expect(rows > 50)
    #expect(output.contains("…and \(500 - rows) more findings"))
    #expect(output.contains("2 models</summary>"))
    #expect(text(MarkdownReport.render(report, limit: 2_000)).unicodeScalars.count <= 2_000)
  }

  @Test("put the worst first in a comment, and leave out what is waived or known")
  func markdownOrder() {
    var report = Fixtures.report
    report.findings[0].status = .unchanged
    let levels = output(.markdown, report).split(separator: "\n").compactMap { line in
      Level.allCases.first { line.hasPrefix("| \($0.rawValue)") }
    }
    #expect(levels == [.error, .warning])
    #expect(output(.markdown, report).contains("**The scan is incomplete**"))
    #expect(output(.markdown, Fixtures.clean).hasPrefix("## Proviso: No findings in 0 models\n"))
  }

  @Test("write one line for each finding where an editor reads them")
  func lines() {
    var options = ReportOptions(quiet: true)
    options.textStyle = .lines
    options.shownRoot = "Sources/"
    let output = text(ReportFormat.text.render(Fixtures.report, options: options))
    #expect(
      output == """
        Sources/app/llm.py:12:9: note: The words “Built with Llama” are not shown. Ask Meta for a license. [AIL201]
        Sources/app/llm.py:12:9: error: The license ends at 700 million users a month, and the product has more. Ask Meta for a license. [AIL302]
        Sources/weights.gguf:1:1: warning: The license ends at 700 million users a month, and the product has more. Ask Meta for a license. [AIL101]
        Sources/weights.gguf:1:1: warning: The header is cut short.
        proviso: 1 error, 1 warning, 1 note in 2 models, 1 waived

        """)
    #expect(text(ReportFormat.text.render(Fixtures.check, options: options)).hasPrefix("proviso: error: "))
  }

  @Test("render the same bytes each time", arguments: ReportFormat.allCases, Sample.allCases)
  func determinism(format: ReportFormat, sample: Sample) {
    #expect(format.render(sample.report) == format.render(sample.report))
  }
}

private let hasXMLLint = (try? run("xmllint", ["--version"]))?.status == 0
