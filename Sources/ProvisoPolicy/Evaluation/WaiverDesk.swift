internal import ProvisoCore

/// Marks findings that somebody answers for, and keeps account of the waivers.
struct WaiverDesk {
  private let policy: Policy
  private let today: CalendarDate
  private let models: [ModelName: ResolvedModel]
  private(set) var entries: [PolicyUse.Entry] = []
  /// Those that stand on no line of a finding of theirs so far.
  private var comments: Set<WaiverComment>
  /// What a line alone would show as a comment, and is data.
  private let data: Set<WaiverComment>

  init(policy: Policy, today: CalendarDate, models: [ResolvedModel] = [], comments: [WaiverComment] = []) {
    self.policy = policy
    self.comments = Set(comments.filter { !$0.isData })
    data = Set(comments.filter(\.isData))
    self.today = today
    // Only waivers ask for models.
    self.models = policy.waivers.isEmpty ? [:] : Dictionary(models.map { ($0.name, $0) }) { first, _ in first }
  }

  mutating func apply(to findings: inout [Finding]) {
    let places = FindingPlaces(policy.waivers.isEmpty ? [] : findings, models)
    for waiver in policy.waivers {
      let candidates = places.candidates(of: waiver)
      let matching = candidates.filter { matches(waiver, findings[$0]) }
      let state: PolicyUse.State
      if waiver.isExpired(on: today) {
        state = .expired(isNeeded: !matching.isEmpty)
      } else if let day = waiver.begins(after: today) {
        state = .early(day, isNeeded: !matching.isEmpty)
      } else {
        state =
          matching.isEmpty
          ? missed(waiver, candidates.map { findings[$0] }) : double(matching.map { findings[$0] }) ?? .used
        let isProposed = policy.proposedWaivers.contains(waiver.id)
        for index in matching where findings[index].waiver == nil {
          if isProposed {
            findings[index].proposedWaiver = findings[index].proposedWaiver ?? waiver.id
          } else {
            findings[index].waiver = waiver.id
            findings[index].suppression = Suppression(waiver)
          }
        }
      }
      entries.append(
        PolicyUse.Entry(kind: .waiver, name: waiver.id, origin: waiver.origin, expires: waiver.expires, state: state))
    }
    entries += policy.refusedWaivers.map { refused in
      PolicyUse.Entry(
        kind: .waiver, name: refused.waiver.id, origin: refused.waiver.origin, expires: refused.waiver.expires,
        state: .refused(refused.reason, refused.location))
    }
    for index in findings.indices { applyInline(to: &findings[index]) }
    silenceEchoes(&findings)
    let rules = comments.isEmpty ? [] : Set(RuleList.descriptions.map(\.id))
    entries += comments.sorted { ($0.path, $0.line, $0.rule) < ($1.path, $1.line, $1.rule) }.map { comment in
      PolicyUse.Entry(
        kind: .comment, name: comment.rule, origin: PolicyOrigin(path: comment.path, line: comment.line),
        state: rules.contains(comment.rule) ? .unused : .ofNoRule)
    }
  }

  /// AIL307 says in a note what AIL301 says of the same clause, as long as both speak: who answers for the one has answered for both.
  private func silenceEchoes(_ findings: inout [Finding]) {
    var voices: [Clause: Int] = [:]
    for index in findings.indices where findings[index].rule == "AIL301" && findings[index].isAnswered {
      let clause = Clause(findings[index])
      voices[clause] = voices[clause] ?? index
    }
    guard !voices.isEmpty else { return }
    for index in findings.indices
    where findings[index].rule == "AIL307" && findings[index].level == .note && findings[index].waiver == nil {
      guard let first = voices[Clause(findings[index])] else { continue }
      let voice = findings[first]
      findings[index].waiver = voice.waiver
      findings[index].suppression = voice.suppression
      findings[index].proposedWaiver = findings[index].proposedWaiver ?? voice.proposedWaiver
    }
  }

  /// A comment on the line of a finding that names its rule. Where the policy does not let comments waive, that is told.
  private mutating func applyInline(to finding: inout Finding) {
    guard let location = finding.location,
      let comment = InlineWaiver(location.excerpt, rule: finding.rule, path: location.path),
      case let place = WaiverComment(rule: finding.rule, path: location.path, line: location.line),
      !data.contains(WaiverComment(rule: place.rule, path: place.path, line: place.line, isData: true))
    else { return }
    comments.remove(place)
    let origin = PolicyOrigin(path: location.path, line: location.line)
    let reason: String
    if policy.rules[finding.rule]?.waivable == false {
      reason = "\(finding.rule) is not waivable"
    } else if policy.waiverPolicy.inline != .allow {
      reason = "the policy does not let comments waive (`waiver_policy: {inline: allow}` would)"
    } else if comment.reason.isEmpty {
      reason = "it gives no reason"
    } else if let lack = WaiverRefusal.ofComments(policy.waiverPolicy) {
      reason = lack
    } else {
      if policy.isUnderReview {
        finding.proposedWaiver = finding.proposedWaiver ?? "inline \(origin)"
      } else if finding.waiver == nil {
        finding.waiver = "inline \(origin)"
        finding.suppression = Suppression(
          waiver: "inline \(origin)", source: .inline, reason: comment.reason, origin: "\(origin)")
      }
      return
    }
    entries.append(
      PolicyUse.Entry(
        kind: .waiver, name: "of \(finding.rule) in a comment", origin: origin, state: .refused(reason, location)))
  }

