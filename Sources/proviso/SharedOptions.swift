internal import ArgumentParser
internal import ProvisoCore
internal import ProvisoFiles
internal import ProvisoKit
internal import ProvisoPolicy
internal import ProvisoReports

/// The options that `scan` and `check` share.
struct SharedOptions: ParsableArguments {
  @Option(
    name: .customLong("policy"),
    help: ArgumentHelp(
      "A policy file, or a pack that ships with the tool (proviso:default, proviso:hosted-service …). Repeatable: later ones lie over earlier ones.",
      valueName: "file or pack"))
  var policies: [String] = []

  @Option(
    name: .customLong("fact"),
    help: ArgumentHelp(
      "A fact about the organization for this run, over what the policy says. Repeatable.", valueName: "name=value"))
  var facts: [String] = []

  @Option(
    name: .customLong("base-policy"),
    help: ArgumentHelp(
      "The policy before the change under review: what the change's own policy or comments would silence goes on to count and is listed apart.",
      valueName: "file or pack"))
  var basePolicy: String?

  @Option(
    help: ArgumentHelp(
      "How much findings bind in this run: advisory (fails nothing), overridable or mandatory. Lowers nothing that the policy calls mandatory.",
      valueName: "level"))
  var enforce: Enforcement?

  @Option(help: "What goes to standard output: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: ReportFormat = .text

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp("Also write a report to a file, whole or not at all. Repeatable.", valueName: "format=file"))
  var outputs: [String] = []

  @Option(
    name: .customLong("baseline"),
    help: ArgumentHelp(
      "A report of an earlier run (--format json or --write-baseline): what it has does not fail the run.",
      valueName: "report.json"))
  var baselines: [String] = []

  @Option(
    help: ArgumentHelp(
      "Also write the report as a baseline for later runs. It has no effect on this one.", valueName: "file"))
  var writeBaseline: String?

  @Option(help: "The level from which findings fail the run: error, warning, note or never.")
  var failOn: FailOn = .error

  @Option(
    help: ArgumentHelp("The day on which expiry is judged, such as 2026-12-31; today without it.", valueName: "date"))
  var now: String?

  @Option(
    help: ArgumentHelp(
      "The category that the SARIF log is filed under; without it the upload sets its own.", valueName: "name"))
  var sarifCategory: String?

  @Flag(help: "Also write waived findings to SARIF, marked as suppressed.")
  var showSuppressed = false

  @Option(help: "How text is laid out: blocks for people, lines (path:line:column: level: message) for editors.")
  var textStyle: ReportOptions.TextStyle = .blocks

  @Option(
    help: ArgumentHelp(
      "Tell where an answer rests on a source of the catalog's that is older than so many days.", valueName: "days"))
  var maxAge: Int?

  @Option(help: "Whether to color text: auto, always or never. NO_COLOR is respected.")
  var color: ColorChoice = .auto

  @Flag(help: "Findings only.")
  var quiet = false

  @Flag(help: "Everything that was found, findings or not.")
  var verbose = false
}

enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case error, warning, note, never

  var level: Level? { Level(rawValue: rawValue) }
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

extension ReportFormat: ExpressibleByArgument {}
extension ReportOptions.TextStyle: ExpressibleByArgument {}
extension Enforcement: ExpressibleByArgument {}

extension SharedOptions {
  /// Wrong words are told before any work begins.
  func validate() throws {
    _ = try Self.facts(facts)
    try validateFiles()
    if now != nil { _ = try today() }
    if let sarifCategory, sarifCategory.isEmpty || sarifCategory.hasSuffix("/") {
      throw ValidationError("--sarif-category takes a name that does not end in a slash, not \"\(sarifCategory)\".")
    }
    if let maxAge, maxAge < 0 { throw ValidationError("--max-age takes a number of days, not \(maxAge).") }
  }

  var baseline: String? { baselines.last }

