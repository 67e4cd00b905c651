internal import ProvisoCore

/// AIL102: a derivative is labelled freer than its base allows.
struct RestrictedBaseRelicensed: Rule {
  let description = RuleDescription(
    id: "AIL102", name: "restricted-base-relicensed", title: "Restricted base relicensed",
    summary:
      "A model is declared under a license that leaves out the conditions of its base's license: they go along to derivatives whatever the label says.",
    help: """
      The conditions of the Llama, Gemma, RAIL, Qwen, Hunyuan, Stability and research licenses go along to fine-tunes, merges, adapters and quantizations; \
      Gemma's, RAIL's and others' go along to models that learn from outputs too. A label such as `apache-2.0` or `mit` promises recipients rights that whoever put it there was not given.

      For a model of somebody else this is a warning, as it is for one of your own of which nothing says that it is distributed. A label that names another \
      edition of the base's license is AIL104's; bases that ask for the same license, or for no commerce, are AIL105's.

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
    guard let relabeling = Relabeling(subject, { DerivativeTerms(base: $0).demand == .conditions }) else {
      return [.notApplicable]
    }
    let outcomes = relabeling.outcomes(.relicensed)
    let tagged = taggedBases(subject, relabeling.label)
    guard !tagged.isEmpty else { return outcomes }
    return outcomes.filter { if case .violated = $0 { true } else { false } } + tagged
  }

  /// A base whose tag names a line of restricted licenses and no text: a free label leaves out whichever of them it is.
  private func taggedBases(_ subject: Subject, _ label: Label) -> [Outcome] {
    let edges = subject.model.lineage.compactMap { edge in
      edge.license.claims.first { $0.kind == .familyTag && Self.restrictedTags.contains($0.license.lowercased()) }
        .map { (edge: edge, tag: $0.license) }
    }
    guard label.isFree, let (edge, tag) = edges.first, !Relabeling.staysHere(subject) else { return [] }
    return [
      .violated(
        Violation(
          .taggedBase(subject.nameAtStart, label.words, edge.base.id, tag),
          fix: "Find out which text the base is under, and declare that.", license: tag,
          level: Relabeling.level(subject, label, over: nil), location: label.location,
          related: Wording.lineage(of: subject.model)))
    ]
  }

  private static let restrictedTags: Set<String> = ["openrail", "openrail-m", "rail", "llama"]
}

extension String {
  fileprivate static func taggedBase(_ model: String, _ declared: String, _ base: String, _ tag: String) -> String {
    "\(model) is declared under \(declared), and its base \(base) is tagged \(tag): the licenses that go by this tag all carry conditions that go along to derivatives."
  }
}
