internal import ArgumentParser
internal import ProvisoKit
internal import ProvisoPolicy

/// `proviso policy init | validate | test | show`.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Work with policies.",
    subcommands: [
      PolicyInitCommand.self, PolicyValidateCommand.self, PolicyTestCommand.self, PolicyShowCommand.self,
    ])

  /// Reads a policy, nil for the one that a scan of this folder would use.
  static func select(_ name: String?) throws -> SelectedPolicy {
    do {
      return try PolicySelection().select(name.map { [$0] } ?? [], root: ".")
    } catch {
      throw ValidationError(error.message)
    }
  }

  /// Reads a policy that has to be valid: its mistakes go to standard error and end the run with exit code 2.
  static func selectValid(_ name: String?) throws -> Policy {
    let selected = try select(name)
    for diagnostic in selected.diagnostics {
      Terminal.write(Terminal.inert(diagnostic.rendered()) + "\n", to: .standardError)
    }
    guard let policy = selected.policy else { throw ExitCode(2) }
    return policy
  }
}