  /// Of two reports in one file one would be lost, and so would all but one of several baselines.
  private func validateFiles() throws {
    if baselines.count > 1 {
      throw ValidationError("--baseline is given \(baselines.count) times; one report is compared.")
    }
    var known: Set<[Substring]> = []
    for path in try outputs.map({ try output($0).1 }) + [writeBaseline].compactMap(\.self) {
      if path == "-" {
        throw ValidationError(
          "Reports go to files; --format is what standard output gets, and ./- is a file of that name.")
      }
      let parts = (path.hasPrefix("/") ? ["/"] : []) + path.split(separator: "/").filter { $0 != "." }
      guard known.insert(parts).inserted else { throw ValidationError("Two reports would be written to \(path).") }
    }
  }

  /// An option that asks for a report other than text, or for its findings; nil where there is none.
  var reportOption: String? {
    if !outputs.isEmpty { return "--output" }
    if writeBaseline != nil { return "--write-baseline" }
    if baseline != nil { return "--baseline" }
    if failOn == .warning || failOn == .note { return "--fail-on" }
    return format == .text || format == .json ? nil : "--format"
  }

  /// The policy of the run with the facts of the command line. Its mistakes go to standard error, and into the reports of
  /// ``formatsOfMistakes``; an invalid one ends the run with exit code 2.
  ///
  /// - Returns: also the policy before the change under review, where the command line names one.
  func selectPolicy(root: String?) throws -> (policy: Policy, base: Policy?) {
    var policy = try Self.selectPolicy(policies, root: root) { diagnostics in
      let path = diagnostics.first?.path ?? ""
      try finish(invalid: ScanReport(mistakes: diagnostics, policy: path, paths: ShownPaths(around: root)))
    }
    let base = try basePolicy.map { try Self.selectPolicy([$0], root: nil) }
    if let base { policy = policy.proposing(over: base) }
    return (try withArguments(policy), try base.map(withArguments))
  }

  private func withArguments(_ policy: Policy) throws -> Policy {
    (enforce.map(policy.enforcing) ?? policy).overriding(facts: try Self.facts(facts))
  }

  /// Finds the policy that the same command line had with the repository's files of an earlier revision.
  func earlierPolicy(
    root: String
  ) throws -> @Sendable (_ earlier: @escaping @Sendable (String) -> EarlierFile) -> Policy? {
    let (names, enforce, facts) = (policies, enforce, try Self.facts(facts))
    return { earlier in
      guard
        let policy = try? PolicySelection(earlier: earlier, paths: ShownPaths(around: root)).select(names, root: root)
          .policy
      else { return nil }
      return (enforce.map(policy.enforcing) ?? policy).overriding(facts: facts)
    }
  }

  /// - Parameter invalid: told of the mistakes that make the policy unusable.
  static func selectPolicy(
    _ names: [String], root: String?, invalid: ([PolicyDiagnostic]) throws -> Void = { _ in }
  ) throws -> Policy {
    let selected: SelectedPolicy
    do {
      selected = try PolicySelection(paths: ShownPaths(around: root)).select(names, root: root)
    } catch {
      throw ValidationError(error.message)
    }
    // A waiver that does not hold is a finding of the run.
    for diagnostic in selected.diagnostics where diagnostic.severity == .warning || diagnostic.isFatal {
      Terminal.write(Terminal.inert(diagnostic.rendered()) + "\n", to: .standardError)
    }
    guard let policy = selected.policy else {
      try invalid(selected.diagnostics)
      throw ExitCode(2)
    }
    return policy
  }

  /// The formats that show findings on lines of a file, be it the policy. A list of models would look like that of a scan.
  private static let formatsOfMistakes: Set<ReportFormat> = [.sarif, .github, .gitlab, .rdjson, .junit, .markdown]

  private func finish(invalid report: ScanReport) throws {
    let options = try reportOptions(root: nil)
    for (format, path) in try outputs.map(output) where Self.formatsOfMistakes.contains(format) {
      do {
        try FileWriter.writeAtomically(to: path) { format.write(report, options: options, to: $0) }
      } catch {
        Terminal.complain("\(path): \(error.message)")
      }
    }
    if Self.formatsOfMistakes.contains(format) {
      format.write(report, options: options) { Terminal.write($0, to: .standardOutput) }
    }
  }

  /// The formats of all reports of the run.
  func formats() throws -> [ReportFormat] { try [format] + outputs.map { try output($0).0 } }

  func today() throws -> CalendarDate { try Self.today(now) }

