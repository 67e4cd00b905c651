package import ProvisoCore

/// One rule, one file. A rule overrides the one method that sees what it speaks of.
package protocol Rule: Sendable {
  var description: RuleDescription { get }
  /// True for a rule about the product as a whole, which has one answer for all files of a context that name a model.
  var spansFiles: Bool { get }
  /// What the rule says of a model in one context of the policy.
  func evaluate(_ subject: Subject) -> [Outcome]
  /// What the rule says of a data set, which the rules about models do not speak of.
  func evaluate(data subject: Subject) -> [Outcome]
  /// What the rule says of a sentence that calls a model open source.
  func evaluate(_ statement: ResolvedStatement) -> [Outcome]
  /// What the rule says of a class of the Model Openness Framework that a release is put into.
  func evaluate(_ claim: ResolvedClassClaim) -> [Outcome]
  /// What the rule makes of the other rules' questions about a model.
  func evaluate(_ subject: Subject, undetermined: [Undetermined]) -> [Outcome]
  /// What the rule says of the policy's own entries, once all else is evaluated.
  func evaluate(_ use: PolicyUse) -> [Outcome]
}

extension Rule {
  package var spansFiles: Bool { false }
  package func evaluate(_ subject: Subject) -> [Outcome] { [] }
  package func evaluate(data subject: Subject) -> [Outcome] { [] }
  package func evaluate(_ statement: ResolvedStatement) -> [Outcome] { [] }
  package func evaluate(_ claim: ResolvedClassClaim) -> [Outcome] { [] }
  package func evaluate(_ subject: Subject, undetermined: [Undetermined]) -> [Outcome] { [] }
  package func evaluate(_ use: PolicyUse) -> [Outcome] { [] }
}

/// A model as one part of the tree meets it.
package struct Subject: Sendable {
  package enum Mode: Sendable {
    case scan
    /// There is no repository to look for evidence in: duties are told, not held against anyone.
    case check
  }

  /// The references of one file; for a model that lies in the tree those of all files, the context's own first. Empty for
  /// `check`.
  package var references: [ModelReference]
  /// The policy's context, nil outside of all.
  package var context: String?
  /// Whether the context by its own facts, not by the organization's, serves or ships what lies in it.
  var contextReachesUsers = false
  /// Every rule is given every subject, so that what is large is not copied with it.
  private var shared: Shared

  private final class Shared: Sendable {
    let model: ResolvedModel
    let applicableLicenses: [ApplicableLicense]
    let facts: Facts
    let mode: Mode
    let onMissingFact: Verdict
    let affiliatesIncluded: Fact<Bool>
    let evidence: ObligationEvidenceList
    let verdicts: VerdictLists
    let settings: [String: RuleSetting]
    let standings: (label: Label, of: [BaseStanding])?

    init(
      _ model: ResolvedModel, _ applicableLicenses: [ApplicableLicense], _ facts: Facts, _ mode: Mode,
      _ onMissingFact: Verdict, _ affiliatesIncluded: Fact<Bool>, _ evidence: ObligationEvidenceList,
      _ verdicts: VerdictLists, _ settings: [String: RuleSetting]
    ) {
      self.model = model
      self.applicableLicenses = applicableLicenses
      self.facts = facts
      self.mode = mode
      self.onMissingFact = onMissingFact
      self.affiliatesIncluded = affiliatesIncluded
      self.evidence = evidence
      self.verdicts = verdicts
      self.settings = settings
      standings = model.lineage.isEmpty ? nil : Label(of: model).map { ($0, BaseStanding.all(of: model, $0)) }
    }
  }

  package var model: ResolvedModel {
    get { shared.model }
    set {
      shared = Shared(
        newValue, newValue.applicableLicenses, facts, mode, onMissingFact, affiliatesIncluded, evidence, verdicts,
        settings)
    }
  }
  /// ``ResolvedModel/applicableLicenses`` of the model: half of the rules ask for them.
  package var applicableLicenses: [ApplicableLicense] { shared.applicableLicenses }
  package var facts: Facts { shared.facts }
  package var mode: Mode { shared.mode }
  package var onMissingFact: Verdict { shared.onMissingFact }
  /// Whether the organization's numbers cover its affiliates; unknown means that they are what the facts are defined to be.
  package var affiliatesIncluded: Fact<Bool> { shared.affiliatesIncluded }
  /// What the model is declared under and how that stands to its bases, which three rules ask for; nil where either is missing.
  var standings: (label: Label, of: [BaseStanding])? { shared.standings }
  /// What in the whole tree does what licenses ask.
  package var evidence: ObligationEvidenceList { shared.evidence }
  /// What the policy says of licenses and models beside the rules.
  package var verdicts: VerdictLists { shared.verdicts }
  /// What the policy changes about rules, by id.
  package var settings: [String: RuleSetting] { shared.settings }
  /// The line of an agreement in force that covers the model, nil without one.
  package var agreement: PolicyOrigin?

  /// - Parameter applicableLicenses: those of the model; nil to have them taken from it.
  package init(
    model: ResolvedModel, applicableLicenses: [ApplicableLicense]? = nil, references: [ModelReference] = [],
    facts: Facts = Facts(), context: String? = nil, mode: Mode = .scan, onMissingFact: Verdict = .review,
    affiliatesIncluded: Fact<Bool> = .unknown,
    evidence: ObligationEvidenceList = ObligationEvidenceList(), verdicts: VerdictLists = VerdictLists(),
    settings: [String: RuleSetting] = [:]
  ) {
    self.references = references
    self.context = context
    shared = Shared(
      model, applicableLicenses ?? model.applicableLicenses, facts, mode, onMissingFact, affiliatesIncluded, evidence,
      verdicts, settings)
  }
}

