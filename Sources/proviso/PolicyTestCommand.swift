internal import ArgumentParser
internal import ProvisoKit
internal import ProvisoPolicy

/// `proviso policy test [<file> …]`.
struct PolicyTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the cases that policies bring along under `tests`.",
    discussion: """
      A file of cases for another policy is a policy that extends it: `extends: proviso.yaml` and `tests:`. Exit code 1 for a \
      case that failed.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, junit
  }

  @Argument(help: "Policy files or packs; without one, the policy a scan of this folder would use.")
  var policies: [String] = []

  @Option(help: "text or junit.")
  var format: Format = .text

  @Option(help: ArgumentHelp("The day on which expiry is judged; today without it.", valueName: "date"))
  var now: String?

  func run() throws {
    let today = try SharedOptions.today(now)
    let suites = try (policies.isEmpty ? [nil] : policies.map(Optional.some)).map { name in
      let policy = try PolicyCommand.selectValid(name)
      guard !policy.tests.isEmpty else {
        throw ValidationError("\(policy.path ?? "proviso:\(policy.name)") has no cases under `tests`.")
      }
      return (
        policy: policy.path ?? "proviso:\(policy.name)", outcomes: PolicyTestRun(policy: policy, today: today).run()
      )
    }
    let text =
      format == .text ? PolicyTestReport.text(suites) : PolicyTestReport.junit(suites, timestamp: "\(today)T00:00:00Z")
    Terminal.write(text, to: .standardOutput)
    if suites.contains(where: { $0.outcomes.contains { !$0.failures.isEmpty } }) { throw ExitCode(1) }
  }
}
