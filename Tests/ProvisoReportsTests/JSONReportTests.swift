import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoReports

@Suite("The JSON report")
struct JSONReportTests {
  private let document = JSONReport.document(Fixtures.report)

  @Test("has the keys of the contract, in its order")
  func keys() {
    #expect(
      document.keys == ["schemaVersion", "tool", "policy", "summary", "models", "findings", "notifications"])
    let model = document["models"]?[1]
    #expect(
      model?.keys == [
        "id", "registry", "revision", "role", "references", "license", "lineage", "obligations", "verdict",
      ])
    #expect(
      model?["references"]?[0]?.keys == [
        "path", "line", "column", "endColumn", "asWritten", "kind", "role", "scope", "revision", "confidence",
        "partial",
        "remark",
      ])
    #expect(
      model?["license"]?.keys == [
        "concluded", "expression", "category", "state", "confidence", "claims", "remark",
      ])
    #expect(model?["license"]?["claims"]?[0]?.keys == ["license", "source", "evidence", "path", "line"])
    #expect(model?["lineage"]?[0]?.keys == ["relation", "id", "license", "evidence"])
    #expect(model?["obligations"]?[0]?.keys == ["kind", "text", "clause", "met", "evidence", "license"])
    #expect(
      document["findings"]?[0]?.keys == [
        "rule", "name", "level", "message", "path", "line", "column", "model", "license", "clause", "fix",
        "fingerprint", "status", "waiver", "related", "context", "enforcement", "suppression", "proposedWaiver",
      ])
    #expect(document["notifications"]?[0]?.keys == ["level", "message", "path"])
  }

  @Test("writes null for what is not known")
  func nulls() {
    let models = document["models"]
    #expect(models?[0]?["revision"]?.isNull == true)
    #expect(models?[1]?["revision"]?.string == "main")
    let met = models?[1]?["obligations"]?.elements.compactMap { $0["met"] }.map { text(JSONWriter.bytes($0)) }
    #expect(met == ["false\n", "null\n", "true\n"])
    let check = JSONReport.document(Fixtures.check)
    #expect(check["policy"]?["path"]?.isNull == true)
    #expect(check["findings"]?[0]?["line"]?.isNull == true)
  }

  @Test("counts what is neither waived nor gone, and lists all")
  func summary() {
    var report = Fixtures.report
    report.findings.append(Fixtures.finding(1, status: .absent))
    let document = JSONReport.document(report)
    let findings = document["summary"]?["findings"]
    #expect(findings?["error"]?.integer == 1)
    #expect(findings?["warning"]?.integer == 1)
    #expect(findings?["note"]?.integer == 1)
    #expect(document["findings"]?.elements.count == 5)
  }

  @Test("renders the same bytes each time, whatever stands in it", arguments: Sample.allCases)
  func determinism(sample: Sample) {
    let bytes = ReportFormat.json.render(sample.report)
    #expect(bytes == ReportFormat.json.render(sample.report))
    #expect(bytes.last == UInt8(ascii: "\n"))
    #expect(text(bytes).unicodeScalars.allSatisfy { $0 == "\n" || !Sanitizer.isUnsafe($0) })
  }
}
