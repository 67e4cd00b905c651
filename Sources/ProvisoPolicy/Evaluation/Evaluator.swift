package import ProvisoCore

/// What evaluation makes of a scan's models.
package struct Evaluation: Sendable {
  /// In order of path, position, rule and model.
  package var findings: [Finding]
  /// For each model, in the order given.
  package var obligations: [[Obligation]]
  /// For each model, in the order given.
  package var verdicts: [Verdict]
  package var notifications: [Notification]
  /// What rules that are switched off say of open questions and bars: not reported, and no allowance either.
  var unreported: [Finding] = []
}

extension Evaluation {
  /// The models that were evaluated, as a report lists them.
  package func entries(for models: [ResolvedModel]) -> [ScanReport.Model] {
    zip(models, zip(obligations, verdicts)).map { model, answers in
      ScanReport.Model(model: model, obligations: answers.0, verdict: answers.1)
    }
  }
}

/// Holds models against a policy: one evaluator for every command and report.
package struct Evaluator: Sendable {
  private let policy: Policy
  private let rules: [any Rule]
  /// The rules that the policy has not switched off, and those whose answers count for verdicts all the same.
  private let active: [ActiveRule]
  private let today: CalendarDate
  private let mode: Subject.Mode
  private let place: String?

  /// - Parameters:
  ///   - today: the day on which waivers are judged, and on which facts are asked.
  ///   - place: the path whose facts hold for what no file names; nil for the organization's.
  package init(
    policy: Policy, today: CalendarDate, mode: Subject.Mode = .scan, place: String? = nil,
    rules: [any Rule] = RuleList.all
  ) {
    self.place = place
    self.policy = policy
    self.rules = rules
    active = rules.map(ActiveRule.init).filter {
      policy.rules[$0.id]?.severity != .off || VerdictSummary.countsUnreported($0.id)
    }
    self.today = today
    self.mode = mode
  }

  package func evaluate(
    _ models: [ResolvedModel], _ statements: [ResolvedStatement] = [], _ claims: [ResolvedClassClaim] = [],
    evidence: ObligationEvidenceList = ObligationEvidenceList(), void corrections: [PolicyOrigin: String] = [:]
  ) -> Evaluation {
    evaluate(Material(models, statements, claims, evidence: evidence, void: corrections))
  }

  package func evaluate(_ material: Material) -> Evaluation {
    let desk = desk(material)
    return evaluation(desk, desk.models.map { answer(for: $0, desk) })
  }

  /// The same, with several tasks at work.
  package func evaluate(_ material: Material, jobs: Int) async -> Evaluation {
    let desk = desk(material)
    return evaluation(desk, await concurrentMap(desk.models, jobs: jobs) { answer(for: $0, desk) })
  }

  /// What holds for all models of a run.
  private struct Desk: Sendable {
    var material: Material
    /// Under the agreements.
    var models: [ResolvedModel]
    var agreements: AgreementDesk
    var heirs: Heirs
    var evidence: ObligationEvidenceList
  }

  private struct Answer: Sendable {
    var findings: [Finding]
    var obligations: [Obligation]
  }

  private func desk(_ material: Material) -> Desk {
    var agreements = AgreementDesk(policy.agreements, today: today)
    let models = agreements.apply(to: material.models)
    return Desk(
      material: material, models: models, agreements: agreements, heirs: Heirs(models),
      evidence: material.evidence.filtered(in: policy.obligations))
  }

  private func answer(for model: ResolvedModel, _ desk: Desk) -> Answer {
    let subjects = subjects(of: model, desk)
    return Answer(
      findings: findings(for: subjects, desk.heirs),
      obligations: ObligationList.obligations(
        of: model, licenses: subjects.first?.applicableLicenses, facts: subjects.map(\.facts),
        evidence: mode == .check ? nil : desk.evidence))
  }

  private func evaluation(_ desk: Desk, _ answers: consuming [Answer]) -> Evaluation {
    let (material, models) = (desk.material, desk.models)
    var obligations: [[Obligation]] = []
    var findings: [Finding] = []
    obligations.reserveCapacity(answers.count)
    findings.reserveCapacity(answers.reduce(0) { $0 + $1.findings.count })
    // Findings are most of what a scan holds, so no more than two copies are kept at any time.
    for index in answers.indices {
      obligations.append(answers[index].obligations)
      findings += answers[index].findings
      answers[index].findings = []
    }
    for statement in material.statements {
      for rule in rules {
        findings += told(rule, rule.evaluate(statement), of: statement.model, at: statement.statement.location)
      }
    }
    for claim in material.claims {
      for rule in rules { findings += told(rule, rule.evaluate(claim), of: nil, at: claim.claim.location) }
    }
    let unreported = findings.filter { policy.rules[$0.rule]?.severity == .off }
    if !unreported.isEmpty { findings.removeAll { policy.rules[$0.rule]?.severity == .off } }
    FindingOrder.sort(&findings)
    var waivers = WaiverDesk(policy: policy, today: today, models: models, comments: material.comments)
    waivers.apply(to: &findings)
    let use = PolicyUse(
      entries: waivers.entries + desk.agreements.entries(of: policy.agreements)
        + CorrectionDesk(models).entries(of: policy.corrections, void: material.void))
    let own = self.findings(about: use)
    if !own.isEmpty || waivers.hasMoved {
      findings += own
      FindingOrder.sort(&findings)
    }
    return Evaluation(
      findings: findings, obligations: obligations,
      verdicts: VerdictSummary(findings, unreported: unreported).verdicts(of: models),
      notifications: desk.agreements.notifications(policy.path) + policy.doubtfulFacts(on: today)
        + SwitchedOff(unreported).notifications(of: policy),
      unreported: unreported)
  }

  /// What a rule says of a sentence, in the context of its file.
  private func told(
    _ rule: any Rule, _ outcomes: [Outcome], of model: ModelName?, at location: Location
  ) -> [Finding] {
    outcomes.compactMap { outcome in
      guard case .violated(let violation) = outcome else { return nil }
      return finding(
        rule, violation, model: model, fallback: location, context: policy.facts(forPath: location.path).context)
    }
  }

  /// A model of the tree is one subject for each context that its files lie in; a model of the world is one for each file
  /// that names it.
  private func subjects(of model: ResolvedModel, _ desk: Desk) -> [Subject] {
    let licenses = model.applicableLicenses
    func subject(_ references: [ModelReference]) -> Subject { self.subject(model, licenses, references, desk) }
    if mode == .check { return [subject([])] }
    let references = model.references.filter { $0.role >= .base || model.isDataSet }
    var groups: [(key: String?, references: [ModelReference])] = []
    var indices: [String?: Int] = [:]
    for reference in references {
      let path = reference.place
      let key = model.isLocal ? policy.facts(forPath: path).context : path
      if let index = indices[key] {
        groups[index].references.append(reference)
      } else {
        indices[key] = groups.count
        groups.append((key, [reference]))
      }
    }
    guard model.isLocal else { return groups.map { subject($0.references) } }
    return groups.map { group in
      let others = groups.filter { $0.key != group.key }.flatMap(\.references)
      return subject(group.references + others)
    }
  }

  /// The contexts that a model is met in, each with its facts.
  func contexts(of model: ResolvedModel) -> [(context: String?, facts: Facts)] {
    let paths: [String?] = model.references.isEmpty ? [nil] : model.references.map(\.place)
    var contexts: [(context: String?, facts: Facts)] = []
    for found in paths.map(facts)
    where !contexts.contains(where: { $0.context == found.context }) { contexts.append(found) }
    return contexts
  }

  /// The facts of a path as they are asked today.
  private func facts(forPath path: String?) -> (context: String?, facts: Facts) {
    var found = policy.facts(forPath: path)
    found.facts = found.facts.asked(on: today)
    return found
  }

  private func subject(
    _ model: ResolvedModel, _ licenses: [ApplicableLicense], _ references: [ModelReference], _ desk: Desk
  ) -> Subject {
    let (context, facts) = facts(forPath: references.first?.place ?? place)
    var subject = Subject(
      model: model, applicableLicenses: licenses, references: references, facts: facts, context: context, mode: mode,
      onMissingFact: policy.onMissingFact, affiliatesIncluded: policy.affiliatesIncluded, evidence: desk.evidence,
      verdicts: policy.verdicts, settings: policy.rules)
    subject.contextReachesUsers = policy.reachesUsers(inContext: context)
    subject.agreement = desk.agreements.covering[model.name]
    return subject
  }

  /// - Parameter subjects: those of one model.
  private func findings(for subjects: [Subject], _ heirs: Heirs) -> [Finding] {
    var findings: [Finding] = []
    var undetermined: [String?: [Undetermined]] = [:]
    let isHosted = subjects.first?.model.name.registry == .hosted
    func take(_ outcomes: [Outcome], _ rule: any Rule, _ subject: Subject) {
      for outcome in outcomes {
        switch outcome {
        case .violated(let violation):
          let made = finding(
            rule, violation, model: subject.model.name, fallback: subject.references.first?.location,
            context: subject.context, subject: subject)
          if let made { findings.append(made) }
        case .undetermined where isHosted: continue
        // A rule that is off asks nothing; whether the license bars the use stays open all the same.
        case .undetermined(let question) where isOff(rule):
          if let open = unasked(question, rule, subject) { findings.append(open) }
        case .undetermined(let question): undetermined[subject.context, default: []].append(question)
        case .satisfied, .notApplicable: continue
        }
      }
    }
    // A service has terms of its own, which hardly a record holds: what the policy itself says of it counts.
    // Of a service's terms those on outputs are, where the policy says what is done with outputs.
    let rules = isHosted ? active.filter { $0.id.hasPrefix("AIL6") || $0.id == "AIL305" } : active
    // A base that only manifests of this tree's own models name is held against the policy through those models.
    let own = subjects.filter { !heirs.answer(for: $0) }
    let wholes = Self.joined(own)
    let isDataSet = subjects.first?.model.isDataSet == true
    for active in rules {
      let rule = active.rule
      for subject in active.spansFiles ? wholes : active.isOfResolution ? subjects : own {
        take(isDataSet ? rule.evaluate(data: subject) : rule.evaluate(subject), rule, subject)
      }
    }
    let open = wholes.map { (subject: $0, questions: undetermined[$0.context] ?? []) }
    for active in rules {
      for (subject, questions) in open {
        take(active.rule.evaluate(subject, undetermined: questions), active.rule, subject)
      }
    }
    return findings
  }

  /// What a rule that is switched off would have asked, nil where no answer to it could be that the license bars the use.
  private func unasked(_ question: Undetermined, _ rule: any Rule, _ subject: Subject) -> Finding? {
    guard !question.isDuty, subject.onMissingFact != .allow, VerdictSummary.tellsOfBars(rule.description.id) else {
      return nil
    }
    var open = finding(
      rule, Violation(question.question, fix: "", license: question.license, clause: question.clause, level: .note),
      model: subject.model.name, fallback: subject.references.first?.location, context: subject.context,
      subject: subject)
    open?.isMadeNote = true
    return open
  }

  private func isOff(_ rule: any Rule) -> Bool {
    !policy.rules.isEmpty && policy.rules[rule.description.id]?.severity == .off
  }

  /// What the rules say of the policy's own entries. Models that are looked up by name say nothing about entries for others.
  private func findings(about use: PolicyUse) -> [Finding] {
    var use = use
    // What a policy extends serves other trees, too: its entries need not be used in this one.
    use.entries.removeAll { $0.state == .unused && $0.kind != .comment && $0.origin.path != policy.path }
    if mode == .check { use.entries.removeAll { !$0.state.isOfDates } }
    return rules.flatMap { rule in
      rule.evaluate(use).compactMap { outcome in
        guard case .violated(let violation) = outcome else { return nil }
        return finding(rule, violation, model: nil, fallback: nil, context: nil, identity: violation.message)
      }
    }
  }

  /// What a policy's own entries that have ended come to before any tree is looked at.
  package func expiredEntries() -> [Finding] {
    let waivers = policy.waivers.filter { $0.isExpired(on: today) }.map { ($0.id, $0.origin, $0.expires) }
    let agreements = policy.agreements.filter { $0.until < today }.map { ($0.id, $0.origin, $0.until) }
    func entries(_ kind: PolicyUse.Entry.Kind, _ ended: [(String, PolicyOrigin, CalendarDate)]) -> [PolicyUse.Entry] {
      ended.map { name, origin, day in
        PolicyUse.Entry(kind: kind, name: name, origin: origin, expires: day, state: .expired(isNeeded: true))
      }
    }
    return findings(about: PolicyUse(entries: entries(.waiver, waivers) + entries(.agreement, agreements)))
  }

  /// The subjects of one model, those of one context as one.
  private static func joined(_ subjects: [Subject]) -> [Subject] {
    var wholes: [Subject] = []
    for subject in subjects {
      if let index = wholes.firstIndex(where: { $0.context == subject.context }) {
        wholes[index].references += subject.model.isLocal ? [] : subject.references
      } else {
        wholes.append(subject)
      }
    }
    return wholes
  }

  /// How messages print the path of a file of the policy, which does not depend on where the run was started; any other as it is.
  private func shownPath(_ path: String) -> String {
    policy.trail.first { $0.path == path }?.shownPath ?? path
  }

  private func finding(
    _ rule: any Rule, _ violation: Violation, model: ModelName?, fallback: Location?, context: String?,
    subject: Subject? = nil, identity: String? = nil
  ) -> Finding? {
    let description = rule.description
    let references = subject?.references ?? []
    let settings = policy.rules[description.id]
    guard settings?.severity != .off || VerdictSummary.countsUnreported(description.id) else { return nil }
    let setting = settings?.severity.flatMap { Level(rawValue: $0.rawValue) }
    let location = violation.location ?? fallback
    // One model may have as many places as a file has lines: the others are only listed for a rule that names none itself.
    let related =
      violation.related.isEmpty
      ? references.dropFirst().map { RelatedLocation(location: $0.location, message: RelatedLocation.again) }
      : violation.related
    let served = setting == nil && ServedModel.limits(description.id, model)
    let choice =
      setting == nil && OpenChoice.limits(description.id)
      ? OpenChoice.expression(subject?.model, violation.license) : nil
    let own = violation.level ?? description.level
    let other =
      setting == nil && OpenChoice.limits(description.id)
      ? AmbiguousName.other(subject?.model, violation.license) : nil
    let isTokenizer = setting == nil && TokenizerName.limits(description.id, subject?.model)
    let remarks = [
      served ? ServedModel.remark : nil, isTokenizer ? TokenizerName.remark : nil, choice.map(OpenChoice.remark),
      other.map(AmbiguousName.remark),
    ].compactMap(\.self)
    let cap = ScopeCap(scopes: policy.scopes)
    let unset = remarks.isEmpty ? own : min(own, .warning)
    guard let level = cap.level(setting ?? unset, of: subject?.model, references) else { return nil }
    var finding = Finding(
      rule: description.id, name: description.name, level: level,
      message: ([violation.message] + remarks).joined(separator: " "), location: location,
      related: related.filter { $0.location != location },
      model: model, license: violation.license, clause: violation.clause, fix: settings?.fix ?? violation.fix,
      context: context,
      fingerprint: Fingerprint.of(
        [
          description.id, model?.registry.rawValue ?? "", model?.id ?? "", violation.license ?? "",
          violation.clause ?? "", location.map { subject == nil ? shownPath($0.path) : $0.path } ?? "",
        ] + [identity].compactMap(\.self)),
      enforcement: policy.enforcement(forPath: references.first?.usedAt ?? location?.path))
    finding.places = FindingSpread(scopes: policy.scopes).places(
      of: subject, violation, told: location, at: { policy.facts(forPath: $0) })
    finding.isDuty = violation.isDuty
    finding.isMadeNote = setting == .note && cap.level(unset, of: subject?.model, references) != .note
    return finding
  }
}
