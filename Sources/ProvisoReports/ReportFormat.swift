package import ProvisoCore

/// The formats a report can be written in; the raw value is the name on the command line.
package enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  case text, json, sarif

  /// The whole report as UTF-8 with a newline at its end. The same report and options give the same bytes.
  package func render(_ report: ScanReport, options: ReportOptions = ReportOptions()) -> [UInt8] {
    switch self {
    case .text: TextReport.render(report, options: options)
    case .json: JSONReport.render(report)
    case .sarif: SARIFReport.render(report)
    }
  }
}
