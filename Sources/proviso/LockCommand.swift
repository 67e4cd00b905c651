internal import ArgumentParser
internal import ProvisoCore
internal import ProvisoFiles
internal import ProvisoHub
internal import ProvisoKit
internal import ProvisoReports
internal import ProvisoText

/// `proviso lock [<path>]`: writes what was found of each model, for later runs to be held against.
struct LockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Write proviso.lock: every model's license, revision and evidence, for drift checks.",
    discussion: """
      A model of which nothing has changed keeps the day it had in the file. A scan that is incomplete writes nothing and \
      ends with exit code 3: what is not in the file could not be told from what was not read.
      """)

  @Argument(help: "The folder to scan.")
  var path = "."

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp("The file to write; proviso.lock in the folder without it.", valueName: "file"))
  var output: String?

  @Option(
    name: .customLong("policy"),
    help: ArgumentHelp("The policy whose corrections count. Repeatable.", valueName: "file or pack"))
  var policies: [String] = []

  @Option(help: ArgumentHelp("The day to write, such as 2026-12-31; today without it.", valueName: "date"))
  var now: String?

  @OptionGroup var online: OnlineOptions

  func run() async throws {
    var shared = try SharedOptions.parse([])
    shared.policies = policies
    shared.now = now
    let today = try shared.today()
    let options = ScanOptions(root: path, policy: try shared.selectPolicy(root: path).policy, today: today)
    let (report, told) = try await online.asking { hub in
      var options = options
      options.hub = hub
      do throws(ScanError) {
        return (try await Scan(options).run().report, await hub?.notifications ?? [])
      } catch {
        Terminal.complain(error.message)
        throw ExitCode(2)
      }
    }
    let incomplete = report.notifications.filter(\.isIncomplete)
    guard incomplete.isEmpty else {
      for trouble in incomplete where !told.contains(trouble) {
        Terminal.complain(of: trouble.path, trouble.message)
      }
      Terminal.complain("Nothing was written: the scan is incomplete.")
      throw ExitCode(3)
    }
    let file = output ?? LockOptions.path(in: path)
    // A file that is none is written anew; what it held is in the history.
    let previous = (try? LockOptions.read(file)) ?? []
    let bytes = LockFile.render(report.models.map(\.model), today: today, previous: previous)
    // What a scan could not be held against is no lock file.
    guard (try? LockFileReader.read(SourceText(path: file, bytes: bytes))) != nil else {
      Terminal.complain(
        "Nothing was written: a lock file of \(bytes.count) bytes for \(report.models.count) models could not be read again. Lock parts of the tree."
      )
      throw ExitCode(3)
    }
    do {
      try FileWriter.writeAtomically(bytes, to: file)
    } catch {
      Terminal.complain("\(file): \(error.message)")
      throw ExitCode(3)
    }
    let count = report.models.count { $0.model.role != .mentioned }
    Terminal.write(
      "\(Sanitizer.visible(file)) holds \(count) \(count == 1 ? "model" : "models").\n", to: .standardOutput)
  }
}
