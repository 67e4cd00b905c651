package import ProvisoCore

/// The formats a report can be written in; the raw value is the name on the command line.
package enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  case text, json, sarif, markdown, html, cyclonedx
  case cyclonedx17 = "cyclonedx-1.7"
  case spdx, gitlab, rdjson, junit, github

  /// Whether the format lists components with the hashes of their files.
  package var isBillOfMaterials: Bool { [.cyclonedx, .cyclonedx17, .spdx].contains(self) }

  /// The whole report as UTF-8 with a newline at its end. The same report and options give the same bytes.
  package func render(_ report: ScanReport, options: ReportOptions = ReportOptions()) -> [UInt8] {
    var bytes: [UInt8] = []
    write(report, options: options) { bytes += $0 }
    return bytes
  }

  /// The same, in pieces as they are made: a report of tens of megabytes is never in memory whole.
  package func write(
    _ report: ScanReport, options: ReportOptions = ReportOptions(), to take: @escaping ([UInt8]) -> Void
  ) {
    switch self {
    case .text:
      switch options.textStyle {
      case .blocks: TextReport.write(report, options: options, to: take)
      case .lines: LineReport.write(report, options: options, to: take)
      }
    case .json: JSONWriter.write(JSONReport.document(report), to: take)
    case .sarif: JSONWriter.write(SARIFReport.log(report, options: options).json, to: take)
    case .markdown: take(MarkdownReport.render(report))
    case .html: HTMLReport.write(report, options: options, to: take)
    case .cyclonedx: CycloneDXReport.write(report, options: options, version: .v16, to: take)
    case .cyclonedx17: CycloneDXReport.write(report, options: options, version: .v17, to: take)
    case .spdx: SPDXReport.write(report, options: options, to: take)
    case .gitlab: JSONWriter.write(GitLabReport.document(report), to: take)
    case .rdjson: JSONWriter.write(RDJSONReport.document(report), to: take)
    case .junit: JUnitReport.write(report, options: options, to: take)
    case .github: take(GitHubReport.render(report))
    }
  }
}
