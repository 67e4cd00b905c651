internal import ProvisoCore

/// What AIL302 and AIL303 share: thresholds of one kind held against the facts.
struct ThresholdRule {
  let metrics: Set<Terms.Threshold.Metric>

  func evaluate(_ subject: Subject) -> [Outcome] {
    let outcomes = subject.model.applicableLicenses.flatMap { applicable in
      applicable.license.terms.thresholds.filter { metrics.contains($0.metric) }.map {
        outcome(subject, applicable, $0)
      }
    }
    return outcomes.isEmpty ? [.notApplicable] : outcomes
  }

  private func outcome(
    _ subject: Subject, _ applicable: ApplicableLicense, _ threshold: Terms.Threshold
  ) -> Outcome {
    let license = Wording.license(applicable, clause: threshold.clause)
    func undetermined(_ facts: [FactName], _ question: String) -> Outcome {
      .undetermined(
        Undetermined(facts, license: applicable.license.id, clause: threshold.clause, question: question))
    }
    switch ThresholdTest(threshold: threshold, facts: subject.facts).answer() {
    case .below: return .satisfied
    case .unknown(let facts): return undetermined(facts, "\(license) draws a line at \(threshold.words)")
    case .otherCurrency(let fact, let currency):
      return undetermined(
        [fact],
        "\(license) draws a line at \(threshold.words), and the policy gives \(currency), which is not converted")
    case .over(let value, let origin):
      if threshold.effect == .nonCommercialOnly {
        switch subject.facts.commercial.tristate {
        case .false: return .satisfied
        case .unknown: return undetermined([.commercial], "above \(threshold.words), \(threshold.effectWords)")
        case .true: break
        }
      }
      return .violated(
        Violation(
          "The policy states \(value)\(Wording.origin(origin)), and \(license) draws a line at \(threshold.words): above it, \(threshold.effectWords). That concerns \(subject.name).",
          fix: threshold.effect == .display
            ? "Show what the license asks for, prominently, in the product."
            : "Ask the publisher for a license, or choose a model without this limit.",
          license: applicable.license.id, clause: threshold.clause,
          level: threshold.effect == .display ? .warning : nil,
          related: applicable.edge == nil ? [] : Wording.lineage(of: subject.model)))
    }
  }
}
