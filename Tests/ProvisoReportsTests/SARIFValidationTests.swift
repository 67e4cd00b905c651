import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoReports

@Suite(
  "SARIF under the checker of schema, specification and GitHub",
  .enabled(if: sharedFolder != nil && hasValidator, "needs ../shared and python3 with jsonschema"))
struct SARIFValidationTests {
  /// What the checker finds in the rendered report.
  private func check(_ report: ScanReport, _ options: [String]) throws -> String {
    let shared = try #require(sharedFolder)
    let result = try run(
      "python3", [shared + "/tools/check-sarif.py"] + options + ["-"], input: ReportFormat.sarif.render(report))
    return result.status == 0 ? "" : text(result.output + result.error)
  }

  @Test("has no errors and no warnings", arguments: Sample.allCases)
  func noWarnings(sample: Sample) throws {
    #expect(try check(sample.report, ["--fail-on", "warning"]) == "")
  }

  @Test("has not even notes in a repository with an address")
  func noNotes() throws {
    var report = Fixtures.report
    report.repository = .init(
      pathToScanRoot: "a b/", address: "https://example.org/acme/app.git", revision: Fixtures.digits("a") + "01234567")
    #expect(try check(report, ["--fail-on", "note"]) == "")
  }

  @Test("agrees with the files it speaks of, to the column and the line's hash")
  func agreesWithTree() throws {
    let shared = try #require(sharedFolder)
    let line = #"    { "id": "example-org/embed-small", "revision": "main" }"#
    let place = Location(
      path: "Models/manifest.json", line: 4, column: 13, endColumn: 38, excerpt: line, lineHash: "75e8775b60ea182b:1")
    var report = Fixtures.clean
    report.findings = [
      Fixtures.finding(location: place), Fixtures.finding(location: place, fingerprint: Fixtures.digits("8")),
    ]
    let options = ["--repo-root", shared + "/tools/examples/repo"]
    #expect(try check(report, options) == "")
    report.findings[0].location?.column = 14
    #expect(try check(report, options) == "")
    report.findings[0].location?.excerpt = "x" + line
    #expect(try check(report, options).contains("REPO-SNIPPET"))
  }
}
