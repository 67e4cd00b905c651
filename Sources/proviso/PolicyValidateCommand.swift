internal import ArgumentParser
internal import ProvisoCore
internal import ProvisoKit
internal import ProvisoPolicy
internal import ProvisoReports

/// `proviso policy validate [<file or pack> …]`.
struct PolicyValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Say whether policies are valid, with the place of each mistake.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
  }

  @Argument(help: "Policy files or packs; without one, the policy a scan of this folder would use.")
  var policies: [String] = []

  @Option(help: "text, or the mistakes as a report on the policy file: json or sarif.")
  var format: Format = .text

  @Option(help: ArgumentHelp("The day on which expiry is judged; today without it.", valueName: "date"))
  var now: String?

  func run() throws {
    let today = try SharedOptions.today(now)
    var expired: [Finding] = []
    var diagnostics: [PolicyDiagnostic] = []
    var valid: [String] = []
    var contradictions: [Notification] = []
    for name in policies.isEmpty ? [nil] : policies.map(Optional.some) {
      let selected = try PolicyCommand.select(name)
      diagnostics += selected.diagnostics
      if let policy = selected.policy, !selected.diagnostics.contains(where: { $0.severity == .error }) {
        valid.append(policy.path ?? "proviso:\(policy.name)")
        contradictions += policy.doubtfulFacts(on: today)
        expired += Evaluator(policy: policy, today: today).expiredEntries()
      }
    }
    switch format {
    case .text:
      for diagnostic in diagnostics { Terminal.write(Terminal.inert(diagnostic.rendered()) + "\n", to: .standardError) }
      for told in contradictions {
        Terminal.write(Terminal.inert("warning: \(told.message)") + "\n", to: .standardError)
      }
      for finding in expired {
        let place = finding.location.map { "\($0.path):\($0.line): " } ?? ""
        Terminal.write(
          Terminal.inert("\(place)\(finding.level.rawValue): \(finding.message)") + "\n", to: .standardError)
      }
      for name in valid { Terminal.write("\(Sanitizer.visible(name)) is valid.\n", to: .standardOutput) }
    case .json, .sarif:
      let path = diagnostics.first?.path ?? valid.first ?? ""
      var report = ScanReport(mistakes: diagnostics, policy: path, paths: ShownPaths(around: "."))
      report.notifications += contradictions
      report.findings += expired
      Terminal.write((format == .json ? ReportFormat.json : .sarif).render(report), to: .standardOutput)
    }
    if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(2) }
  }
}