  /// Where waivers that stand before it in the policy have silenced all of `findings`.
  private func double(_ findings: [Finding]) -> PolicyUse.State? {
    let others = findings.compactMap(\.waiver)
    guard others.count == findings.count else { return nil }
    return .double(Set(others).sorted())
  }

  /// Why the waiver is of no finding: one that is of another text says so.
  private func missed(_ waiver: Waiver, _ findings: [Finding]) -> PolicyUse.State {
    guard let hash = waiver.subject.textHash else { return .unused }
    var waiver = waiver
    waiver.subject.textHash = nil
    guard let finding = findings.first(where: { matches(waiver, $0) }), let name = finding.model else { return .unused }
    let texts = texts(of: name, finding.license)
    let now = texts.isEmpty ? "no text is on file" : "the text is \(texts.joined(separator: ", "))"
    return .void("\(finding.rule) is of \(name.id) under another text than \(hash): \(now)")
  }

  private func matches(_ waiver: Waiver, _ finding: Finding) -> Bool {
    guard waiver.rule == finding.rule, let name = finding.model, isOf(waiver.subject.model, name) else {
      return false
    }
    if let license = waiver.subject.license, !licenseNames(finding.license, of: name).contains(license) { return false }
    if let revision = waiver.subject.revision, !isAt(revision, name) { return false }
    if let hash = waiver.subject.textHash, !texts(of: name, finding.license).contains(hash) { return false }
    guard let paths = waiver.paths else { return true }
    return finding.location.map { paths.matches($0.path) } == true && !isUsed(name, outside: paths, finding.context)
  }

  /// A finding of a model that lies in the tree stands at the model, and speaks of all that use it there: a waiver for one folder does
  /// not speak for others.
  private func isUsed(_ name: ModelName, outside paths: PathPatterns, _ context: String?) -> Bool {
    guard let model = models[name], model.isLocal else { return false }
    return model.references.contains { reference in
      reference.role == .used && !paths.matches(reference.location.path)
        && policy.facts(forPath: reference.place).context == context
    }
  }

  /// By the model's id, or what the tree writes for it: a publisher that was renamed goes by either name. The hub's ids compare
  /// without regard to case.
  private func isOf(_ written: String, _ name: ModelName) -> Bool {
    if name.id == written { return true }
    let folded = name.registry == .huggingface ? written.lowercased() : nil
    if let folded, name.id.lowercased() == folded { return true }
    return models[name]?.references.contains { $0.asWritten == written || $0.asWritten.lowercased() == folded } == true
  }

  /// The names of a finding's license that a policy may use: its id, its SPDX form and its aliases.
  private func licenseNames(_ id: String?, of name: ModelName) -> Set<String> {
    guard let id else { return [] }
    let record = models[name]?.applicableLicenses.first { $0.license.id == id }?.license
    return Set([id] + (record.map { [$0.spdx] + $0.aliases } ?? []))
  }

  /// Every reference must be at the revision that was looked at.
  private func isAt(_ revision: String, _ name: ModelName) -> Bool {
    guard let model = models[name] else { return false }
    return model.references.isEmpty
      ? model.revision == revision : model.references.allSatisfy { $0.revision.name == revision }
  }

  /// The hashes of the license texts in the tree that speak of the model; without any, those that the record was read from.
  private func texts(of name: ModelName, _ license: String?) -> [String] {
    guard let model = models[name] else { return [] }
    let own = model.licenseTexts.compactMap(\.sha256)
    if !own.isEmpty { return own }
    return model.applicableLicenses.filter { $0.license.id == license }.flatMap {
      $0.license.sources.compactMap(\.sha256)
    }
  }
}

/// What AIL301 and AIL307 both speak of.
private struct Clause: Hashable {
  let model: ModelName?
  let license: String?
  let clause: String?
  let context: String?

  init(_ finding: Finding) {
    model = finding.model
    license = finding.license
    clause = finding.clause
    context = finding.context
  }
}

extension Finding {
  fileprivate var isAnswered: Bool { waiver != nil || proposedWaiver != nil }
}

extension Suppression {
  fileprivate init(_ waiver: Waiver) {
    self.init(
      waiver: waiver.id, reason: waiver.reason.text, code: waiver.reason.code, owner: waiver.owner,
      approvedBy: waiver.approvedBy, ticket: waiver.ticket, expires: waiver.expires.description,
      origin: waiver.origin.description)
  }
}
