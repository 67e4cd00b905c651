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
    switch self {
    case .text:
      switch options.textStyle {
      case .blocks: TextReport.render(report, options: options)
      case .lines: LineReport.render(report, options: options)
      }
    case .json: JSONReport.render(report)
    case .sarif: SARIFReport.render(report, options: options)
    case .markdown: MarkdownReport.render(report)
    case .html: HTMLReport.render(report, options: options)
    case .cyclonedx: CycloneDXReport.render(report, options: options, version: .v16)
    case .cyclonedx17: CycloneDXReport.render(report, options: options, version: .v17)
    case .spdx: SPDXReport.render(report, options: options)
    case .gitlab: GitLabReport.render(report)
    case .rdjson: RDJSONReport.render(report)
    case .junit: JUnitReport.render(report, options: options)
    case .github: GitHubReport.render(report)
    }
  }
}
