internal import ProvisoCore

/// AIL305: outputs train another model against the license.
struct OutputTraining: Rule {
  let description = RuleDescription(
    id: "AIL305", name: "output-training", title: "Output used to train another model",
    summary:
      "The license bars using the model's outputs to train or improve other models, and the policy says that this is done.",
    help: """
      Llama 2 and 3 bar improving any other large language model with the materials or their outputs; from 3.1 on, naming is asked for instead. Several others bar it \
      too.

      **Fix**: train on outputs of a model whose license allows it, or within the same family where the license does.

      Violation: `trains_other_models_on_outputs: true` with `meta-llama/Llama-2-7b-hf`.

      Cure: outputs of a model without this clause.
      """,
    level: .error, facts: ["trains_other_models_on_outputs"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let barring = subject.applicableLicenses.filter { applicable in
      [.ownFamilyOnly, .forbidden].contains(applicable.license.terms.outputTraining.value)
    }
    return barring.isEmpty ? [.notApplicable] : barring.map { outcome(subject, $0) }
  }

  private func outcome(_ subject: Subject, _ barring: ApplicableLicense) -> Outcome {
    let term = barring.license.terms.outputTraining
    let license = Wording.license(barring, clause: term.clause)
    let fact = subject.facts.trainsOtherModelsOnOutputs
    switch fact.tristate {
    case .false: return .satisfied
    case .unknown:
      return .undetermined(
        Undetermined(
          [.trainsOtherModelsOnOutputs], license: barring.license.id, clause: term.clause,
          question: "\(license) limits training other models on outputs"))
    case .true:
      return .violated(
        Violation(
          .barsTraining(subject.name, Wording.origin(fact.origin), license, term.value == .ownFamilyOnly),
          fix: "Train on outputs of a model whose license allows it.", license: barring.license.id,
          clause: term.clause, related: barring.edge == nil ? [] : Wording.lineage(of: subject.model)))
    }
  }
}

extension String {
  fileprivate static func barsTraining(_ model: String, _ origin: String, _ license: String, _ ownFamily: Bool)
    -> String
  {
    let models = ownFamily ? "models outside its own family" : "other models"
    return
      "The policy says that outputs train other models\(origin), and \(license) bars using outputs of \(model) to improve \(models)."
  }
}
