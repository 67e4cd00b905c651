internal import ProvisoCore

/// AIL105: a base that asks for the same license, for no commerce, or not to be adapted, is declared otherwise, or adapted.
struct ReciprocalBaseRelicensed: Rule {
  let description = RuleDescription(
    id: "AIL105", name: "reciprocal-base-relicensed",
    title: "Non-commercial, share-alike or no-derivatives base relicensed",
    summary:
      "A model is declared under a license that its base's does not lead to: non-commercial stays non-commercial, share-alike and copyleft stay under the same license, and what allows no derivatives may not be shared changed. Or a model that may not be changed, or not be shared changed, is fine-tuned.",
    help: """
      CC BY-NC binds whoever uses the material, also inside a derivative (section 2(a)(1)). CC BY-SA, CC BY-NC-SA and the GPL ask that adaptations stay under the same \
      or a compatible license (3(b)(1); GPL 5(c)). CC BY-ND lets adaptations be made and not shared (2(a)(1)(B)); a mere change of format is none (2(a)(4)).

      Copyleft by file (OFL 5, EPL-2.0 3.1, Ms-PL 3(D)) keeps what a base is, and what was changed of it, under itself. Which other licenses comply, some clauses leave open: then this is a warning.

      YOLO-NAS may not be changed at all ((v)). A training configuration that names a model as its base, or `fine_tunes: true`, says that it is. Of weights in the tree that come with such a license \
      `fine_tunes: true` does not say that they are the ones, so that this is a warning.

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
    level: .error, facts: ["distributes_weights", "distributes_product", "fine_tunes"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let adaptations = adaptations(subject)
    guard let relabeling = Relabeling(subject, { DerivativeTerms(base: $0).demand == .reciprocity }) else {
      return adaptations.isEmpty ? [.notApplicable] : adaptations
    }
    let all = labels(subject, relabeling) + adaptations
    let answers = all.filter { if case .satisfied = $0 { false } else { true } }
    return answers.isEmpty ? [.satisfied] : answers
  }

  private func labels(_ subject: Subject, _ relabeling: Relabeling) -> [Outcome] {
    let outcomes = relabeling.outcomes(.relicensed)
    if outcomes.contains(where: { if case .violated = $0 { true } else { false } }) { return outcomes }
    let shared = relabeling.standings.first {
      // What may not be changed at all is told with the change itself.
      $0.standing == .admissible && $0.base.terms.derivatives.value != false
        && DerivativeTerms(base: $0.base).barsSharing($0.edge.relation)
        // Of somebody else's model that does not say how it was made, nothing is claimed, nor of one that only changes the format.
        && (![nil, .quantized, .converted].contains($0.edge.relation) || subject.model.isOwn)
    }
    guard let shared, subject.isDistributed == .true else { return outcomes }
    return [.violated(sharing(subject, relabeling.label, shared))]
  }

  /// The label is the base's own, and sharing the model is what the license does not allow.
  private func sharing(_ subject: Subject, _ label: Label, _ found: BaseStanding) -> Violation {
    let isCertain = subject.model.isOwn && found.edge.relation != nil
    return Violation(
      .shared(subject.nameAtStart, found),
      fix: "Do not hand the model on, or get the licensor's permission.", license: found.base.id,
      clause: found.base.terms.derivativeLicense.clause, level: isCertain ? .error : .warning,
      location: label.location, related: Wording.lineage(of: subject.model))
  }

  /// What the policy or a training configuration says is made from a model that may not be changed, or not be shared changed.
  private func adaptations(_ subject: Subject) -> [Outcome] {
    let training = subject.references.first { $0.kind == .trainingConfig && $0.role == .base }
    guard training != nil || subject.isShipped else { return [] }
    // A model of the tree is made from its bases; that it is made into another, nothing says. One without bases, under a license that
    // lets nobody change it, is somebody else's.
    let own = subject.model.lineage.isEmpty ? subject.applicableLicenses.filter(\.license.barsChanges) : []
    let licenses = subject.model.isLocal ? own + baseLicenses(subject.model) : subject.applicableLicenses
    return licenses.compactMap { adaptation(subject, $0, training) }
  }

  private func baseLicenses(_ model: ResolvedModel) -> [ApplicableLicense] {
    model.lineage.flatMap { edge in
      edge.license.candidates.filter { $0.reaches(by: edge.relation) }.map {
        ApplicableLicense(license: $0, edge: edge)
      }
    }
  }

  private func adaptation(
    _ subject: Subject, _ applicable: ApplicableLicense, _ training: ModelReference?
  ) -> Outcome? {
    let (facts, terms) = (subject.facts, applicable.license.terms)
    let isBarred = applicable.license.barsChanges
    let isMadeFrom = subject.model.isLocal && applicable.edge != nil
    guard isBarred || (terms.derivativeLicense.value == Terms.DerivativeLicense.none && !subject.model.isLocal) else {
      return nil
    }
    let isMade = training != nil || isMadeFrom ? .true : facts.fineTunes.tristate
    let isShared = facts.distributesWeights.tristate.or(facts.distributesProduct.tristate)
    let clause = isBarred ? terms.derivatives.clause : terms.derivativeLicense.clause
    let name = Wording.license(applicable, clause: clause)
    switch isBarred ? isMade : isMade.and(isShared) {
    case .false: return .satisfied
    case .unknown:
      var open: [FactName] = isMade == .unknown ? [.fineTunes] : []
      if !isBarred, isShared == .unknown {
        open += [.distributesWeights, .distributesProduct].filter { facts[$0].value == nil }
      }
      return .undetermined(
        Undetermined(
          open, license: applicable.license.id, clause: clause,
          question: isBarred
            ? "\(name) does not let the model be changed" : "\(name) does not let derivatives be shared"))
    case .true:
      let shared = [facts.distributesWeights, facts.distributesProduct].first { $0.tristate == .true }
      let who =
        training.map { "\($0.location.path) trains from it" }
        ?? "the policy says that models are fine-tuned\(Wording.origin(facts.fineTunes.origin))"
      return .violated(
        Violation(
          isBarred
            ? .changed(subject.name, isMadeFrom ? "it was made from such a model" : who, name)
            : .adapted(subject.name, who, Wording.origin(shared?.origin), name),
          fix: "Choose a base whose license allows it, or get the licensor's permission.",
          license: applicable.license.id, clause: clause,
          level: subject.model.isLocal && !isMadeFrom && training == nil ? .warning : nil, location: training?.location,
          related: applicable.edge == nil ? [] : Wording.lineage(of: subject.model)))
    }
  }
}

extension License {
  /// True where the license does not let its model be changed, for whatever use.
  fileprivate var barsChanges: Bool { terms.derivatives.value == false }
}

extension String {
  fileprivate static func shared(_ model: String, _ found: BaseStanding) -> String {
    let relation = found.edge.relation.map { " (\($0.rawValue))" } ?? ""
    return
      "\(model) reaches others, and its base \(found.edge.base.id)\(relation) is under the \(found.base.nameAfterArticle), which does not let derivatives be shared\(Wording.clause(found.base.terms.derivativeLicense.clause))."
  }

  fileprivate static func adapted(_ model: String, _ who: String, _ origin: String, _ license: String) -> String {
    "What is made from \(model) reaches others: \(who), weights or products with them are handed out\(origin), and \(license) does not let derivatives be shared."
  }

  fileprivate static func changed(_ model: String, _ who: String, _ license: String) -> String {
    "The policy or the tree has \(model) changed: \(who), and \(license) does not allow that."
  }
}
