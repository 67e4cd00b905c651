internal import ProvisoCore

/// AIL103: a permissive base stands under another label, and its license text is not there.
struct NoticesLost: Rule {
  let description = RuleDescription(
    id: "AIL103", name: "notices-lost", title: "Permissive base relicensed, notices lost",
    summary:
      "A model is declared under another license than its permissive base, and the base's license text lies nowhere in the tree: the one thing that such a license asks for.",
    help: """
      Permissive licenses let a derivative stand under other terms. What they ask in return is that their text and notices go along (Apache-2.0 4(a), (c) and (d); \
      MIT, paragraph 2). A card with another label and no text of the base's license drops them.

      As long as nothing says that the model is distributed, this is a note; where it is not, the rule does not apply.

      **Fix**: put the base's license text beside the weights or into `third_party/`, or declare the base's license.

      Violation: `license: apache-2.0` over `microsoft/phi-4` (MIT), and no copy of the MIT License.

      Cure: the text of the MIT License with its copyright line, in `LICENSE.base`.
      """,
    level: .note, facts: ["distributes_weights", "distributes_product"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    guard subject.model.isOwn, let label = Label(of: subject.model) else {
      return [.notApplicable]
    }
    let bases = permissiveBases(subject.model, label)
    guard !bases.isEmpty, subject.isDistributed != .false else { return [.notApplicable] }
    // `check` and the policy's tests see no files: the duty is told.
    let texts = Set(subject.model.licenseTexts.compactMap { $0.recognition?.license })
    // Wherever it lies, as for AIL201.
    let evidence = DutyEvidence(list: subject.evidence)
    let lost = bases.filter { !texts.contains($0.license.id) && !evidence.licenseCopy($0.license).met }
    guard !lost.isEmpty else { return [.satisfied] }
    return lost.map { .violated(violation(subject, label, $0.edge, $0.license)) }
  }

  /// The first base under each permissive license that the label does not repeat.
  private func permissiveBases(_ model: ResolvedModel, _ label: Label) -> [(edge: LineageEdge, license: License)] {
    var told: Set<String> = Set(label.licenses.map(\.id))
    return model.lineage.compactMap { edge in
      guard let license = edge.license.candidates.first, license.category == .permissive,
        license.terms.licenseCopy.value == true, license.terms.licenseCopyAppliesTo != .unmodifiedCopies,
        DerivativeTerms(base: license).covers(edge.relation),
        !label.speaks(of: license), told.insert(license.id).inserted
      else { return nil }
      return (edge, license)
    }
  }

  private func violation(_ subject: Subject, _ label: Label, _ edge: LineageEdge, _ base: License) -> Violation {
    let clause = base.terms.licenseCopy.clause
    return Violation(
      .lost(subject.nameAtStart, label.words, edge, base, clause),
      fix: "Put the text of the \(base.nameAfterArticle) with its notices beside the weights.", license: base.id,
      clause: clause,
      level: subject.isDistributed == .true ? .warning : .note, location: label.location,
      related: Wording.lineage(of: subject.model))
  }
}

extension String {
  fileprivate static func lost(
    _ model: String, _ declared: String, _ edge: LineageEdge, _ base: License, _ clause: String?
  ) -> String {
    "\(model) is declared under \(declared), and its base \(edge.base.id) is under the \(base.nameAfterArticle), which asks that its text go along\(Wording.clause(clause)); no copy lies here."
  }
}
