internal import ProvisoCore

/// AIL106: a model is made of bases whose licenses leave no license for the whole.
struct IncompatibleMerge: Rule {
  let description = RuleDescription(
    id: "AIL106", name: "incompatible-merge", title: "Merge of incompatible licenses",
    summary:
      "A model is made of several bases, and what the license of one asks of the whole the license of another does not allow: there is none that satisfies both.",
    help: """
      What may be declared for a merge is what every base's license admits, all at once. The GPL bars further restrictions (GPL-3.0 7 and 10) and CC BY-SA terms that \
      restrict what it grants (2(a)(5)(C)), so neither goes with Llama's, Gemma's, RAIL's or non-commercial conditions; two licenses that each ask for \
      themselves do not go together; what may not be adapted goes with nothing.

      GPL-2.0 alone (6) leaves no room for the end of patent rights in Apache-2.0 (3) and a few others, which GPL-3.0 does: for a model of one's own that is a warning, since \
      "or any later version" may stand where nobody has looked.

      Where a license bars improving language models of other families, a merge with another family is a note: somebody has to read the clause.

      For a model of somebody else this is a warning. A recipe of mergekit is held to the same under any name, and told under the model that it names first.

      **Fix**: leave one of the bases out, or get permission from its licensor.

      Violation: a merge of `James-WYang/BigTranslate` (GPL-3.0) and `meta-llama/Llama-2-7b-hf`.

      Cure: a merge of bases under Llama 2 and Apache-2.0, declared under Llama 2's license.
      """,
    level: .error, facts: ["distributes_weights", "distributes_product"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let bases = subject.model.lineage.filter { $0.depth == 1 && !$0.license.candidates.isEmpty }
    let recipes = Self.recipes(subject)
    guard bases.count > 1 || !recipes.isEmpty else { return [.notApplicable] }
    let made = MergeTerms.conflicts(subject.model).map { conflict in
      violation(
        subject, conflict, .incompatible(subject.nameAtStart, conflict), isOwn: subject.model.isOwn,
        related: Wording.lineage(of: subject.model))
    }
    let planned = recipes.flatMap { recipe in
      MergeTerms.conflicts(between: recipe).map { conflict in
        violation(subject, conflict, .incompatible(Self.name(of: recipe), conflict), isOwn: true, related: [])
      }
    }
    guard !made.isEmpty || !planned.isEmpty else { return [.satisfied] }
    let reaching =
      (Relabeling.staysHere(subject) ? [] : made) + (subject.isDistributed == .false ? [] : planned)
    return reaching.isEmpty ? [.notApplicable] : reaching.map { .violated($0) }
  }

  /// The recipes that name the model first, of those that are looked at here.
  private static func recipes(_ subject: Subject) -> [[LineageEdge]] {
    guard !subject.model.merges.isEmpty else { return [] }
    let paths = Set(subject.references.map(\.location.path))
    return subject.model.merges.filter { $0.first?.location.map { paths.contains($0.path) } == true }
  }

  private static func name(of recipe: [LineageEdge]) -> String {
    "What \(recipe.first?.location?.path ?? "the recipe") merges"
  }

  private func violation(
    _ subject: Subject, _ conflict: MergeConflict, _ message: String, isOwn: Bool, related: [RelatedLocation]
  ) -> Violation {
    Violation(
      message,
      fix: isOwn
        ? "Leave one of the bases out, or get permission from its licensor."
        : "Choose a model whose bases go together, or ask its author.",
      license: conflict.license.id, clause: conflict.clause, level: level(conflict, isOwn),
      location: conflict.one.edge.location.flatMap { $0.path.isEmpty ? nil : $0 }, related: related)
  }

  private func level(_ conflict: MergeConflict, _ isOwn: Bool) -> Level {
    switch conflict.reason {
    case .otherFamily: .note
    case .patentCondition: isOwn ? .warning : .note
    case .noDerivatives, .twoSameLicenses, .furtherRestrictions: isOwn ? .error : .warning
    }
  }
}

extension String {
  fileprivate static func incompatible(_ model: String, _ conflict: MergeConflict) -> String {
    let (one, other) = (conflict.one, conflict.other)
    let clause = Wording.clause(conflict.clause)
    let reason =
      switch conflict.reason {
      case .noDerivatives: "the first does not let derivatives be shared\(clause)"
      case .twoSameLicenses: "each asks that the whole stay under itself\(clause)"
      case .furtherRestrictions: "the first bars conditions beyond its own\(clause), and the second brings some"
      case .patentCondition:
        "the first bars conditions beyond its own\(clause), and the second ends patent rights for who sues over patents\(Wording.clause(other.license.terms.patentRetaliation.clause)); version 3 of the first allows that, where the licensor lets one take a later version"
      case .otherFamily:
        "the first bars improving models of other families\(clause); whether \(conflict.isMerge ? "this merge" : "what was made of both") does, somebody has to decide"
      }
    return
      "\(model) is made of \(one.edge.base.id) (\(one.license.name)) and \(other.edge.base.id) (\(other.license.name)): \(reason)."
  }
}
