package import ProvisoCore

/// What evaluation makes of a scan's models.
package struct Evaluation: Sendable {
  /// In order of path, position, rule and model.
  package var findings: [Finding]
  /// For each model, in the order given.
  package var obligations: [[Obligation]]
  package var notifications: [Notification]
}

/// Holds models against a policy: one evaluator for every command and report.
package struct Evaluator: Sendable {
  private let policy: Policy
  private let rules: [any Rule]
  private let today: CalendarDate
  private let mode: Subject.Mode

  /// - Parameter today: the day on which waivers are judged.
  package init(
    policy: Policy, today: CalendarDate, mode: Subject.Mode = .scan, rules: [any Rule] = RuleList.all
  ) {
    self.policy = policy
    self.rules = rules
    self.today = today
    self.mode = mode
  }

  package func evaluate(_ models: [ResolvedModel], _ statements: [ResolvedStatement] = []) -> Evaluation {
    var findings = models.flatMap { model in subjects(of: model).flatMap(findings(for:)) }
    for statement in statements {
      for rule in rules {
        findings += rule.evaluate(statement).compactMap { outcome in
          guard case .violated(let violation) = outcome else { return nil }
          return finding(rule, violation, model: statement.model, fallback: statement.statement.location, context: nil)
        }
      }
    }
    var waivers = WaiverDesk(policy: policy, today: today)
    waivers.apply(to: &findings)
    findings.sort(by: FindingOrder.precedes)
    return Evaluation(
      findings: findings, obligations: models.map { ObligationList.obligations(of: $0) },
      notifications: waivers.notifications)
  }

  /// A model of the tree is one subject; a model of the world is one for each file that names it.
  private func subjects(of model: ResolvedModel) -> [Subject] {
    let references = model.references.filter { $0.role >= .base }
    if mode == .check { return [subject(model, [])] }
    guard !references.isEmpty else { return [] }
    if model.isLocal { return [subject(model, references)] }
    var byPath: [(path: String, references: [ModelReference])] = []
    for reference in references {
      if byPath.last?.path == reference.location.path {
        byPath[byPath.count - 1].references.append(reference)
      } else {
        byPath.append((reference.location.path, [reference]))
      }
    }
    return byPath.map { subject(model, $0.references) }
  }

  private func subject(_ model: ResolvedModel, _ references: [ModelReference]) -> Subject {
    let (context, facts) = policy.facts(forPath: references.first?.location.path)
    return Subject(
      model: model, references: references, facts: facts, context: context, mode: mode,
      onMissingFact: policy.onMissingFact)
  }

  private func findings(for subject: Subject) -> [Finding] {
    // A base that only manifests of this tree's own models name is held against the policy through those models.
    let isOnlyIdentified = !subject.references.isEmpty && subject.references.allSatisfy { $0.derivative != nil }
    var findings: [Finding] = []
    var undetermined: [Undetermined] = []
    for rule in rules where !isOnlyIdentified || rule.description.id < "AIL100" {
      for outcome in rule.evaluate(subject) + rule.evaluate(subject, undetermined: undetermined) {
        switch outcome {
        case .violated(let violation):
          let made = finding(
            rule, violation, model: subject.model.name, fallback: subject.references.first?.location,
            context: subject.context, references: subject.references)
          if let made { findings.append(made) }
        case .undetermined(let question): if isOn(rule) { undetermined.append(question) }
        case .satisfied, .notApplicable: continue
        }
      }
    }
    return findings
  }

  private func isOn(_ rule: any Rule) -> Bool {
    policy.rules[rule.description.id]?.severity != .off
  }

  private func finding(
    _ rule: any Rule, _ violation: Violation, model: ModelName?, fallback: Location?, context: String?,
    references: [ModelReference] = []
  ) -> Finding? {
    let description = rule.description
    guard isOn(rule) else { return nil }
    let setting = policy.rules[description.id].flatMap { Level(rawValue: $0.severity.rawValue) }
    let location = violation.location ?? fallback
    let again = references.dropFirst().filter { reference in
      reference.location != location && !violation.related.contains { $0.location == reference.location }
    }.map { RelatedLocation(location: $0.location, message: "named again") }
    return Finding(
      rule: description.id, name: description.name, level: setting ?? violation.level ?? description.level,
      message: violation.message, location: location,
      related: violation.related.filter { $0.location != location } + (violation.related.isEmpty ? again : []),
      model: model, license: violation.license, clause: violation.clause, fix: violation.fix, context: context,
      fingerprint: Fingerprint.of([
        description.id, model?.id ?? "", violation.license ?? "", violation.clause ?? "", location?.path ?? "",
      ]))
  }
}

enum FindingOrder {
  static func precedes(_ one: Finding, _ other: Finding) -> Bool {
    let (here, there) = (key(one), key(other))
    return here < there
  }

  private static func key(_ finding: Finding) -> (String, Int, Int, String, String, String) {
    (
      finding.location?.path ?? "", finding.location?.line ?? 0, finding.location?.column ?? 0, finding.rule,
      finding.model?.id ?? "", finding.message
    )
  }
}
