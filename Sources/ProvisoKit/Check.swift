package import ProvisoCore
internal import ProvisoKnowledge
package import ProvisoPolicy
internal import ProvisoResolution

/// Answers for models by name, without a repository.
package struct Check: Sendable {
  private let policy: Policy
  private let basePolicy: Policy?
  private let today: CalendarDate
  private let lock: LockedModels?
  private let maximumAge: Int?

  /// - Parameters:
  ///   - basePolicy: the policy before a change under review, nil where there is no such change.
  ///   - maximumAge: the days after which an answer's source is told to be old; nil where no age matters.
  package init(
    policy: Policy, basePolicy: Policy? = nil, today: CalendarDate, lock: LockedModels? = nil, maximumAge: Int? = nil
  ) {
    self.policy = policy
    self.basePolicy = basePolicy
    self.today = today
    self.lock = lock
    self.maximumAge = maximumAge
  }

  package func run(_ names: [String]) -> ScanReport {
    let (answers, own) = evaluate(names, policy)
    let models = answers.map(\.model)
    let evaluation = basePolicy.map { own.held(against: evaluate(names, $0.underReview).1, models) } ?? own
    let old = maximumAge.map { Freshness(today: today, maximumAge: $0).notifications(models) } ?? []
    var report = ScanReport(
      toolVersion: Version.current, policy: ScanReport.Policy(name: policy.name, path: policy.path),
      models: evaluation.entries(for: models),
      findings: AlternativesAdvice(policy: policy, today: today).added(to: evaluation.findings),
      notifications: (answers.compactMap(\.note) + evaluation.notifications + old).sorted(),
      rules: RuleList.descriptions)
    report.licenses = LicenseRecords.of(report.models)
    return report
  }

  private func evaluate(_ names: [String], _ policy: Policy) -> ([Answer], Evaluation) {
    let resolver = Resolver(library: policy.library, corrections: policy.corrections(without: [:]), lock: lock)
    let answers = names.map { Self.answer($0, resolver: resolver) }
    return (answers, Evaluator(policy: policy, today: today, mode: .check).evaluate(answers.map(\.model)))
  }

  /// A model, and what must be known of how its name was taken.
  package struct Answer: Sendable {
    package var model: ResolvedModel
    package var note: Notification?
  }

  /// What `name` stands for: a hub id or address, a name of another registry, or the words people say for a line of models. Where
  /// it may be several, all that is known of each counts.
  package static func answer(_ name: String) -> Answer { answer(name, resolver: Resolver()) }

  static func answer(_ name: String, resolver: Resolver) -> Answer {
    let reading = ModelNameReader.read(name)
    guard let first = reading.candidates.first else { return Answer(model: resolver.resolve(reading.model)) }
    if reading.candidates.count == 1 {
      return Answer(model: resolver.resolve(first), note: .taken(name, as: first))
    }
    let candidates = Array(reading.candidates.prefix(maximumCandidates))
    return Answer(
      model: resolver.resolve(reading.model, among: candidates), note: .ambiguous(name, reading.candidates))
  }

  /// Enough for every model of a line; what is more is named in the note only by its number.
  private static let maximumCandidates = 64
}

extension Notification {
  fileprivate static func taken(_ name: String, as model: ModelName) -> Self {
    Self(level: .note, message: "\"\(name)\" was taken as \(model.id).")
  }

  fileprivate static func ambiguous(_ name: String, _ candidates: [ModelName]) -> Self {
    let named = candidates.prefix(6).map(\.id).joined(separator: ", ")
    let more = candidates.count > 6 ? " and \(candidates.count - 6) more" : ""
    return Self(
      level: .note,
      message:
        "\"\(name)\" may be any of \(candidates.count) models: \(named)\(more). The strictest license counts; name one to be sure."
    )
  }
}
