package import ProvisoCore

/// What an organization says of itself and allows, with all that the policy extends already laid under it.
package struct Policy: Sendable {
  /// One of the files or packs that the policy is made of.
  package struct Layer: Sendable, Hashable {
    package var name: String
    /// nil for a pack.
    package var path: String?

    package init(name: String, path: String?) {
      self.name = name
      self.path = path
    }
  }

  package var name: String
  /// nil for a pack.
  package var path: String?
  package var description: String?
  package var organizationName: String?
  /// Whether the organization's numbers cover its affiliates.
  package var affiliatesIncluded: Fact<Bool>
  package var organization: Facts
  /// In the order in which they are tried.
  package var contexts: [PolicyContext]
  package var onMissingFact: Verdict
  /// The line that states ``onMissingFact``, nil where none does.
  package var onMissingFactOrigin: PolicyOrigin?
  /// By rule id.
  package var rules: [String: RuleSetting]
  package var corrections: [Correction]
  package var waivers: [Waiver]
  /// What the policy says of licenses and models beside the rules.
  package var verdicts: VerdictLists
  /// The highest level of a finding whose references all stand in a scope.
  package var scopes: [Scope: RuleSetting]
  /// Where the evidence for duties is.
  package var obligations: EvidencePlaces
  /// The policy itself, then what it extends, the nearest first.
  package var trail: [Layer]

  package init(
    name: String, path: String? = nil, description: String? = nil, organizationName: String? = nil,
    affiliatesIncluded: Fact<Bool> = .unknown, organization: Facts = Facts(), contexts: [PolicyContext] = [],
    onMissingFact: Verdict = .review, onMissingFactOrigin: PolicyOrigin? = nil,
    rules: [String: RuleSetting] = [:], corrections: [Correction] = [], waivers: [Waiver] = [],
    verdicts: VerdictLists = VerdictLists(), scopes: [Scope: RuleSetting] = [:],
    obligations: EvidencePlaces = EvidencePlaces(), trail: [Layer] = []
  ) {
    self.name = name
    self.path = path
    self.description = description
    self.organizationName = organizationName
    self.affiliatesIncluded = affiliatesIncluded
    self.organization = organization
    self.contexts = contexts
    self.onMissingFact = onMissingFact
    self.onMissingFactOrigin = onMissingFactOrigin
    self.rules = rules
    self.corrections = corrections
    self.waivers = waivers
    self.verdicts = verdicts
    self.scopes = scopes
    self.obligations = obligations
    self.trail = trail
  }

  /// The facts that hold at a path relative to the scan root, and the id of the context they come from; outside every
  /// context, and for no path at all, those of the organization.
  package func facts(forPath path: String?) -> (context: String?, facts: Facts) {
    guard let path, let context = contexts.first(where: { $0.paths.matches(path) }) else { return (nil, organization) }
    return (context.id, organization.overlaid(by: context.facts))
  }

  /// This policy with facts from the command line, which hold in every context.
  package func overriding(facts arguments: [FactArgument]) -> Self {
    var given = Facts()
    for argument in arguments { given.state(argument.name, argument.value, origin: .commandLine) }
    var result = self
    result.organization = organization.overlaid(by: given)
    for index in result.contexts.indices {
      result.contexts[index].facts = contexts[index].facts.overlaid(by: given)
    }
    return result
  }
}
