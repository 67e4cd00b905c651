internal import ProvisoCore

/// AIL109: an adapter lies in the tree, and nothing beside it says what its base stands under.
struct AdapterWithoutBaseLicense: Rule {
  let description = RuleDescription(
    id: "AIL109", name: "adapter-without-base-license", title: "Adapter without base license",
    summary:
      "An adapter's configuration names its base, and there is neither a license nor a card beside it. The adapter is of no use without the base, and the base's license binds whoever uses both.",
    help: """
      Trainers write an adapter's files and no card. Whoever receives them sees some megabytes without conditions; the conditions are those of the base.

      **Fix**: add a card that names the base and its license.

      Violation: `adapter_config.json` and `adapter_model.safetensors`, and nothing else.

      Cure:

      ```yaml
      license: llama3.1
      base_model: meta-llama/Llama-3.1-8B
      base_model_relation: adapter
      ```
      """,
    level: .warning, facts: ["distributes_weights", "distributes_product"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    guard subject.model.isLocal,
      let edge = subject.model.lineage.first(where: { $0.depth == 1 && $0.relation == .adapter })
    else { return [.notApplicable] }
    if subject.hasOwnClaims || isNamedInCard(edge) { return [.satisfied] }
    guard let license = edge.license.concluded, subject.isDistributed != .false else { return [.notApplicable] }
    return [
      .violated(
        Violation(
          .bare(subject.nameAtStart, edge.base.id, license),
          fix: "Add a card that names \(edge.base.id) as `base_model` and declares its license.", license: license,
          location: edge.location, related: []))
    ]
  }

  private func isNamedInCard(_ edge: LineageEdge) -> Bool {
    guard let path = edge.location?.path.lowercased() else { return false }
    return path.hasSuffix(".md") || path.hasSuffix(".mdx") || path.hasSuffix(".markdown")
  }
}

extension String {
  fileprivate static func bare(_ model: String, _ base: String, _ license: String) -> String {
    "\(model) is an adapter for \(base), which is under \(license), and no card or license beside it says so."
  }
}
