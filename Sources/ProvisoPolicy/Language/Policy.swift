package import ProvisoCore

/// What an organization says of itself and allows, with all that the policy extends already laid under it.
package struct Policy: Sendable {
  /// One of the files or packs that the policy is made of.
  package struct Layer: Sendable, Hashable {
    package var name: String
    /// nil for a pack.
    package var path: String?
    /// The path as messages print it.
    package var shownPath: String?

    /// - Parameter shownPath: nil for `path`.
    package init(name: String, path: String?, shownPath: String? = nil) {
      self.name = name
      self.path = path
      self.shownPath = shownPath ?? path
    }
  }

  package var name: String
  /// The path of the scan root from the folder that the policy's globs and files count from, with a slash at its end; empty where
  /// they are one.
  package private(set) var pathPrefix = ""
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
  /// How much findings bind outside of contexts that say it themselves.
  package var enforcement: Enforcement
  package var enforcementOrigin: PolicyOrigin?
  package var agreements: [Agreement]
  /// Licenses of the organization's own describing.
  package var licenses: [OwnLicense]
  /// Which license is taken of an expression that leaves a choice.
  package var choices: [LicenseChoice]
  package var waiverPolicy: WaiverPolicy
  /// Waivers that do not hold, each with the reason.
  package var refusedWaivers: [RefusedWaiver] = []
  /// Ids of waivers that only the change under review has.
  package var proposedWaivers: Set<String> = []
  /// True where the tree is a change under review: comments in it waive nothing yet.
  package var isUnderReview = false
  package var tests: [PolicyTest]
  /// The facts of the command line, as `name=value`, in the order given.
  package private(set) var givenFacts: [String] = []
  /// The context that holds everywhere, for questions that are asked of one.
  package var soleContext: String?
  private var soleContextReachesUsers = false
  /// The policy itself, then what it extends, the nearest first.
  package var trail: [Layer]

  package init(
    name: String, path: String? = nil, description: String? = nil, organizationName: String? = nil,
    affiliatesIncluded: Fact<Bool> = .unknown, organization: Facts = Facts(), contexts: [PolicyContext] = [],
    onMissingFact: Verdict = .review, onMissingFactOrigin: PolicyOrigin? = nil,
    rules: [String: RuleSetting] = [:], corrections: [Correction] = [], waivers: [Waiver] = [],
    verdicts: VerdictLists = VerdictLists(), scopes: [Scope: RuleSetting] = [:],
    obligations: EvidencePlaces = EvidencePlaces(), enforcement: Enforcement = .overridable,
    enforcementOrigin: PolicyOrigin? = nil, agreements: [Agreement] = [], licenses: [OwnLicense] = [],
    choices: [LicenseChoice] = [], waiverPolicy: WaiverPolicy = WaiverPolicy(), tests: [PolicyTest] = [],
    trail: [Layer] = []
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
    self.enforcement = enforcement
    self.enforcementOrigin = enforcementOrigin
    self.agreements = agreements
    self.licenses = licenses
    self.choices = choices
    self.waiverPolicy = waiverPolicy
    self.tests = tests
    self.trail = trail
  }

  /// This policy with globs that count from a folder above the scan root, to which `prefix` leads down: `services/`.
  package func countingPaths(from prefix: String) -> Self {
    var result = self
    result.pathPrefix = prefix
    for index in contexts.indices { result.contexts[index].paths.prefix = prefix }
    for index in waivers.indices { result.waivers[index].paths?.prefix = prefix }
    result.obligations.display?.paths.prefix = prefix
    result.obligations.licenseCopies?.paths.prefix = prefix
    result.obligations.notices?.paths.prefix = prefix
    return result
  }

  /// The facts that hold at a path relative to the scan root, and the id of the context they come from; outside every
  /// context, and for no path at all, those of the organization.
  package func facts(forPath path: String?) -> (context: String?, facts: Facts) {
    guard let path, let context = contexts.first(where: { $0.paths.matches(path) }) else {
      return (soleContext, organization)
    }
    return (context.id, organization.overlaid(by: context.facts))
  }

  /// This policy as it holds in one of its contexts; nil where it has none of that id.
  package func inContext(_ id: String) -> Self? {
    guard let context = contexts.first(where: { $0.id == id }) else { return nil }
    var result = self
    result.organization = organization.overlaid(by: context.facts)
    result.enforcement = context.enforcement ?? enforcement
    result.contexts = []
    result.soleContext = id
    result.soleContextReachesUsers = context.reachesUsers
    return result
  }

  /// Whether a context by its own facts, not by the organization's, serves or ships what lies in it.
  func reachesUsers(inContext id: String?) -> Bool {
    guard let id else { return false }
    return id == soleContext ? soleContextReachesUsers : contexts.contains { $0.id == id && $0.reachesUsers }
  }

  /// How much a finding at a path binds.
  package func enforcement(forPath path: String?) -> Enforcement {
    guard let path else { return enforcement }
    return contexts.first { $0.paths.matches(path) }?.enforcement ?? enforcement
  }

  /// This policy with `level` in the place of every enforcement but `mandatory`, which nothing lowers.
  package func enforcing(_ level: Enforcement) -> Self {
    var result = self
    result.enforcement = max(level, enforcement == .mandatory ? .mandatory : level)
    for index in result.contexts.indices where contexts[index].enforcement != .mandatory {
      result.contexts[index].enforcement = contexts[index].enforcement.map { _ in level }
    }
    return result
  }

  /// This policy as the one before a change under review: comments that the change may have written waive nothing.
  package var underReview: Self {
    var result = self
    result.isUnderReview = true
    return result
  }

  /// This policy, with every waiver marked as proposed that `base` does not have word for word.
  package func proposing(over base: Self) -> Self {
    let known = Set(base.waivers.map(\.identity))
    var result = self
    result.proposedWaivers = Set(waivers.filter { !known.contains($0.identity) }.map(\.id))
    result.isUnderReview = true
    return result
  }

  /// This policy with facts from the command line, which hold in every context.
  package func overriding(facts arguments: [FactArgument]) -> Self {
    var given = Facts()
    for argument in arguments { given.state(argument.name, argument.value, origin: .commandLine) }
    var result = self
    for words in arguments.map(\.words) where !result.givenFacts.contains(words) { result.givenFacts.append(words) }
    result.organization = organization.overlaid(by: given)
    for index in result.contexts.indices {
      result.contexts[index].facts = contexts[index].facts.overlaid(by: given)
    }
    return result
  }
}
