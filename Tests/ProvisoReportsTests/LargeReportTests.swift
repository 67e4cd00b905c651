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

  @Test("is cut where a consumer wants it, and says so")
  func cuts() {
    var report = Self.report
    report.findings.append(Fixtures.finding(2))
    let log = SARIFReport.log(report)
    #expect(log.results.count == 25_000)
    #expect(log.notifications.last?.text.hasPrefix("1 findings beyond the 25000") == true)
    #expect(text(ReportFormat.github.render(report)).contains("more annotations"))
    #expect(text(ReportFormat.markdown.render(report)).contains("more findings"))
  }
}