  static func today(_ now: String?) throws -> CalendarDate {
    guard let now else {
      guard let today = Terminal.today() else { throw ValidationError("The system's clock gives no date; use --now.") }
      return today
    }
    do {
      return try CalendarDate(parsing: now)
    } catch {
      throw ValidationError("--now: \(error.message)")
    }
  }

  /// Writes the reports and gives the exit code. A report that could not be written makes the run incomplete.
  ///
  /// - Parameters:
  ///   - root: the scan root as the user named it, nil where there is none.
  ///   - isLookedAt: whether the run reports on a path: what it leaves out is not gone since the baseline.
  func finish(
    _ report: ScanReport, root: String? = nil, isLookedAt: (String?) -> Bool = { _ in true }
  ) throws {
    let files = try outputs.map(output) + (writeBaseline.map { [(ReportFormat.json, $0)] } ?? [])
    let report = try compared(report, isLookedAt)
    let shown = try reportOptions(root: root)
    var options = shown
    options.color = false
    var isIncomplete = report.isIncomplete
    for (format, path) in files {
      do {
        try FileWriter.writeAtomically(to: path) { [options] in format.write(report, options: options, to: $0) }
      } catch {
        Terminal.complain("\(path): \(error.message)")
        isIncomplete = true
      }
    }
    // Last: a standard output that cannot be written to ends the run.
    format.write(report, options: shown) { Terminal.write($0, to: .standardOutput) }
    if report.fails(from: failOn.level) { throw ExitCode(1) }
    if isIncomplete { throw ExitCode(3) }
  }

  private func compared(_ report: ScanReport, _ isLookedAt: (String?) -> Bool) throws -> ScanReport {
    guard let baseline else { return report }
    do {
      return try Baseline(path: baseline).compare(report, isLookedAt: isLookedAt)
    } catch {
      throw ValidationError("--baseline: \(error.message)")
    }
  }

  private func reportOptions(root: String?) throws -> ReportOptions {
    let isColored =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        Terminal.isTerminal(.standardOutput) && (Terminal.environment("NO_COLOR") ?? "").isEmpty
          && Terminal.environment("TERM") != "dumb"
      }
    let width = min(Terminal.width(.standardOutput) ?? 100, 120)
    var options = ReportOptions(color: isColored, width: width, verbose: verbose, quiet: quiet)
    options.textStyle = textStyle
    if let root {
      options.shownRoot = ReportOptions.shownRoot(of: root, isFile: FileSystem.type(of: root) == .regular)
    }
    options.sarifCategory = sarifCategory
    options.showsSuppressed = showSuppressed
    options.failOn = failOn.level
    options.timestamp = try timestamp()
    return options
  }

  /// The day of the run: whoever wants the same bytes on another gives it with --now, or with SOURCE_DATE_EPOCH as builds do.
  private func timestamp() throws -> String {
    if now == nil, let seconds = Terminal.environment("SOURCE_DATE_EPOCH").flatMap(Int.init),
      let time = Terminal.timestamp(seconds)
    {
      return time
    }
    return "\(try today())T00:00:00Z"
  }

  /// The facts of the command line. One that is given twice with two values is a mistake: which is meant, nobody knows.
  static func facts(_ arguments: [String]) throws -> [FactArgument] {
    let facts = try arguments.map { (written: $0, fact: try fact($0)) }
    for (index, later) in facts.enumerated() {
      if let first = facts[..<index].first(where: { $0.fact.name == later.fact.name && $0.fact != later.fact }) {
        throw ValidationError(
          "--fact \(later.fact.name.rawValue) is given twice with different values: \(first.written) and \(later.written)."
        )
      }
    }
    return facts.map(\.fact)
  }

  private static func fact(_ argument: String) throws -> FactArgument {
    do {
      return try FactArgument.parse(argument)
    } catch {
      throw ValidationError("--fact \(argument): \(error.message)\(error.hint.map { ": \($0)" } ?? "")")
    }
  }

  private func output(_ argument: String) throws -> (ReportFormat, String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let format = ReportFormat(rawValue: parts[0]) else {
      throw ValidationError(
        "--output takes <format>=<file> with a format of \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")), not \"\(argument)\"."
      )
    }
    return (format, parts[1])
  }
}
