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
  var verdicts = VerdictLists()
  var scopes: [Scope: RuleSetting] = [:]
  var obligations = EvidencePlaces()
  /// What is stated that can be loosened, by key.
  var stances: [String: Stance] = [:]
  /// What who extends this document may loosen.
  var overridable: Set<String> = []
  /// The keys of ``stances`` that who extends this document may not loosen.
  var bound: Set<String> = []

  /// This draft over `parent`: what this one states comes before what the parent states. The name and the description
  /// are never those of a parent.
  func over(_ parent: Self) -> Self {
    var result = self
    result.organizationName = organizationName ?? parent.organizationName
    result.affiliatesIncluded = affiliatesIncluded ?? parent.affiliatesIncluded
    result.organization = parent.organization.overlaid(by: organization)
    let ids = Set(contexts.map(\.id))
    result.contexts += parent.contexts.filter { !ids.contains($0.id) }
    result.onMissingFact = onMissingFact ?? parent.onMissingFact
    result.rules.merge(parent.rules) { own, _ in own }
    // One parent can be reached in two ways.
    let known = Set(corrections.map(\.origin) + waivers.map(\.origin))
    result.corrections += parent.corrections.filter { !known.contains($0.origin) }
    result.waivers += parent.waivers.filter { !known.contains($0.origin) }
    result.trail += parent.trail.filter { !trail.contains($0) }
    result.verdicts = verdicts.over(parent.verdicts)
    result.scopes.merge(parent.scopes) { own, _ in own }
    result.obligations = obligations.over(parent.obligations)
    result.stances.merge(parent.stances) { own, _ in own }
    result.bound.formUnion(parent.bound)
    return result
  }

  /// - Parameter layer: The document the draft was read from.
  func policy(_ layer: Policy.Layer) -> Policy {
    Policy(
      name: layer.name, path: layer.path, description: description, organizationName: organizationName,
      affiliatesIncluded: affiliatesIncluded ?? .unknown, organization: organization, contexts: contexts,
      onMissingFact: onMissingFact?.verdict ?? .review, onMissingFactOrigin: onMissingFact?.origin, rules: rules,
      corrections: corrections, waivers: waivers, verdicts: verdicts, scopes: scopes, obligations: obligations,
      trail: trail)
  }
}
