internal import ProvisoCore

/// What AIL102, AIL104 and AIL105 share: a model's label against those of its bases' licenses that a rule speaks of.
struct Relabeling {
  let subject: Subject
  let label: Label
  let standings: [BaseStanding]

  /// nil where the rule does not apply: no label, or no such base.
  init?(_ subject: Subject, _ speaksOf: (License) -> Bool) {
    guard let (label, all) = subject.standings else { return nil }
    let standings = all.filter { speaksOf($0.base) }
    let isTagged = subject.model.lineage.contains { $0.license.claims.contains { $0.kind == .familyTag } }
    guard !standings.isEmpty || isTagged else { return nil }
    self.subject = subject
    self.label = label
    self.standings = standings
  }

  /// Violations for the bases that stand so, one for each license.
  func outcomes(_ standing: DerivativeTerms.Standing) -> [Outcome] {
    let found = standings.filter { $0.standing == standing }
    guard !found.isEmpty else { return [standings.isEmpty ? .notApplicable : .satisfied] }
    if Self.staysHere(subject) { return [.notApplicable] }
    var told: Set<String> = []
    return found.filter { told.insert($0.base.id).inserted }.map { .violated(violation($0)) }
  }

  /// A model of our own that nobody else gets: its label promises nothing to anyone.
  static func staysHere(_ subject: Subject) -> Bool {
    subject.model.isOwn && !subject.references.contains { $0.role == .published } && subject.isDistributed == .false
  }

  /// Somebody else's label is theirs to mend; ours is an error once it reaches others. What a name without terms on file comes to,
  /// somebody has to read.
  static func level(_ subject: Subject, _ label: Label, over base: License?) -> Level {
    guard subject.model.isOwn, label.isOnFile else { return .warning }
    // Whether the label is one that the license has in mind, somebody has to read.
    if let base, DerivativeTerms(base: base).leavesCompatibleOpen { return .warning }
    if let base, !label.isFree, !label.lets(commerceBarredBy: base), keepsTerms(subject, of: base) { return .warning }
    return subject.isDistributed == .true ? .error : .warning
  }

  /// Whether the tree has what the base's license asks to be passed on, so that own terms may only come on top of it: NVIDIA's label
  /// on a model made from Llama, with "Built with Llama".
  private static func keepsTerms(_ subject: Subject, of base: License) -> Bool {
    guard DerivativeTerms(base: base).demand == .conditions else { return false }
    let evidence = DutyEvidence(list: subject.evidence)
    return evidence.licenseCopy(base).met || evidence.notice(base).met || evidence.display(base).met
  }

  private func violation(_ found: BaseStanding) -> Violation {
    let base = found.base
    let isEdition = found.standing == .otherEdition
    return Violation(
      isEdition
        ? .otherEdition(subject.nameAtStart, label.declaration, found)
        : .relicensed(subject.nameAtStart, label.declaration, found),
      fix: subject.model.isOwn
        ? .declare(base, isEdition: isEdition)
        : "Keep to the \(base.nameAfterArticle) as well, whatever the model's own label says.",
      license: base.id, clause: base.terms.derivativeLicense.clause,
      level: isEdition || found.edge.confidence == .low ? .warning : Self.level(subject, label, over: base),
      location: label.location, related: Wording.lineage(of: subject.model))
  }
}

extension String {
  /// A base that only the name or the sizes of the weights tell of is said to be so.
  private static func base(_ found: BaseStanding) -> String {
    if found.edge.isOfTokenizer {
      return "its tokenizer is that of \(found.edge.base.id), which is under the \(found.base.nameAfterArticle)"
    }
    if found.edge.isToldBySizes {
      return
        "its weights have the sizes of \(found.edge.base.id) (no file names it as base), which is under the \(found.base.nameAfterArticle)"
    }
    if found.edge.isToldByPath {
      return
        "what a file states as its base is called after \(found.edge.base.id), and names no model; that one is under the \(found.base.nameAfterArticle)"
    }
    if found.edge.depth == 1, found.edge.confidence == .low {
      return
        "its name says that it was made from \(found.edge.base.id) (no source on file names it as base), which is under the \(found.base.nameAfterArticle)"
    }
    return
      "its base \(found.edge.base.id)\(found.edge.relation.map { " (\($0.rawValue))" } ?? "") is under the \(found.base.nameAfterArticle)"
  }

  fileprivate static func declare(_ base: License, isEdition: Bool) -> String {
    let label =
      base.hubIdentifier.map { "`license: \($0)`\(isEdition ? "" : ", or `other` with both texts,")" }
      ?? "`license: other` with `license_name: \(base.id)` and a `license_link` to its text"
    return "Declare \(label) and keep what the \(base.nameAfterArticle) asks of derivatives."
  }

  fileprivate static func relicensed(_ model: String, _ declared: String, _ found: BaseStanding) -> String {
    let term = found.base.terms.derivativeLicense
    let demand =
      switch term.value {
      case .flowDown: "whose conditions go along to derivatives"
      case .same: "which asks that derivatives stay under the same license"
      case .sameOrCompatible: "which asks that derivatives stay under the same or a compatible license"
      case Terms.DerivativeLicense.none?: "which does not let derivatives be shared"
      case .any, nil: "whose terms that label leaves out"
      }
    return "\(model) \(declared), and \(base(found)), \(demand)\(Wording.clause(term.clause))."
  }

  fileprivate static func otherEdition(_ model: String, _ declared: String, _ found: BaseStanding) -> String {
    "\(model) \(declared), and \(base(found)): another text of the same family, with notices and duties of its own."
  }
}

extension LineageEdge {
  /// True where only a tokenizer's settings name the base: then the weights may be another's.
  var isOfTokenizer: Bool {
    confidence == .low && location?.path.split(separator: "/").last?.lowercased() == "tokenizer_config.json"
  }
}
