internal import ProvisoCore

/// AIL311: the publisher may change the terms, or end the use, without a breach.
struct UnilateralChange: Rule {
  let description = RuleDescription(
    id: "AIL311", name: "unilateral-change", title: "Unilateral change or remote restriction",
    summary:
      "The license lets its publisher change the terms, restrict the use remotely, or demand the latest version, without a breach on the user's side.",
    help: """
      Gemma's terms bind in a use policy that Google may update and a right to restrict use (3.2); CreativeML Open RAIL-M (7) keeps a right to update the model and asks users to \
      run the latest version; LTX-2's lets Lightricks update and restrict (6). What is checked today can change.

      **Fix**: keep a copy of the terms of today with its date, and watch the publisher's page. `proviso lock` records them.

      Violation: `google/gemma-2-9b-it`

      Cure: a model whose license cannot be changed, or a policy with `AIL311: {severity: off}` once that is accepted.
      """,
    level: .note)

  let spansFiles = true

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let changing = subject.applicableLicenses.filter {
      $0.license.category.isRestricted && $0.license.terms.publisherMayChange.value == true
    }
    guard let first = changing.first else {
      return [subject.applicableLicenses.isEmpty ? .notApplicable : .satisfied]
    }
    guard subject.isShipped else { return [.notApplicable] }
    let clause = first.license.terms.publisherMayChange.clause
    return [
      .violated(
        Violation(
          .mayChange(subject.name, Wording.license(first, clause: clause)),
          fix: "Keep the terms of today with their date, and look again before each release.",
          license: first.license.id, clause: clause))
    ]
  }
}

extension String {
  fileprivate static func mayChange(_ model: String, _ license: String) -> String {
    "\(Wording.sentence(license)) lets its publisher change the terms for \(model), or restrict its use, without a breach."
  }
}
