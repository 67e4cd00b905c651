internal import ProvisoCore

/// AIL112: a data set that trains or tests a model is not for commerce, or not for adaptation.
struct DataNonCommercial: Rule {
  let description = RuleDescription(
    id: "AIL112", name: "data-non-commercial", title: "Data set is non-commercial or bars derivatives",
    summary:
      "A data set that is named in a card, a training configuration or code is licensed for non-commercial or academic use only, or bars derivatives.",
    help: """
      What a license of data means for a model trained on it is not settled; that the data may not be used for commerce is. Audits have found that the labels of data \
      sets err in one direction: where the audit and the label differ, the label is nearly always the freer one.

      Whether a model is a derivative of its data nobody has decided: a license that bars derivatives is a note.

      **Fix**: choose other data, or get permission. In a context that is not commercial, state `commercial: false`.

      Violation: `datasets: [tatsu-lab/alpaca]` (CC BY-NC 4.0) in the card of a product's model.

      Cure: `datasets: [databricks/databricks-dolly-15k]`.
      """,
    level: .warning, facts: ["commercial"])

  package func evaluate(data subject: Subject) -> [Outcome] {
    let terms = subject.model.data.filter { $0.use >= .nonCommercial || $0.isNoDerivatives }
    return terms.isEmpty ? [.notApplicable] : terms.map { outcome(subject, $0) }
  }

  private func outcome(_ subject: Subject, _ terms: DataTerms) -> Outcome {
    guard terms.use >= .nonCommercial else {
      return .violated(
        Violation(
          .noDerivatives(subject.nameAtStart, terms), fix: "Ask the licensor whether training is allowed.",
          license: terms.license, clause: terms.clause, level: .note))
    }
    let fact = subject.facts.commercial
    switch fact.tristate {
    case .false: return .satisfied
    case .unknown:
      return .undetermined(
        Undetermined(
          [.commercial], license: terms.license, clause: terms.clause,
          question: "the data set \(subject.name) is for \(terms.use.rawValue) use only (\(terms.license))"))
    case .true:
      return .violated(
        Violation(
          .restricted(subject.nameAtStart, terms, Wording.origin(fact.origin)),
          fix: "Choose other data, or get permission from whoever holds the rights in it.", license: terms.license,
          clause: terms.clause))
    }
  }
}

extension String {
  fileprivate static func restricted(_ data: String, _ terms: DataTerms, _ origin: String) -> String {
    "The data set \(data) is under \(terms.license)\(Wording.clause(terms.clause)), for \(terms.use.rawValue) use only, and the policy says that the use is commercial\(origin)."
  }

  fileprivate static func noDerivatives(_ data: String, _ terms: DataTerms) -> String {
    "The data set \(data) is under \(terms.license)\(Wording.clause(terms.clause)), which does not let derivatives be shared; whether a model trained on it is one is not settled."
  }
}
