package import ProvisoCore
package import ProvisoHub
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

  package func run(_ names: [String]) -> ScanReport { report(names, [], []) }

  /// - Parameter hub: who asks the hub for what nothing local answers.
  package func run(_ names: [String], asking hub: HubDesk) async -> ScanReport {
    // Words that may mean several models are no name to ask for.
    let outside = await HubRounds(desk: hub, date: today.description).declarations { heard in
      answers(names, policy, heard).filter { !$0.isAmbiguous }.map(\.model)
    }
    return report(names, outside, await hub.notifications)
  }

  private func report(
    _ names: [String], _ outside: [OutsideDeclaration], _ asked: [Notification]
  ) -> ScanReport {
    let (answers, own) = evaluate(names, policy, outside)
    let models = answers.map(\.model)
    let evaluation = basePolicy.map { own.held(against: evaluate(names, $0.underReview, outside).1, models) } ?? own
    let old = maximumAge.map { Freshness(today: today, maximumAge: $0).notifications(models) } ?? []
    var report = ScanReport(
      toolVersion: Version.current, policy: ScanReport.Policy(policy, ShownPaths(around: nil)),
      models: evaluation.entries(for: models),
      findings: AlternativesAdvice(policy: policy, today: today).added(to: evaluation.findings),
      notifications: (answers.compactMap(\.note) + evaluation.notifications + old + asked
        + LineageCut.notifications(of: models)).sorted(),
      rules: RuleList.descriptions)
    report.licenses = LicenseRecords.of(report.models)
    return report
  }

  private func answers(_ names: [String], _ policy: Policy, _ outside: [OutsideDeclaration]) -> [Answer] {
    let resolver = Resolver(
      library: policy.library, corrections: policy.corrections(without: [:]), lock: lock, outside: outside)
    return names.map { Self.answer($0, resolver: resolver) }
  }

  private func evaluate(
    _ names: [String], _ policy: Policy, _ outside: [OutsideDeclaration]
  ) -> ([Answer], Evaluation) {
    let answers = answers(names, policy, outside)
    return (answers, Evaluator(policy: policy, today: today, mode: .check).evaluate(answers.map(\.model)))
  }

  /// A model, and what must be known of how its name was taken.
  package struct Answer: Sendable {
    package var model: ResolvedModel
    package var note: Notification?
    /// True where the name may be that of several models.
    package var isAmbiguous = false
  }

  /// What `name` stands for: a hub id or address, a name of another registry, or the words people say for a line of models. Where
  /// it may be several, all that is known of each counts.
  package static func answer(_ name: String) -> Answer { answer(name, resolver: Resolver()) }

  static func answer(_ name: String, resolver: Resolver) -> Answer {
    let reading = ModelNameReader.read(name)
    guard let first = reading.candidates.first else {
      var model = resolver.resolve(reading.model)
      model.revision = reading.revision
      if let line = line(name, model, resolver: resolver) { return line }
      return Answer(model: model, note: isPath(name) ? .path(name) : nil)
    }
    if reading.candidates.count == 1 {
      let only = resolver.resolve(first)
      // One model on file begins so, others may as well: of a free one that must be surer than what a list of third parties has.
      if reading.isBeginning, only.license.category?.isRestricted == false, only.license.confidence == .low {
        return Answer(model: resolver.resolve(reading.model), note: .begun(name, first), isAmbiguous: true)
      }
      return Answer(model: only, note: .taken(name, as: first))
    }
    let candidates = Array(reading.candidates.prefix(maximumCandidates))
    return Answer(
      model: resolver.resolve(reading.model, among: candidates), note: .ambiguous(name, reading.candidates),
      isAmbiguous: true)
  }

  /// What a word stands for that is a name of Ollama's library, too, and of a line of which it serves one that is free by default: any
  /// of the line, where not all of it is free.
  private static func line(_ name: String, _ served: ResolvedModel, resolver: Resolver) -> Answer? {
    guard served.name.registry == .ollama, served.license.category?.isRestricted == false else { return nil }
    let meant = ModelNameReader.line(of: name).prefix(maximumCandidates).map { $0 }
    guard meant.count > 1, meant.contains(where: { resolver.resolve($0).license.category?.isRestricted != false })
    else { return nil }
    return Answer(
      model: resolver.resolve(.huggingFace(served.name.id), among: meant), note: .ambiguous(name, meant),
      isAmbiguous: true)
  }

  /// Whether a text is a place on a disk, by how it begins.
  private static func isPath(_ text: String) -> Bool {
    ["./", "../", "/", "~/", "file:", ".\\", "\\"].contains { text.hasPrefix($0) }
      || (text.dropFirst().hasPrefix(":\\") && text.first?.isLetter == true)
  }

  /// Enough for every model of a line; what is more is named in the note only by its number.
  private static let maximumCandidates = 64
}

extension Notification {
  fileprivate static func path(_ text: String) -> Self {
    Self(
      level: .warning,
      message: "\"\(text)\" looks like a path, and `check` takes names of models: `proviso scan` looks into files.")
  }

  fileprivate static func taken(_ name: String, as model: ModelName) -> Self {
    Self(level: .note, message: "\"\(name)\" was taken as \(model.id).")
  }

  fileprivate static func begun(_ name: String, _ model: ModelName) -> Self {
    Self(
      level: .note,
      message: "\"\(name)\" is how \(model.id) begins, and may be how others do: name the model to be sure.")
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
