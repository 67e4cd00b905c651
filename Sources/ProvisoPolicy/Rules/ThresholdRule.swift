internal import ProvisoCore

/// What AIL302 and AIL303 share: thresholds of one kind held against the facts.
struct ThresholdRule {
  let metrics: Set<Terms.Threshold.Metric>

  func evaluate(_ subject: Subject) -> [Outcome] {
    let outcomes = subject.applicableLicenses.flatMap { applicable in
      applicable.license.terms.thresholds.filter { metrics.contains($0.metric) }.map {
        outcome(subject, applicable, $0)
      }
    }
    return outcomes.isEmpty ? [.notApplicable] : outcomes
  }

  private func outcome(
    _ subject: Subject, _ applicable: ApplicableLicense, _ threshold: Terms.Threshold
  ) -> Outcome {
    let line =
      "\(Wording.license(applicable, clause: threshold.clause)) draws a line at \(threshold.words)\(applicable.license.otherBusinesses(threshold))"
    func undetermined(_ facts: [FactName], _ question: String) -> Outcome {
      .undetermined(
        Undetermined(
          facts, license: applicable.license.id, clause: threshold.clause, question: question,
          isDuty: threshold.effect == .display))
    }
    let test = ThresholdTest(
      threshold: threshold, facts: subject.facts, affiliatesIncluded: subject.affiliatesIncluded)
    // Where the line is drawn for some uses only, the verdict needs both: the number and the use.
    guard test.isMeant != .false else { return .satisfied }
    // A duty to show words is done where they are shown, whatever the number is.
    if threshold.effect == .display, subject.mode == .scan,
      DutyEvidence(list: subject.evidence).display(applicable.license).met
    {
      return .satisfied
    }
    switch test.measured() {
    case .below: return .satisfied
    case .unknown(let facts, let remark):
      return undetermined(facts + test.openUse, line + (remark.map { ", and \($0)" } ?? ""))
    case .over(let value, let origin):
      let statement = "policy states \(value)\(Wording.origin(origin)), and \(line): \(threshold.effectWords)"
      guard test.isMeant == .true else { return undetermined(test.openUse, "the \(statement)") }
      return .violated(
        Violation(
          "The \(statement). \(threshold.condition == nil ? "" : .isOpen)That concerns \(subject.name).",
          fix: fix(threshold, applicable.license),
          license: applicable.license.id, clause: threshold.clause,
          level: threshold.effect == .display || threshold.condition != nil ? .warning : nil,
          isDuty: threshold.effect == .display,
          related: applicable.edge == nil ? [] : Wording.lineage(of: subject.model)))
    }
  }

  private func fix(_ threshold: Terms.Threshold, _ license: License) -> String {
    switch threshold.effect {
    case .display:
      guard let words = license.terms.display.value else { return "Show in the product what the license asks for." }
      return "Show \"\(words)\" in the product, as the license asks."
    case .reviewRequired: return "Have the publisher review the use, or choose a model without this limit."
    case .licenseRequired, .nonCommercialOnly, .terminates:
      return threshold.condition == nil
        ? "Ask the publisher for a license, or choose a model without this limit."
        : "Ask the publisher for a license, or say by a waiver why the line does not count."
    }
  }
}

extension License {
  /// The businesses that the same clause draws the line for beside those of ``Terms/Threshold/use``: AIL308 asks about them.
  fileprivate func otherBusinesses(_ threshold: Terms.Threshold) -> String {
    threshold.use == .commercialByModelServices && terms.competitorLicense.value == true
      && terms.competitorLicense.clause == threshold.clause
      ? ", or who runs another business that the clause names" : ""
  }
}

extension String {
  fileprivate static let isOpen = "Whether that condition is met no fact says: somebody has to look. "
}
