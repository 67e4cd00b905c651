internal import ArgumentParser
internal import ProvisoKit

/// The command line. Exit codes, the same for every verb: 0 nothing at or above `--fail-on`, 1 findings at or above it,
/// 2 wrong usage or a policy that is not valid, 3 the scan is incomplete.
struct Proviso: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proviso",
    abstract: "Finds the AI models a repository uses and the conditions of their licenses.",
    discussion: """
      Exit codes: 0 nothing at or above --fail-on, 1 findings at or above it, 2 wrong usage or a policy that is not valid, \
      3 the scan is incomplete: something that had to be read could not be.
      """,
    version: Version.current,
    subcommands: [
      ScanCommand.self, CheckCommand.self, ExplainCommand.self, LicenseCommand.self, PolicyCommand.self,
      LockCommand.self, NoticeCommand.self, WhatIfCommand.self,
    ])
}

@main
enum Main {
  static func main() async {
    Terminal.survivesFailedWrites()
    // Whoever starts a program gives it its own name at least. Where /proc is not mounted, a runtime without it has lost them.
    guard !CommandLine.arguments.isEmpty else {
      Terminal.complain("The arguments could not be read; on Linux that takes /proc to be mounted.")
      Terminal.exit(3)
    }
    // Installers and editors ask at every start: no command line has to be taken apart for it.
    if CommandLine.arguments.dropFirst().elementsEqual(["--version"]) {
      return Terminal.write(Version.current + "\n", to: .standardOutput)
    }
    do {
      var command = try Proviso.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      finish(error)
    }
  }

  /// ArgumentParser's own code for wrong usage is 64; the contract says 2.
  private static func finish(_ error: any Error) -> Never {
    let code = Proviso.exitCode(for: error)
    if let exit = error as? ExitCode { Terminal.exit(exit.rawValue) }
    let message = Proviso.fullMessage(for: error)
    if code == .success {
      Terminal.write(message + "\n", to: .standardOutput)
      Terminal.exit(0)
    }
    // What only the run found out has nothing to do with how the command is used.
    let mistake = (error as? ValidationError)?.message ?? message
    Terminal.complain(mistake.hasPrefix("Error: ") ? String(mistake.dropFirst("Error: ".count)) : mistake)
    Terminal.exit(2)
  }
}
