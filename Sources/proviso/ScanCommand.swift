internal import ArgumentParser
internal import ProvisoCore
internal import ProvisoKit
internal import ProvisoPolicy
internal import ProvisoReports
internal import ProvisoText

/// `proviso scan [<path>]`: the main job.
struct ScanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: "Find the models of a folder and hold their licenses against the policy.")

  @Argument(help: "The folder to scan.")
  var path = "."

  @OptionGroup var shared: SharedOptions

  @OptionGroup var lock: LockOptions

  @OptionGroup var stores: StoreOptions

  @OptionGroup var online: OnlineOptions

  @Option(name: .customLong("include"), help: ArgumentHelp("Only files that match. Repeatable.", valueName: "glob"))
  var includes: [String] = []

  @Option(name: .customLong("exclude"), help: ArgumentHelp("No files that match. Repeatable.", valueName: "glob"))
  var excludes: [String] = []

  @Flag(name: .customLong("no-ignore"), help: "Also scan what .gitignore leaves out.")
  var ignoresNothing = false

  @Option(
    help: ArgumentHelp(
      "Report only what was added since a git revision, such as origin/main.", valueName: "git revision"))
  var since: String?

  @Option(help: "Stop after a stage and print its values as JSON: files, references or models.")
  var emit: Stage?

  @Option(
    help: ArgumentHelp(
      "Keep in this directory which files of a git working tree nothing was found in, and do not open them again until they change. May be deleted at any time; trust it like the policy.",
      valueName: "directory"))
  var cache: String?

  @Option(help: "How many files to work on at once.")
  var jobs: Int?

  enum Stage: String, ExpressibleByArgument, CaseIterable {
    case files, references, models
  }

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
    if cache?.isEmpty == true { throw ValidationError("--cache needs a directory.") }
    if let emit, let ignored = shared.reportOption ?? since.map({ _ in "--since" }) {
      throw ValidationError("--emit \(emit.rawValue) stops before there is a report; leave out \(ignored).")
    }
    if online.online, lock.isStrict {
      throw ValidationError("--locked holds the tree against the lock file, offline; leave out --online.")
    }
  }

  func run() async throws {
    let (policy, base) = try shared.selectPolicy(root: path)
    var options = ScanOptions(root: path, policy: policy, jobs: jobs, today: try shared.today())
    options.basePolicy = base
    options.hashesWeights = try shared.formats().contains(where: \.isBillOfMaterials)
    options.lock = try lock.locked(root: path)
    options.since = since.map { revision in
      ScanOptions.Since(
        revision: revision, searchPath: Terminal.environment("PATH") ?? "", home: Terminal.environment("HOME"))
    }
    options.since?.policy = try shared.earlierPolicy(root: path)
    options.maximumAge = shared.maxAge
    options.hashesLines = try shared.formats().contains(.sarif)
    options.respectIgnoreFiles = !ignoresNothing
    options.cache = cache
    options.include = try includes.map { try glob($0, "--include") }
    options.exclude = try excludes.map { try glob($0, "--exclude") }
    options.hubCache = stores.hubCacheDirectory
    options.ollamaStore = stores.ollamaDirectory
    guard let emit else {
      // What else the scan holds is let go: the report alone is written.
      let report = try await run(options).report
      // What was there at the revision is left out and not gone.
      return try shared.finish(report, root: path) { [options] path in
        options.since == nil && path.map(options.leavesIn) ?? true
      }
    }
    let (value, notifications): (JSONValue, [Notification])
    switch emit {
    case .files:
      let files = try await running(options) { scan throws(ScanError) in try await scan.filesRead() }
      (value, notifications) = (.strings(files.values), files.notifications)
    case .references:
      let references = try await running(options) { scan throws(ScanError) in try await scan.references() }
      (value, notifications) = (emitReferences(references.values), references.notifications)
    case .models:
      let report = try await run(options).report
      (value, notifications) = (emitModels(report.models), report.notifications)
    }
    Terminal.write(JSONWriter.bytes(value), to: .standardOutput)
    let gaps = notifications.filter(\.isIncomplete)
    // The values of a stage have no place for them; what the hub failed to answer has been told.
    for gap in gaps where gap.path != nil || !online.online {
      Terminal.complain(of: gap.path, gap.message)
    }
    if !gaps.isEmpty { throw ExitCode(3) }
  }

  private func run(_ options: ScanOptions) async throws -> Scan.Result {
    try await running(options) { scan throws(ScanError) in try await scan.run() }
  }

  private func running<Value>(
    _ options: ScanOptions, _ body: (Scan) async throws(ScanError) -> Value
  ) async throws -> Value {
    try await online.asking { hub in
      var options = options
      options.hub = hub
      do throws(ScanError) {
        return try await body(Scan(options))
      } catch {
        Terminal.complain(error.message)
        throw ExitCode(2)
      }
    }
  }

  private func glob(_ pattern: String, _ option: String) throws -> Glob {
    do {
      return try Glob(pattern)
    } catch {
      throw ValidationError("\(option) \"\(pattern)\": \(error.message)")
    }
  }
}
