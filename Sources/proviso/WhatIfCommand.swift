internal import ArgumentParser
internal import ProvisoCore
internal import ProvisoKit
internal import ProvisoPolicy
internal import ProvisoReports

/// `proviso what-if [<path>] --fact <name>=<value> …`.
struct WhatIfCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Say which findings would appear and vanish with other facts, and how far each line of a license is.")

  @Argument(help: "The folder to scan.")
  var path = "."

  @Option(
    name: .customLong("policy"),
    help: ArgumentHelp("A policy file or a pack. Repeatable.", valueName: "file or pack"))
  var policies: [String] = []

  @Option(
    name: .customLong("fact"),
    help: ArgumentHelp("A fact that differs from what the policy says. Repeatable.", valueName: "name=value"))
  var facts: [String] = []

  @Option(help: "text or json.")
  var format: LicenseCommand.Format = .text

  @Option(help: "The level from which findings that appear fail the run: error, warning, note or never.")
  var failOn: FailOn = .error

  @Option(help: ArgumentHelp("The day on which expiry is judged; today without it.", valueName: "date"))
  var now: String?

  func validate() throws {
    _ = try SharedOptions.facts(facts)
    if now != nil { _ = try SharedOptions.today(now) }
  }

  func run() async throws {
    let today = try SharedOptions.today(now)
    let before = try SharedOptions.selectPolicy(policies, root: path)
    let after = before.overriding(facts: try SharedOptions.facts(facts))
    let result: WhatIf
    do {
      let (old, new) = try await Scan(ScanOptions(root: path, policy: before, today: today)).compare(with: after)
      result = WhatIf(before: old, after: new, policy: after, today: today)
    } catch {
      Terminal.complain(error.message)
      throw ExitCode(2)
    }
    switch format {
    case .text: Terminal.write(result.text, to: .standardOutput)
    case .json: Terminal.write(JSONWriter.bytes(result.json), to: .standardOutput)
    }
    if let level = failOn.level, result.appearing.contains(where: { $0.level >= level && $0.waiver == nil }) {
      throw ExitCode(1)
    }
    if result.isIncomplete { throw ExitCode(3) }
  }
}
