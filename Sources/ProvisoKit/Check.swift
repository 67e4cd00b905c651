package import ProvisoCore
internal import ProvisoKnowledge
package import ProvisoPolicy
internal import ProvisoResolution

/// Answers for models by name, without a repository.
package struct Check: Sendable {
  private let policy: Policy
  private let today: CalendarDate
  private let lock: LockedModels?

  package init(policy: Policy, today: CalendarDate, lock: LockedModels? = nil) {
    self.policy = policy
    self.today = today
    self.lock = lock
  }

  package func run(_ names: [String]) -> ScanReport {
    let resolver = Resolver(library: policy.library, corrections: policy.corrections(without: [:]), lock: lock)
    let models = names.map { resolver.resolve(ModelNameReader.read($0)) }
    let evaluation = Evaluator(policy: policy, today: today, mode: .check).evaluate(models)
    var report = ScanReport(
      toolVersion: Version.current, policy: ScanReport.Policy(name: policy.name, path: policy.path),
      models: evaluation.entries(for: models), findings: evaluation.findings,
      notifications: evaluation.notifications, rules: RuleList.descriptions)
    report.licenses = LicenseRecords.of(report.models)
    return report
  }

  /// The model that `name` stands for: a hub id or address, or a name of Ollama's library.
  package static func resolve(_ name: String, lock: LockedModels? = nil) -> ResolvedModel {
    Resolver(lock: lock).resolve(ModelNameReader.read(name))
  }
}
