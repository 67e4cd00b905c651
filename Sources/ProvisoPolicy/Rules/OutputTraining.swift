internal import ProvisoCore

/// AIL305: outputs train another model against the license.
struct OutputTraining: Rule {
  let description = RuleDescription(
    id: "AIL305", name: "output-training", title: "Output used to train another model",
    summary:
      "The license bars using the model's outputs to train or improve other models, and the policy says that this is done.",
    help: """
      Llama 2 and 3 bar improving any other large language model with the materials or their outputs; from 3.1 on, naming is asked for instead. Several others bar it \
      too. Some bar only models that compete with the publisher's (EXAONE 1.2, FLUX.1 [dev]), foundation models (Stability AI's Community License) or models for commercial use (LTX-2): \
      `trains_foundation_models` and `commercial` say whether that is done. As long as nothing says whether the models compete, this is a warning.

      **Fix**: train on outputs of a model whose license allows it, or within the same family where the license does.

      Violation: `trains_other_models_on_outputs: true` with `meta-llama/Llama-2-7b-hf`.

      Cure: outputs of a model without this clause.
      """,
    level: .error, facts: ["trains_other_models_on_outputs", "trains_foundation_models", "commercial"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let barring = subject.applicableLicenses.filter { applicable in
      [.ownFamilyOnly, .forbidden].contains(applicable.license.terms.outputTraining.value)
    }
    return barring.isEmpty ? [.notApplicable] : barring.map { outcome(subject, $0) }
  }

  private func outcome(_ subject: Subject, _ barring: ApplicableLicense) -> Outcome {
    let terms = barring.license.terms
    let (term, scope) = (terms.outputTraining, terms.outputTrainingScope)
    let license = Wording.license(barring, clause: term.clause)
    let fact = subject.facts.trainsOtherModelsOnOutputs
    func undetermined(_ facts: [FactName]) -> Outcome {
      .undetermined(
        Undetermined(
          facts, license: barring.license.id, clause: term.clause,
          question: "\(license) limits training \(scope?.models ?? "other models") on outputs"))
    }
    let meant = subject.trainsModels(of: scope)
    if fact.tristate == .false || meant == .false { return .satisfied }
    if fact.tristate == .unknown { return undetermined([.trainsOtherModelsOnOutputs]) }
    if meant == .unknown, scope == .commercialUse { return undetermined([.commercial]) }
    let models = scope?.models ?? (term.value == .ownFamilyOnly ? "models outside its own family" : "other models")
    return .violated(
      Violation(
        .barsTraining(subject.name, Wording.origin(fact.origin), license, models, isMeant: meant == .true),
        fix: meant == .true
          ? "Train on outputs of a model whose license allows it."
          : "State `trains_foundation_models`, or train on outputs of a model whose license allows it.",
        license: barring.license.id, clause: term.clause, level: meant == .true ? nil : .warning,
        related: barring.edge == nil ? [] : Wording.lineage(of: subject.model)))
  }
}

extension Subject {
  /// Whether the models that are trained are those that a bar on training means.
  func trainsModels(of scope: Terms.TrainingScope?) -> Tristate {
    switch scope {
    case nil: .true
    case .competingModels, .foundationModels, .similarModels: facts.trainsFoundationModels.tristate
    case .commercialUse: facts.commercial.tristate
    }
  }
}

extension Terms.TrainingScope {
  /// The models, as the end of a sentence.
  var models: String {
    switch self {
    case .competingModels: "models that compete with the publisher's"
    case .foundationModels: "foundation models of others"
    case .similarModels: "models that do what it does"
    case .commercialUse: "models for commercial use outside its own family"
    }
  }
}

extension String {
  fileprivate static func barsTraining(
    _ model: String, _ origin: String, _ license: String, _ models: String, isMeant: Bool
  ) -> String {
    let open = isMeant ? "" : " The policy does not say whether those are such."
    return
      "The policy says that outputs train other models\(origin), and \(license) bars using outputs of \(model) to improve \(models).\(open)"
  }
}
