internal import ArgumentParser
internal import ProvisoKit
internal import ProvisoPolicy
internal import ProvisoReports

/// `proviso policy validate [<file or pack>]`.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Work with policies.", subcommands: [Validate.self])

  struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say whether a policy is valid, with the place of each mistake.")

    @Argument(help: "A policy file or a pack; without it, the policy a scan of this folder would use.")
    var policy: String?

    func run() throws {
      let selected: SelectedPolicy
      do {
        selected = try PolicySelection().select(policy.map { [$0] } ?? [], root: ".")
      } catch {
        throw ValidationError(error.message)
      }
      for diagnostic in selected.diagnostics { Terminal.write(diagnostic.rendered() + "\n", to: .standardError) }
      guard let policy = selected.policy else { throw ExitCode(2) }
      let name = Sanitizer.visible(policy.path ?? "proviso:\(policy.name)")
      Terminal.write("\(name) is valid.\n", to: .standardOutput)
    }
  }
}
