internal import ProvisoCore

/// AIL308: a license that bars competing models meets somebody who builds them.
struct CompetitorClause: Rule {
  let description = RuleDescription(
    id: "AIL308", name: "competitor-clause", title: "Competitor clause",
    summary:
      "The license bars using the model to build foundation models or others that compete with the publisher's, or gives competitors no rights without a license of their own, and the policy says that such models are built.",
    help: """
      Stability AI's Community License, EXAONE's, FLUX.1 [dev]'s and others bar using the model, its outputs or both for foundation or competing models. How wide the bar is differs: the \
      clause says. HyperCLOVA X's (4) and LTX-2's (Attachment A 20) are about products that compete with the publisher's, whatever they use the model for.

      **Fix**: keep the model out of that work, in a context of its own with `trains_foundation_models: false`, or ask the publisher.

      Violation: `trains_foundation_models: true` with `stabilityai/stable-diffusion-3.5-large`.

      Cure: a model whose license has no such clause.
      """,
    level: .warning, facts: ["trains_foundation_models"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let outcomes = subject.applicableLicenses.flatMap { limits($0) }.map { outcome(subject, $0) }
    return outcomes.isEmpty ? [.notApplicable] : outcomes
  }

  /// What a license has against competitors.
  private struct Limit {
    var applicable: ApplicableLicense
    var clause: String?
    /// Whether competitors need a license of their own, whatever they use the model for.
    var isAboutProducts: Bool

    var license: String { Wording.license(applicable, clause: clause) }
  }

  private func limits(_ applicable: ApplicableLicense) -> [Limit] {
    let terms = applicable.license.terms
    var limits: [Limit] = []
    if terms.acceptableUse.restrictions.contains("competing-models") {
      limits.append(Limit(applicable: applicable, clause: terms.acceptableUse.clause, isAboutProducts: false))
    }
    if terms.competitorLicense.value == true {
      limits.append(Limit(applicable: applicable, clause: terms.competitorLicense.clause, isAboutProducts: true))
    }
    return limits
  }

  private func outcome(_ subject: Subject, _ limit: Limit) -> Outcome {
    let license = limit.applicable.license.id
    let fact = subject.facts.trainsFoundationModels
    switch fact.tristate {
    case .false: return .satisfied
    case .unknown:
      return .undetermined(
        Undetermined(
          [.trainsFoundationModels], license: license, clause: limit.clause,
          question: limit.isAboutProducts
            ? "\(limit.license) asks whoever competes with the publisher for a license of its own"
            : "\(limit.license) limits building competing models"))
    case .true:
      let origin = Wording.origin(fact.origin)
      return .violated(
        Violation(
          limit.isAboutProducts
            ? .asksCompetitors(subject.name, origin, limit.license)
            : .barsCompetition(subject.name, origin, limit.license),
          fix: limit.isAboutProducts
            ? "Ask the publisher for a license, or say by a waiver why nothing offered competes with its products."
            : "Keep the model out of building such models, or ask the publisher.", license: license,
          clause: limit.clause, related: limit.applicable.edge == nil ? [] : Wording.lineage(of: subject.model)))
    }
  }
}

extension String {
  fileprivate static func barsCompetition(_ model: String, _ origin: String, _ license: String) -> String {
    "The policy says that foundation models are built\(origin), and \(license) bars using \(model) for models that compete with the publisher's."
  }

  fileprivate static func asksCompetitors(_ model: String, _ origin: String, _ license: String) -> String {
    "The policy says that models are built or products offered that compete with the publisher's\(origin), and \(license) asks whoever does for a license of its own before any use of \(model)."
  }
}
