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
  /// Not asynchronous: that would end the first thread before anything runs, and a static binary then sorts all its tables for
  /// unwinding, which takes longer than to scan a small folder.
  static func main() {
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
      if let command = command as? any AsyncParsableCommand { runToEnd(command) }
      try command.run()
    } catch {
      finish(error)
    }
  }

  /// Runs a command on other threads while this one waits, and ends the program with it.
  private static func runToEnd(_ command: sending any AsyncParsableCommand) -> Never {
    Task {
      do {
        var command = command
        try await command.run()
        Terminal.exit(0)
      } catch {
        finish(error)
      }
    }
    Terminal.waitForEnd()
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
