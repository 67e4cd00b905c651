internal import ProvisoCore

/// AIL113: a data set that trains a model asks for its own license.
struct DataShareAlike: Rule {
  let description = RuleDescription(
    id: "AIL113", name: "data-share-alike", title: "Data set is share-alike",
    summary:
      "A data set that is named in a card, a training configuration or code is under a license that asks for itself where the data is passed on. Whether that reaches a model trained on it is not settled.",
    help: """
      CC BY-SA (3(b)(1)), ODbL and the GPL ask that adaptations stay under the same license. None of them speaks of training. Many models are trained on Wikipedia and declared \
      otherwise; nobody has decided whether they may be.

      **Fix**: decide once, with counsel, and record it: switch the rule off in the policy, or keep the data out.

      Violation: `datasets: [databricks/databricks-dolly-15k]` (CC BY-SA) in a card.

      Cure: `AIL113: {severity: off}` under `rules` in the policy, with the decision beside it.
      """,
    level: .note)

  package func evaluate(data subject: Subject) -> [Outcome] {
    let terms = subject.model.data.filter(\.isShareAlike)
    guard let first = terms.first else { return [.notApplicable] }
    return [
      .violated(
        Violation(
          .shareAlike(subject.nameAtStart, first), fix: "Decide whether this is accepted, and say so in the policy.",
          license: first.license, clause: first.clause))
    ]
  }
}

extension String {
  fileprivate static func shareAlike(_ data: String, _ terms: DataTerms) -> String {
    "The data set \(data) is under \(terms.license)\(Wording.clause(terms.clause)), which asks that adaptations stay under it; whether a model trained on it is one is not settled."
  }
}
