package import ProvisoCore
internal import ProvisoKnowledge
package import ProvisoPolicy
internal import ProvisoResolution

/// Answers for models by name, without a repository.
package struct Check: Sendable {
  private let policy: Policy
  private let today: CalendarDate

  package init(policy: Policy, today: CalendarDate) {
    self.policy = policy
    self.today = today
  }

  package func run(_ names: [String]) -> ScanReport {
    let models = names.map(Self.resolve)
    let evaluation = Evaluator(policy: policy, today: today, mode: .check).evaluate(models)
    return ScanReport(
      toolVersion: Version.current, policy: ScanReport.Policy(name: policy.name, path: policy.path),
      models: zip(models, evaluation.obligations).map(ScanReport.Model.init), findings: evaluation.findings,
      notifications: evaluation.notifications, rules: RuleList.descriptions)
  }

  /// The model that `name` stands for: a hub id or address, or a name of Ollama's library.
  package static func resolve(_ name: String) -> ResolvedModel {
    Resolver().resolve(ModelNameReader.read(name))
  }
}
