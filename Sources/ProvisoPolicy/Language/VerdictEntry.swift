package import ProvisoCore

/// One item of the lists `allow`, `review` and `deny`: all that it states must hold, and of a list in it one is enough.
package struct VerdictEntry: Sendable {
  package var verdict: Verdict
  /// Ids as written: of a record, of SPDX, or an alias.
  package var licenses: [String]
  package var families: [String]
  package var categories: [LicenseCategory]
  /// Whether the Open Source Initiative has approved the license; nil for either. Nobody having ruled is no approval.
  package var osdApproved: Bool?
  package var term: TermPredicate?
  /// What public evaluations must say of the model's release.
  package var openness: OpennessPredicate?
  /// Patterns over the model's id.
  package var models: PathPatterns?
  package var registries: [Registry]
  package var condition: FactCondition?
  /// The contexts in which the entry does not count.
  package var exceptContexts: [String]
  package var message: String?
  package var fix: String?
  package var origin: PolicyOrigin

  package init(
    _ verdict: Verdict, licenses: [String] = [], families: [String] = [], categories: [LicenseCategory] = [],
    osdApproved: Bool? = nil, term: TermPredicate? = nil, models: PathPatterns? = nil, registries: [Registry] = [],
    condition: FactCondition? = nil, exceptContexts: [String] = [], message: String? = nil, fix: String? = nil,
    origin: PolicyOrigin
  ) {
    self.verdict = verdict
    self.licenses = licenses
    self.families = families
    self.categories = categories
    self.osdApproved = osdApproved
    self.term = term
    self.models = models
    self.registries = registries
    self.condition = condition
    self.exceptContexts = exceptContexts
    self.message = message
    self.fix = fix
    self.origin = origin
  }

  /// True where the entry speaks of models and of no license.
  var speaksOfModelsOnly: Bool {
    licenses.isEmpty && families.isEmpty && categories.isEmpty && osdApproved == nil && term == nil
  }

  /// True where the entry names models or where they come from.
  var namesModels: Bool { models != nil || !registries.isEmpty }

  /// True where the entry asks for what a model that is hosted only counts as, and for nothing that takes the text of a license.
  var meansHosted: Bool {
    categories.contains(.proprietary) && licenses.isEmpty && families.isEmpty && osdApproved == nil && term == nil
  }
}

/// `verdicts`: what the policy says of licenses and models beside the rules.
package struct VerdictLists: Sendable {
  package struct Statement: Sendable, Hashable {
    package var verdict: Verdict
    package var origin: PolicyOrigin

    package init(_ verdict: Verdict, origin: PolicyOrigin) {
      self.verdict = verdict
      self.origin = origin
    }
  }

  package var entries: [VerdictEntry]
  /// What becomes of models whose license is not simply known.
  package var states: [LicenseState: Statement]
  /// What becomes of what is on no list; nil where the policy does not say.
  package var otherwise: Statement?

  package init(
    entries: [VerdictEntry] = [], states: [LicenseState: Statement] = [:], otherwise: Statement? = nil
  ) {
    self.entries = entries
    self.states = states
    self.otherwise = otherwise
  }

  /// Whoever lists what is allowed means that the rest is not simply allowed, also where `default` is not written.
  package var fallback: Statement? {
    otherwise ?? entries.first { $0.verdict == .allow }.map { Statement(.review, origin: $0.origin) }
  }

  func over(_ parent: Self) -> Self {
    let own = Set(entries.map(\.origin))
    return Self(
      entries: entries + parent.entries.filter { !own.contains($0.origin) },
      states: parent.states.merging(states) { _, own in own }, otherwise: otherwise ?? parent.otherwise)
  }
}
