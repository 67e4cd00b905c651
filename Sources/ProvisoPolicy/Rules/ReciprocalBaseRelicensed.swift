internal import ProvisoCore

/// AIL105: a base that asks for the same license, for no commerce, or not to be adapted, is declared otherwise.
struct ReciprocalBaseRelicensed: Rule {
  let description = RuleDescription(
    id: "AIL105", name: "reciprocal-base-relicensed",
    title: "Non-commercial, share-alike or no-derivatives base relicensed",
    summary:
      "A model is declared under a license that its base's does not lead to: non-commercial stays non-commercial, share-alike and copyleft stay under the same license, and what allows no derivatives may not be shared changed.",
    help: """
      CC BY-NC binds whoever uses the material, also inside a derivative (section 2(a)(1)). CC BY-SA, CC BY-NC-SA and the GPL ask that adaptations stay under the same \
      or a compatible license (3(b)(1); GPL 5(c)). CC BY-ND lets adaptations be made and not shared (2(a)(1)(B)); a mere change of format is none (2(a)(4)).

      For a model of somebody else this is a warning, as it is for one of your own of which nothing says that it is distributed.

      **Fix**: declare the base's license, or one that it names as compatible.

      Violation:

      ```yaml
      license: apache-2.0
      base_model: upstage/SOLAR-10.7B-Instruct-v1.0
      ```

      Cure:

      ```yaml
      license: cc-by-nc-4.0
      base_model: upstage/SOLAR-10.7B-Instruct-v1.0
      ```
      """,
    level: .error, facts: ["distributes_weights", "distributes_product"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    guard let relabeling = Relabeling(subject, { DerivativeTerms(base: $0).demand == .reciprocity }) else {
      return [.notApplicable]
    }
    let outcomes = relabeling.outcomes(.relicensed)
    if outcomes.contains(where: { if case .violated = $0 { true } else { false } }) { return outcomes }
    let shared = relabeling.standings.first {
      $0.standing == .admissible && DerivativeTerms(base: $0.base).barsSharing($0.edge.relation)
    }
    guard let shared, subject.isDistributed == .true else { return outcomes }
    return [.violated(sharing(subject, relabeling.label, shared))]
  }

  /// The label is the base's own, and sharing the model is what the license does not allow.
  private func sharing(_ subject: Subject, _ label: Label, _ found: BaseStanding) -> Violation {
    Violation(
      .shared(subject.nameAtStart, found),
      fix: "Do not hand the model on, or get the licensor's permission.", license: found.base.id,
      clause: found.base.terms.derivativeLicense.clause, level: subject.model.isLocal ? .error : .warning,
      location: label.location, related: Wording.lineage(of: subject.model))
  }
}

extension String {
  fileprivate static func shared(_ model: String, _ found: BaseStanding) -> String {
    let relation = found.edge.relation.map { " (\($0.rawValue))" } ?? ""
    return
      "\(model) reaches others, and its base \(found.edge.base.id)\(relation) is under the \(found.base.name), which does not let derivatives be shared\(Wording.clause(found.base.terms.derivativeLicense.clause))."
  }
}
