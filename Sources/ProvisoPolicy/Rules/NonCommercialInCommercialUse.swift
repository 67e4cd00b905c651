internal import ProvisoCore

/// AIL301: a license that bars commercial use meets commercial use.
struct NonCommercialInCommercialUse: Rule {
  let description = RuleDescription(
    id: "AIL301", name: "non-commercial-in-commercial-use", title: "Non-commercial in commercial use",
    summary: "The license does not allow commercial use, and the policy says that the use is commercial.",
    help: """
      CC BY-NC, the FLUX.1 [dev] license, the Mistral research license, the Qwen research license and others allow non-commercial or research use only. What \
      counts as commercial differs between them; the policy's fact `commercial` says how the organization sees its use.

      **Fix**: choose a model whose license allows commercial use, or buy a license from the publisher.

      Violation: `facebook/musicgen-small` (CC BY-NC 4.0) in a product.

      Cure: another model, or the same one in a context with `commercial: false`.
      """,
    level: .error, facts: ["commercial"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    guard let barring = subject.model.applicableLicenses.first(where: { $0.license.terms.commercialUse.value == .no })
    else { return [.notApplicable] }
    let term = barring.license.terms.commercialUse
    switch subject.facts.commercial.tristate {
    case .false: return [.satisfied]
    case .unknown:
      return [
        .undetermined(
          Undetermined(
            [.commercial], license: barring.license.id, clause: term.clause,
            question: "\(Wording.license(barring, clause: term.clause)) allows no commercial use"))
      ]
    case .true:
      return [
        .violated(
          Violation(
            .barsCommercialUse(
              subject.name, Wording.license(barring, clause: term.clause),
              Wording.origin(subject.facts.commercial.origin)),
            fix: "Choose a model whose license allows commercial use, or get a license from the publisher.",
            license: barring.license.id, clause: term.clause, related: related(subject, barring)))
      ]
    }
  }

  private func related(_ subject: Subject, _ license: ApplicableLicense) -> [RelatedLocation] {
    license.edge == nil ? [] : Wording.lineage(of: subject.model)
  }
}

extension String {
  fileprivate static func barsCommercialUse(_ model: String, _ license: String, _ origin: String) -> String {
    "\(model.sentence) is in commercial use\(origin), and \(license) allows none."
  }
}
