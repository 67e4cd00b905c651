internal import ProvisoCore

/// What the licenses of a model ask of whoever distributes, serves or builds on it.
enum ObligationList {
  /// Without duplicates, the strictest license's first.
  /// - Parameters:
  ///   - licenses: ``ResolvedModel/applicableLicenses`` of the model; nil to have them taken from it.
  ///   - facts: those of each place where the model is met.
  ///   - evidence: what in the tree does what licenses ask; nil where there is no tree to look into.
  static func obligations(
    of model: ResolvedModel, licenses: [ApplicableLicense]? = nil, facts: [Facts] = [],
    evidence: ObligationEvidenceList? = nil
  ) -> [Obligation] {
    var obligations: [Obligation] = []
    for applicable in licenses ?? model.applicableLicenses {
      for obligation in self.obligations(of: applicable.license, model, facts)
      where !obligations.contains(where: { $0.kind == obligation.kind && $0.text == obligation.text }) {
        obligations.append(evidence.map { checked(obligation, applicable.license, model, facts, $0) } ?? obligation)
      }
    }
    return obligations
  }

  private static func obligations(of license: License, _ model: ResolvedModel, _ facts: [Facts]) -> [Obligation] {
    let terms = license.terms
    var obligations: [Obligation] = []
    func add(_ kind: Obligation.Kind, _ text: String?, _ clause: String?) {
      guard let text else { return }
      obligations.append(Obligation(kind: kind, text: text, clause: clause, license: license.id))
    }
    func text(_ term: Term<Bool>, _ words: String) -> String? { term.value == true ? words : nil }
    if isDisplayDue(terms, facts) { add(.display, terms.display.value, terms.display.clause) }
    add(.notice, terms.noticeText.value, terms.noticeText.clause)
    add(.licenseCopy, text(terms.licenseCopy, "pass on a copy of the license"), terms.licenseCopy.clause)
    add(.namePrefix, terms.namePrefix.value, terms.namePrefix.clause)
    add(.changeNotice, text(terms.changeNotice, "say what was changed"), terms.changeNotice.clause)
    add(
      .useRestrictions, text(terms.restrictionsFlowDown, "pass on the use restrictions"),
      terms.restrictionsFlowDown.clause)
    guard let index = obligations.firstIndex(where: { $0.kind == .namePrefix }), model.isLocal, !model.lineage.isEmpty,
      let name = model.declaredNames.first
    else { return obligations }
    obligations[index].met = NamePrefix.begins(name.name, with: obligations[index].text)
    obligations[index].evidence = "\(name.location.path):\(name.location.line)"
    return obligations
  }

  /// With what was found in the tree.
  private static func checked(
    _ obligation: Obligation, _ license: License, _ model: ResolvedModel, _ facts: [Facts],
    _ list: ObligationEvidenceList
  ) -> Obligation {
    let evidence = DutyEvidence(list: list)
    let answer: DutyEvidence.Answer
    switch obligation.kind {
    case .display: answer = evidence.display(license)
    case .notice: answer = evidence.notice(license)
    case .licenseCopy: answer = evidence.licenseCopy(license)
    case .useRestrictions:
      let bound = evidence.useRestrictions(license)
      // As AIL206 and AIL309 have it: the text of the license passes its restrictions on with copies.
      let isServed = facts.contains { $0.servesOverNetwork.tristate == .true }
      answer = bound.met || !license.isPassedOnByCopy(isServed: isServed) ? bound : evidence.licenseCopy(license)
    case .changeNotice:
      // Who uses another's model as it is has changed nothing.
      guard model.isLocal, !model.lineage.isEmpty else { return obligation }
      answer = DutyEvidence.Answer(met: model.changeStatement != nil, location: model.changeStatement)
    case .namePrefix: return obligation
    }
    var obligation = obligation
    obligation.met = answer.met
    obligation.evidence = answer.location.map { "\($0.path):\($0.line)" }
    return obligation
  }

  /// Some licenses ask for a display only of those above a threshold (Kimi K2, MiniMax M2). It counts until the facts say
  /// everywhere that it does not.
  private static func isDisplayDue(_ terms: Terms, _ facts: [Facts]) -> Bool {
    let thresholds = terms.thresholds.filter { $0.effect == .display }
    guard !thresholds.isEmpty, !facts.isEmpty else { return true }
    return facts.contains { facts in
      thresholds.contains { threshold in
        if case .below = ThresholdTest(threshold: threshold, facts: facts).answer() { false } else { true }
      }
    }
  }
}