extension Subject {
  /// An option of a rule as the policy sets it.
  func option(_ name: String, of rule: RuleDescription) -> Bool {
    settings[rule.id]?.options[name] ?? rule.options.first { $0.name == name }?.fallback ?? false
  }

  /// The model's name inside a sentence.
  var name: String { isRootFolder ? "the model in this folder" : model.name.id }

  /// The model's name at the start of a sentence. Names keep their spelling; only our own words are capitalized.
  var nameAtStart: String { isRootFolder ? "The model in this folder" : model.name.id }

  private var isRootFolder: Bool { model.isLocal && model.name.id == "." }

  /// Whether weights reach others: handed over by what the policy says, else published by a model card.
  var isDistributed: Tristate {
    let stated = facts.distributesWeights.tristate.or(facts.distributesProduct.tristate)
    if stated == .unknown, references.contains(where: { $0.role == .published }) { return .true }
    return stated
  }

  /// The model's own license is stated by a file of the tree.
  var hasOwnClaims: Bool {
    model.license.claims.contains { $0.source != .base && $0.source != .lock }
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
  /// What is told is something left undone, where the rule otherwise tells of uses that the license bars.
  package var isDuty: Bool
  /// nil for the subject's first reference.
  package var location: Location?
  package var related: [RelatedLocation]

  init(
    _ message: String, fix: String, license: String? = nil, clause: String? = nil, level: Level? = nil,
    isDuty: Bool = false, location: Location? = nil, related: [RelatedLocation] = []
  ) {
    self.message = message
    self.fix = fix
    self.license = license
    self.clause = clause
    self.level = level
    self.isDuty = isDuty
    self.location = location
    self.related = related
  }
}

package struct Undetermined: Sendable {
  /// The facts that would decide.
  package var facts: [FactName]
  package var license: String
  package var clause: String?
  /// What the license makes depend on them, as a clause that can follow a colon.
  package var question: String
  /// As of a ``Violation``.
  package var isDuty: Bool

  init(_ facts: [FactName], license: String, clause: String?, question: String, isDuty: Bool = false) {
    self.facts = facts
    self.license = license
    self.clause = clause
    self.question = question
    self.isDuty = isDuty
  }
}
