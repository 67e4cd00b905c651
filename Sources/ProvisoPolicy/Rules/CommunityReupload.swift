internal import ProvisoCore

/// AIL504: the weights come from a re-upload that does not pass on the publisher's license.
struct CommunityReupload: Rule {
  let description = RuleDescription(
    id: "AIL504", name: "community-reupload", title: "Community re-upload instead of publisher",
    summary:
      "A model is taken from somebody who repackages others' models (quantized, converted, mirrored), and the repackager's page does not declare the license of the model.",
    help: """
      A copy in another shape stands under what the original stands under, whatever its page says or leaves out. Taken from the publisher, the license, its text and its notices \
      come along; a re-upload can also vanish, or be something else than its name says.

      **Fix**: take the model from its publisher, or record the license of the original under `corrections`.

      Violation: `acme-quants/Llama-3.1-8B-Instruct-GGUF`, whose page declares no license.

      Cure: `meta-llama/Llama-3.1-8B-Instruct`, or a repackager who declares `llama3.1`.
      """,
    level: .note)

  package func evaluate(_ subject: Subject) -> [Outcome] {
    guard !subject.model.isLocal,
      let edge = subject.model.lineage.first(where: { $0.depth == 1 && [.quantized, .converted].contains($0.relation) }
      ),
      let license = edge.license.concluded, owner(edge.base) != owner(subject.model.name)
    else { return [.notApplicable] }
    let label = Label(of: subject.model, hearsRules: false)
    let ids = edge.license.candidates.map(\.id) + [license]
    if let label, !Set(label.licenses.map(\.id) + label.names).isDisjoint(with: ids) { return [.satisfied] }
    return [
      .violated(
        Violation(
          .reupload(subject.nameAtStart, edge.base.id, license, label?.words),
          fix: "Take \(edge.base.id) from its publisher, or record its license under `corrections` in the policy.",
          license: license))
    ]
  }

  private func owner(_ name: ModelName) -> String {
    String(name.id.prefix { $0 != "/" }).lowercased()
  }
}

extension String {
  fileprivate static func reupload(_ model: String, _ base: String, _ license: String, _ declared: String?) -> String {
    "\(model) is somebody else's copy of \(base), which is under \(license), and \(declared.map { "is declared under \($0)" } ?? "declares no license")."
  }
}
