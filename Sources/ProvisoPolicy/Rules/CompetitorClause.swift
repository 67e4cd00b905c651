internal import ProvisoCore

/// AIL308: a license that bars competing models meets somebody who builds them.
struct CompetitorClause: Rule {
  let description = RuleDescription(
    id: "AIL308", name: "competitor-clause", title: "Competitor clause",
    summary:
      "The license bars using the model to build foundation models or others that compete with the publisher's, and the policy says that such models are built.",
    help: """
      Stability AI's Community License, EXAONE's, FLUX.1 [dev]'s and others bar using the model, its outputs or both for foundation or competing models. How wide the bar is differs: the \
      clause says.

      **Fix**: keep the model out of that work, in a context of its own with `trains_foundation_models: false`, or ask the publisher.

      Violation: `trains_foundation_models: true` with `stabilityai/stable-diffusion-3.5-large`.

      Cure: a model whose license has no such clause.
      """,
    level: .warning, facts: ["trains_foundation_models"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let barring = subject.applicableLicenses.filter {
      $0.license.terms.acceptableUse.restrictions.contains("competing-models")
    }
    return barring.isEmpty ? [.notApplicable] : barring.map { outcome(subject, $0) }
  }

  private func outcome(_ subject: Subject, _ barring: ApplicableLicense) -> Outcome {
    let clause = barring.license.terms.acceptableUse.clause
    let license = Wording.license(barring, clause: clause)
    let fact = subject.facts.trainsFoundationModels
    switch fact.tristate {
    case .false: return .satisfied
    case .unknown:
      return .undetermined(
        Undetermined(
          [.trainsFoundationModels], license: barring.license.id, clause: clause,
          question: "\(license) limits building competing models"))
    case .true:
      return .violated(
        Violation(
          .barsCompetition(subject.name, Wording.origin(fact.origin), license),
          fix: "Keep the model out of building such models, or ask the publisher.", license: barring.license.id,
          clause: clause, related: barring.edge == nil ? [] : Wording.lineage(of: subject.model)))
    }
  }
}

extension String {
  fileprivate static func barsCompetition(_ model: String, _ origin: String, _ license: String) -> String {
    "The policy says that foundation models are built\(origin), and \(license) bars using \(model) for models that compete with the publisher's."
  }
}
