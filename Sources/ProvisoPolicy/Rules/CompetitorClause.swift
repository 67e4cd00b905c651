internal import ProvisoCore

/// AIL308: a license that bars competing models meets somebody who builds them.
struct CompetitorClause: Rule {
  let description = RuleDescription(
    id: "AIL308", name: "competitor-clause", title: "Competitor clause",
    summary:
      "The license bars using the model to build foundation models or others that compete with the publisher's, or gives competitors no rights without a license of their own, and the policy says that such models are built.",
    help: """
      Stability AI's Community License, EXAONE's, FLUX.1 [dev]'s and others bar using the model, its outputs or both for foundation or competing models. How wide the bar is differs: the \
      clause says. Llama 2 and 3 (1.b.v), Hunyuan (5.b), EXAONE 1.1 (3.1) and others bar only improving other models with the model or its outputs: where `trains_other_models_on_outputs: false` says that \
      nothing of it goes into them, building them is not barred. HyperCLOVA X's (4) and LTX-2's (Attachment A 20) are about products that compete with the publisher's, whatever they use the model for.

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

    /// Whether the same clause draws a line at a number, so that it speaks of given businesses above it (Qwen3.8-Max 2).
    var isAboveLine: Bool {
      isAboutProducts && applicable.license.terms.thresholds.contains { $0.effect != .display && $0.clause == clause }
    }

    private var training: Term<Terms.OutputTraining> { applicable.license.terms.outputTraining }

    /// Whether the license bars putting the model or its outputs into others, and building others without them it does not.
    var isAboutImproving: Bool {
      let scope = applicable.license.terms.outputTrainingScope
      return !isAboutProducts && [.ownFamilyOnly, .forbidden].contains(training.value)
        && (scope == nil || scope == .commercialUse) && !applicable.license.barsCreating
    }

    /// What may not be done with the model, its outputs or both.
    var bar: String {
      let scope = applicable.license.terms.outputTrainingScope
      switch training.value {
      case .ownFamilyOnly: return "to improve \(scope?.models ?? "models outside its own family")"
      case .forbidden: return "for \(scope?.models ?? "other models")"
      case .allowedWithNaming, .unrestricted, nil: return "for models that compete with the publisher's"
      }
    }

    var license: String { Wording.license(applicable, clause: clause) }
  }

  private func limits(_ applicable: ApplicableLicense) -> [Limit] {
    let terms = applicable.license.terms
    var limits: [Limit] = []
    if terms.acceptableUse.restrictions.contains("competing-models") {
      // The list of barred uses stands in many clauses; which of them speaks of models is said with the training.
      let isBarred = [.forbidden, .ownFamilyOnly].contains(terms.outputTraining.value)
      let clause = isBarred ? terms.outputTraining.clause : terms.acceptableUse.clause
      limits.append(Limit(applicable: applicable, clause: clause, isAboutProducts: false))
    }
    if terms.competitorLicense.value == true {
      limits.append(Limit(applicable: applicable, clause: terms.competitorLicense.clause, isAboutProducts: true))
    }
    return limits
  }

  private func outcome(_ subject: Subject, _ limit: Limit) -> Outcome {
    let license = limit.applicable.license.id
    let fact = subject.facts.trainsFoundationModels
    if limit.isAboutImproving, subject.facts.trainsOtherModelsOnOutputs.tristate == .false { return .satisfied }
    switch fact.tristate {
    case .false: return .satisfied
    case .unknown:
      return .undetermined(
        Undetermined(
          [.trainsFoundationModels], license: license, clause: limit.clause,
          question: limit.isAboutProducts
            ? "\(limit.license) asks whoever \(limit.isAboveLine ? .namedBusiness : "competes with the publisher") for a license of its own"
            : "\(limit.license) limits using the model, its outputs or both \(limit.bar)"))
    case .true:
      let origin = Wording.origin(fact.origin)
      return .violated(
        Violation(
          limit.isAboutProducts
            ? .asksCompetitors(subject.name, origin, limit.license, isAboveLine: limit.isAboveLine)
            : .barsCompetition(subject.name, origin, limit.license, limit.bar),
          fix: limit.isAboutProducts
            ? "Ask the publisher for a license, or say by a waiver why nothing offered competes with its products."
            : limit.isAboutImproving
              ? "Keep the model and its outputs out of other models, and say so (`trains_other_models_on_outputs: false`), or ask the publisher."
              : "Keep the model out of building such models, or ask the publisher.", license: license,
          clause: limit.clause, related: limit.applicable.edge == nil ? [] : Wording.lineage(of: subject.model)))
    }
  }
}

extension License {
  /// True where creating other models is barred, too, and not only improving them: xAI 2.b.
  var barsCreating: Bool { family == License.xaiFamily }

  private static let xaiFamily = "xai-community"
}

extension String {
  fileprivate static func barsCompetition(
    _ model: String, _ origin: String, _ license: String, _ bar: String
  ) -> String {
    "The policy says that foundation models are built\(origin), and \(license) bars using \(model), its outputs or both \(bar)."
  }

  fileprivate static let namedBusiness = "runs a business that it names, above the line that it draws there,"

  fileprivate static func asksCompetitors(
    _ model: String, _ origin: String, _ license: String, isAboveLine: Bool
  ) -> String {
    let demand =
      isAboveLine
      ? "whoever \(namedBusiness) for a license of its own for \(model)"
      : "whoever does for a license of its own for \(model)"
    return
      "The policy says that models are built or products offered that compete with the publisher's\(origin), and \(license) asks \(demand)."
  }
}
