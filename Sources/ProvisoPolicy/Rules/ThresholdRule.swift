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
    let line = "\(Wording.license(applicable, clause: threshold.clause)) draws a line at \(threshold.words)"
    func undetermined(_ facts: [FactName], _ question: String) -> Outcome {
      .undetermined(
        Undetermined(facts, license: applicable.license.id, clause: threshold.clause, question: question))
    }
    // Where non-commercial use is left, the verdict needs both: the number and that the use is commercial.
    let matters = threshold.effect == .nonCommercialOnly ? subject.facts.commercial.tristate : .true
    guard matters != .false else { return .satisfied }
    let test = ThresholdTest(
      threshold: threshold, facts: subject.facts, affiliatesIncluded: subject.affiliatesIncluded)
    switch test.answer() {
    case .below: return .satisfied
    case .unknown(let facts, let remark):
      return undetermined(
        matters == .unknown ? facts + [.commercial] : facts, line + (remark.map { ", and \($0)" } ?? ""))
    case .over(let value, let origin):
      let statement = "policy states \(value)\(Wording.origin(origin)), and \(line): \(threshold.effectWords)"
      guard matters == .true else { return undetermined([.commercial], "the \(statement)") }
      return .violated(
        Violation(
          "The \(statement). That concerns \(subject.name).", fix: fix(threshold, applicable.license),
          license: applicable.license.id, clause: threshold.clause,
          level: threshold.effect == .display ? .warning : nil,
          related: applicable.edge == nil ? [] : Wording.lineage(of: subject.model)))
    }
  }

  private func fix(_ threshold: Terms.Threshold, _ license: License) -> String {
    guard threshold.effect == .display else {
      return "Ask the publisher for a license, or choose a model without this limit."
    }
    guard let words = license.terms.display.value else { return "Show in the product what the license asks for." }
    return "Show \"\(words)\" in the product, as the license asks."
  }
}
