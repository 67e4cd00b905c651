import ProvisoCore
import Testing

@testable import ProvisoReports

@Suite("A report of 25,000 findings")
struct LargeReportTests {
  static let report: ScanReport = {
    var report = Fixtures.report
    report.models = (0..<2_500).map { model in
      let name = ModelName.huggingFace("acme/model-\(model)")
      let references = (0..<10).map { Fixtures.reference("src/\(model)/\($0).py", line: $0 + 1, model: name) }
      var entry = Fixtures.llamaEntry(references: references)
      entry.model.name = name
      return entry
    }
    report.findings = (0..<25_000).map { index in
      let name = ModelName.huggingFace("acme/model-\(index / 10)")
      let place = Fixtures.location("src/\(index / 10)/\(index % 10).py", line: index % 10 + 1)
      return Fixtures.finding(
        index % 3, location: place, related: [RelatedLocation(location: place, message: "named again")], model: name,
        fingerprint: String(repeating: "0", count: 27) + String(10_000 + index))
    }
    return report
  }()

  /// In release it is under two seconds and 200 MB in every format; without optimization, on a machine that does other things
  /// too, this only shows that nothing grows with the square.
  @Test("is written in every format", arguments: ReportFormat.allCases)
  func time(format: ReportFormat) {
    let start = ContinuousClock().now
    let bytes = format.render(Self.report)
    #expect(!bytes.isEmpty)
    #expect(ContinuousClock().now - start < .seconds(180))
  }

  @Test(
    "is handed on in pieces, the same bytes as in one",
    arguments: [ReportFormat.text, .json, .sarif, .cyclonedx, .spdx, .gitlab, .rdjson, .junit])
  func pieces(format: ReportFormat) {
    var report = Self.report
    report.models = Array(report.models.prefix(300))
    report.findings = Array(report.findings.prefix(1_000))
    var pieces: [[UInt8]] = []
    format.write(report) { pieces.append($0) }
    #expect(pieces.count > 2 && pieces.allSatisfy { $0.count < 200_000 })
    #expect(Array(pieces.joined()) == format.render(report))
  }

  @Test("is a page that a phone can open, which says what it has not")
  func page() {
    let page = text(ReportFormat.html.render(Self.report))
    #expect(page.utf8.count < 10_000_000)
    #expect(page.contains(" of 25000 findings and "))
    #expect(page.contains("The JSON and the text report have all."))
    #expect(page.contains("and 500 more models."))
    // Errors come first, and every link of the inventory leads to a model.
    let shown = page.split(separator: "<article id=\"model-").count - 1
    #expect(shown > 100)
    #expect(page.contains("href=\"#model-\(shown)\"") && !page.contains("href=\"#model-\(shown + 1)\""))
  }

  @Test("has all of it on the page where there is room")
  func wholePage() {
    #expect(!text(ReportFormat.html.render(Fixtures.report)).contains("id=\"cut\""))
  }

  @Test("is cut where a consumer wants it, and says so")
  func cuts() {
    var report = Self.report
    report.findings.append(Fixtures.finding(2))
    let log = SARIFReport.log(report)
    #expect(log.results.count == 25_000)
    #expect(log.notifications.dropLast().last?.text.hasPrefix("1 findings beyond the 25000") == true)
    #expect(log.notifications.last?.text.contains("leaves 20000 out") == true)
    #expect(text(ReportFormat.github.render(report)).contains("more annotations"))
    #expect(text(ReportFormat.markdown.render(report)).contains("more findings"))
  }
}
