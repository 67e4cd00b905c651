import ProvisoCore

/// What one document states, before it is laid over what it extends.
struct PolicyDraft {
  var name: String?
  var description: String?
  var organizationName: String?
  var affiliatesIncluded: Fact<Bool>?
  var organization = Facts()
  var contexts: [PolicyContext] = []
  var onMissingFact: (verdict: Verdict, origin: PolicyOrigin)?
  var rules: [String: RuleSetting] = [:]
  var corrections: [Correction] = []
  var waivers: [Waiver] = []
  var trail: [Policy.Layer] = []
  var enforcement: (level: Enforcement, origin: PolicyOrigin)?
  var verdicts = VerdictLists()
  var scopes: [Scope: RuleSetting] = [:]
  var obligations = EvidencePlaces()
  var agreements: [Agreement] = []
  var licenses: [OwnLicense] = []
  var choices: [LicenseChoice] = []
  var waiverPolicy = WaiverPolicy()
  var tests: [PolicyTest] = []
  var refusedWaivers: [RefusedWaiver] = []
  /// The waivers of the document itself, by origin, for the places of what is wrong with them.
  var waiverNodes: [PolicyOrigin: MappingReader] = [:]
  /// What is stated that can be loosened, by key.
  var stances: [String: Stance] = [:]
  /// What who extends this document may loosen.
  var overridable: Set<String> = []
  /// What this document extends, directly and not, the nearest first, each with all that it extends laid under it.
  var ancestors: [PolicyDraft] = []

  /// This draft over `parent`: what this one states comes before what the parent states. The name and the description
  /// are never those of a parent.
  func over(_ parent: Self) -> Self {
    var result = self
    result.organizationName = organizationName ?? parent.organizationName
    result.affiliatesIncluded = affiliatesIncluded ?? parent.affiliatesIncluded
    result.organization = parent.organization.overlaid(by: organization)
    result.contexts = contextsOver(parent)
    result.enforcement = enforcement ?? parent.enforcement
    result.onMissingFact = onMissingFact ?? parent.onMissingFact
    result.rules.merge(parent.rules) { own, parent in own.over(parent) }
    // One parent can be reached in two ways.
    let known = Set(
      corrections.map(\.origin) + waivers.map(\.origin) + agreements.map(\.origin) + choices.map(\.origin)
        + licenses.map(\.origin))
    result.corrections += parent.corrections.filter { !known.contains($0.origin) }
    result.waivers += parent.waivers.filter { !known.contains($0.origin) }
    result.agreements += parent.agreements.filter { !known.contains($0.origin) }
    result.licenses += parent.licenses.filter { !known.contains($0.origin) }
    result.choices += parent.choices.filter { !known.contains($0.origin) }
    result.waiverPolicy = waiverPolicy.over(parent.waiverPolicy)
    result.refusedWaivers += parent.refusedWaivers
    result.trail += parent.trail.filter { !trail.contains($0) }
    result.verdicts = verdicts.over(parent.verdicts)
    result.scopes.merge(parent.scopes) { own, _ in own }
    result.obligations = obligations.over(parent.obligations)
    result.stances.merge(parent.stances) { own, _ in own }
    result.ancestors = parent.ancestors
    return result
  }

  /// The contexts of `parent` that may not be loosened, then these, then the others of `parent`. A context of the same id takes
  /// the place of the parent's, but for what it does not state itself.
  private func contextsOver(_ parent: Self) -> [PolicyContext] {
    let inherited = Dictionary(parent.contexts.map { ($0.id, $0) }) { first, _ in first }
    let own = contexts.map { context in
      guard let inherited = inherited[context.id] else { return context }
      var context = context
      context.enforcement = context.enforcement ?? inherited.enforcement
      context.facts = inherited.facts.overlaid(by: context.facts)
      return context
    }
    let ids = Dictionary(own.map { ($0.id, $0) }) { first, _ in first }
    let bound = Set(parent.contexts.map(\.id).filter(parent.bindsContext))
    return parent.contexts.filter { bound.contains($0.id) }.map { ids[$0.id] ?? $0 }
      + own.filter { !bound.contains($0.id) }
      + parent.contexts.filter { !bound.contains($0.id) && ids[$0.id] == nil }
  }

  /// Whether a context of what is extended counts before those of who extends it.
  private func bindsContext(_ id: String) -> Bool {
    ancestors.contains { ancestor in
      !ancestor.marks("contexts.\(id)") && ancestor.contexts.contains { $0.id == id }
    }
  }

  /// - Parameter layer: The document the draft was read from.
  func policy(_ layer: Policy.Layer) -> Policy {
    var policy = Policy(
      name: layer.name, path: layer.path, description: description, organizationName: organizationName,
      affiliatesIncluded: affiliatesIncluded ?? .unknown, organization: organization, contexts: contexts,
      onMissingFact: onMissingFact?.verdict ?? .review, onMissingFactOrigin: onMissingFact?.origin, rules: rules,
      corrections: corrections, waivers: waivers, verdicts: verdicts, scopes: scopes, obligations: obligations,
      enforcement: enforcement?.level ?? .overridable, enforcementOrigin: enforcement?.origin, agreements: agreements,
      licenses: licenses, choices: choices, waiverPolicy: waiverPolicy, tests: tests, trail: trail)
    policy.refusedWaivers = refusedWaivers
    return policy
  }
}
