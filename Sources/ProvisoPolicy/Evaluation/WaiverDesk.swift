internal import ProvisoCore

/// Marks findings that somebody answers for, and keeps account of the waivers.
struct WaiverDesk {
  private let policy: Policy
  private let today: CalendarDate
  private let models: [ModelName: ResolvedModel]
  private(set) var entries: [PolicyUse.Entry] = []
  /// Whether a finding is told at another place now, and so out of order.
  private(set) var hasMoved = false
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
    var coverage: [Int: WaiverCoverage] = [:]
    for waiver in policy.waivers {
      let candidates = places.candidates(of: waiver)
      let matching = candidates.map { ($0, covered(by: waiver, findings[$0])) }.filter { !$0.1.isEmpty }
      let state: PolicyUse.State
      if waiver.isExpired(on: today) {
        state = .expired(isNeeded: !matching.isEmpty)
      } else if let day = waiver.begins(after: today) {
        state = .early(day, isNeeded: !matching.isEmpty)
      } else {
        state =
          matching.isEmpty
          ? missed(waiver, candidates.map { findings[$0] }) : double(matching, coverage) ?? .used
        let isProposed = policy.proposedWaivers.contains(waiver.id)
        for (index, places) in matching {
          if isProposed {
            coverage[index, default: WaiverCoverage()].propose(places, waiver.id)
          } else {
            coverage[index, default: WaiverCoverage()].hold(places, Suppression(waiver))
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
    for index in findings.indices { applyInline(to: findings[index], &coverage[index]) }
    for (index, coverage) in coverage where coverage.settle(&findings[index]) { hasMoved = true }
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

  /// Comments on the lines of a finding that name its rule.
  private mutating func applyInline(to finding: Finding, _ coverage: inout WaiverCoverage?) {
    for (index, location) in finding.waivedPlaces.enumerated() {
      guard let location, let comment = comment(at: location, finding.rule) else { continue }
      let origin = PolicyOrigin(path: location.path, line: location.line)
      if let reason = refusal(of: comment, finding.rule) {
        entries.append(
          PolicyUse.Entry(
            kind: .waiver, name: "of \(finding.rule) in a comment", origin: origin, state: .refused(reason, location)))
        continue
      }
      var own = coverage ?? WaiverCoverage()
      if policy.isUnderReview {
        own.propose([index], "inline \(origin)")
      } else {
        own.hold(
          [index],
          Suppression(waiver: "inline \(origin)", source: .inline, reason: comment.reason, origin: "\(origin)"))
      }
      coverage = own
    }
  }

  /// The comment for the rule on the line of a place, which then has its finding.
  private mutating func comment(at location: Location, _ rule: String) -> InlineWaiver? {
    guard let comment = InlineWaiver(location.excerpt, rule: rule, path: location.path),
      !data.contains(WaiverComment(rule: rule, path: location.path, line: location.line, isData: true))
    else { return nil }
    comments.remove(WaiverComment(rule: rule, path: location.path, line: location.line))
    return comment
  }

  /// Why a comment does not waive. Where the policy does not let comments do so, that is told.
  private func refusal(of comment: InlineWaiver, _ rule: String) -> String? {
    if policy.rules[rule]?.waivable == false { return "\(rule) is not waivable" }
    if policy.waiverPolicy.inline != .allow {
      return "the policy does not let comments waive (`waiver_policy: {inline: allow}` would)"
    }
    return comment.reason.isEmpty ? "it gives no reason" : WaiverRefusal.ofComments(policy.waiverPolicy)
  }

  /// Where waivers that stand before it in the policy answer for all places that it does.
  private func double(_ matching: [(Int, [Int])], _ coverage: [Int: WaiverCoverage]) -> PolicyUse.State? {
    var others: Set<String> = []
    for (index, places) in matching {
      guard let holders = coverage[index]?.holders(of: places) else { return nil }
      others.formUnion(holders)
    }
    return .double(others.sorted())
  }

  /// Why the waiver is of no finding: one that is of another text says so.
  private func missed(_ waiver: Waiver, _ findings: [Finding]) -> PolicyUse.State {
    guard let hash = waiver.subject.textHash else { return .unused }
    var waiver = waiver
    waiver.subject.textHash = nil
    guard let finding = findings.first(where: { !covered(by: waiver, $0).isEmpty }), let name = finding.model else {
      return .unused
    }
    let texts = texts(of: name, finding.license)
    let now = texts.isEmpty ? "no text is on file" : "the text is \(texts.joined(separator: ", "))"
    return .void("\(finding.rule) is of \(name.id) under another text than \(hash): \(now)")
  }

  /// The places of the finding that the waiver answers for, by their order: all, where it names no paths.
  private func covered(by waiver: Waiver, _ finding: Finding) -> [Int] {
    guard let name = finding.model, isOf(waiver, finding, name) else { return [] }
    guard let paths = waiver.paths else { return Array(0..<max(finding.places.count, 1)) }
    guard !isUsed(name, outside: paths, finding.context) else { return [] }
    guard finding.places.isEmpty else {
      return finding.places.indices.filter { paths.matches(finding.places[$0].path) }
    }
    return finding.location.map { paths.matches($0.path) } == true ? [0] : []
  }

  private func isOf(_ waiver: Waiver, _ finding: Finding, _ name: ModelName) -> Bool {
    guard waiver.rule == finding.rule, isOf(waiver.subject.model, name) else { return false }
    if let license = waiver.subject.license, !licenseNames(finding.license, of: name).contains(license) { return false }
    if let revision = waiver.subject.revision, !isAt(revision, name) { return false }
    guard let hash = waiver.subject.textHash else { return true }
    return texts(of: name, finding.license).contains(hash)
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
