package import ProvisoCore

/// One rule, one file. A rule overrides the one method that sees what it speaks of.
package protocol Rule: Sendable {
  var description: RuleDescription { get }
  /// What the rule says of a model in one context of the policy.
  func evaluate(_ subject: Subject) -> [Outcome]
  /// What the rule says of a sentence that calls a model open source.
  func evaluate(_ statement: ResolvedStatement) -> [Outcome]
  /// What the rule makes of the other rules' questions about a model.
  func evaluate(_ subject: Subject, undetermined: [Undetermined]) -> [Outcome]
}

extension Rule {
  package func evaluate(_ subject: Subject) -> [Outcome] { [] }
  package func evaluate(_ statement: ResolvedStatement) -> [Outcome] { [] }
  package func evaluate(_ subject: Subject, undetermined: [Undetermined]) -> [Outcome] { [] }
}

/// A model as one part of the tree meets it.
package struct Subject: Sendable {
  package enum Mode: Sendable {
    case scan
    /// There is no repository to look for evidence in: duties are told, not held against anyone.
    case check
  }

  package var model: ResolvedModel
  /// The references of one file; of all files for a model that lies in the tree. Empty for `check`.
  package var references: [ModelReference]
  package var facts: Facts
  /// The policy's context, nil outside of all.
  package var context: String?
  package var mode: Mode
  package var onMissingFact: MissingFactVerdict

  package init(
    model: ResolvedModel, references: [ModelReference] = [], facts: Facts = Facts(), context: String? = nil,
    mode: Mode = .scan, onMissingFact: MissingFactVerdict = .review
  ) {
    self.model = model
    self.references = references
    self.facts = facts
    self.context = context
    self.mode = mode
    self.onMissingFact = onMissingFact
  }
}

extension Subject {
  /// The model's name in a message.
  var name: String { model.name.id == "." ? "the model in this folder" : model.name.id }

  /// Whether weights reach others: published from here, or handed over with what the policy says is shipped.
  var isDistributed: Tristate {
    if references.contains(where: { $0.role == .published }) { return .true }
    return facts.distributesWeights.tristate.or(facts.distributesProduct.tristate)
  }

  /// The model's own license is stated by a file of the tree.
  var hasOwnClaims: Bool {
    model.license.claims.contains { $0.source != .base }
  }
}

package enum Outcome: Sendable {
  case satisfied
  case notApplicable
  case violated(Violation)
  /// The verdict hangs on facts that the policy does not state.
  case undetermined(Undetermined)
}

package struct Violation: Sendable {
  package var message: String
  package var fix: String
  package var license: String?
  package var clause: String?
  /// nil for the rule's own level.
  package var level: Level?
  /// nil for the subject's first reference.
  package var location: Location?
  package var related: [RelatedLocation]

  init(
    _ message: String, fix: String, license: String? = nil, clause: String? = nil, level: Level? = nil,
    location: Location? = nil, related: [RelatedLocation] = []
  ) {
    self.message = message
    self.fix = fix
    self.license = license
    self.clause = clause
    self.level = level
    self.location = location
    self.related = related
  }
}

package struct Undetermined: Sendable {
  /// The facts that would decide.
  package var facts: [FactName]
  package var license: String
  package var clause: String?
  /// What the license makes depend on them, as a clause to follow "because".
  package var question: String

  init(_ facts: [FactName], license: String, clause: String?, question: String) {
    self.facts = facts
    self.license = license
    self.clause = clause
    self.question = question
  }
}
