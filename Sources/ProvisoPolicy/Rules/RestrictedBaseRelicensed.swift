internal import ProvisoCore

/// AIL102: a derivative is labelled freer than its base allows.
struct RestrictedBaseRelicensed: Rule {
  let description = RuleDescription(
    id: "AIL102", name: "restricted-base-relicensed", title: "Restricted base relicensed",
    summary:
      "A model is declared under a license that leaves out the conditions of its base's license: they go along to derivatives whatever the label says.",
    help: """
      The conditions of the Llama, Gemma, RAIL, Qwen, Stability and non-commercial licenses go along to fine-tunes, merges, adapters and quantizations. \
      A label such as `apache-2.0` or `mit` promises recipients rights that whoever put it there was not given.

      For a model of somebody else this is a warning, as it is for one of your own of which nothing says that it is distributed.

      **Fix**: declare the base's license, or `other` with both texts and the base's named, and keep what the base's license asks for (copy, notice, name, display).

      Violation:

      ```yaml
      license: apache-2.0
      base_model: meta-llama/Llama-3.1-8B
      ```

      Cure:

      ```yaml
      license: llama3.1
      base_model: meta-llama/Llama-3.1-8B
      ```
      """,
    level: .error, facts: ["distributes_weights", "distributes_product"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let restricted = subject.model.lineage.compactMap { edge in
      edge.license.candidates.first { $0.category.isRestricted }.map { (edge: edge, license: $0) }
    }
    guard !restricted.isEmpty, subject.hasOwnClaims else { return [.notApplicable] }
    let own = subject.model.license.candidates
    guard !own.isEmpty else { return [.notApplicable] }
    let violated = restricted.filter { !isAdmissible(own, over: $0.license) }
    guard !violated.isEmpty else { return [.satisfied] }
    if subject.model.isLocal, !subject.references.contains(where: { $0.role == .published }),
      subject.isDistributed == .false
    {
      return [.notApplicable]
    }
    var told: Set<String> = []
    return violated.filter { told.insert($0.license.id).inserted }.map {
      .violated(violation(subject, own, $0.edge, $0.license))
    }
  }

  /// The base's own license, or an edition of it that is no freer, is among the candidates; or the base lets derivatives
  /// have any.
  private func isAdmissible(_ own: [License], over base: License) -> Bool {
    if base.terms.derivativeLicense.value == .any, base.category < .nonCommercial { return true }
    return own.contains { license in
      if license.id == base.id { return true }
      // CC BY-NC leaves the choice of terms that do not lift its condition.
      if base.family == "cc-by-nc" { return license.terms.commercialUse.value == .no }
      return license.family != nil && license.family == base.family && license.category >= base.category
    }
  }

  private func violation(
    _ subject: Subject, _ own: [License], _ edge: LineageEdge, _ base: License
  ) -> Violation {
    let declared = Wording.list(own.map(\.id))
    let isFreer = own.allSatisfy { !$0.category.isRestricted }
    let claim =
      subject.model.license.claims.first { $0.location != nil && $0.source == .modelCard }
      ?? subject.model.license.claims.first { $0.location != nil }
    let clause = base.terms.derivativeLicense.clause
    return Violation(
      .relicensed(subject.nameAtStart, declared, edge, base),
      fix: subject.model.isLocal
        ? "Declare `license: \(base.id)`, or `other` with both texts, and keep what \(base.name) asks of derivatives."
        : "Keep to the \(base.name) as well, whatever the model's own label says.",
      license: base.id, clause: clause, level: level(subject, isFreer: isFreer), location: claim?.location,
      related: Wording.lineage(of: subject.model))
  }

  /// Somebody else's label is theirs to mend; ours is an error once it reaches others.
  private func level(_ subject: Subject, isFreer: Bool) -> Level {
    guard subject.model.isLocal, isFreer else { return .warning }
    return subject.isDistributed == .true ? .error : .warning
  }
}

extension String {
  fileprivate static func relicensed(
    _ model: String, _ declared: String, _ edge: LineageEdge, _ base: License
  ) -> String {
    let relation = edge.relation.map { " (\($0.rawValue))" } ?? ""
    let term = base.terms.derivativeLicense
    let demand =
      switch term.value {
      case .flowDown: "whose conditions go along to derivatives"
      case .same: "which asks that derivatives stay under the same license"
      case .sameOrCompatible: "which asks that derivatives stay under the same or a compatible license"
      case Terms.DerivativeLicense.none?: "which does not let derivatives be shared"
      case .any, nil: "whose terms that label leaves out"
      }
    return
      "\(model) is declared under \(declared), and its base \(edge.base.id)\(relation) is under the \(base.name), \(demand)\(Wording.clause(term.clause))."
  }
}
