internal import ProvisoCore

/// AIL205: changed weights that nothing says were changed.
struct ChangeNoticeMissing: Rule {
  let description = RuleDescription(
    id: "AIL205", name: "change-notice-missing", title: "Change notice missing",
    summary:
      "The license asks that changes be stated, the weights in the tree were made from another model, and no card says from which and how.",
    help: """
      Apache 2.0 (clause 4(b)), Gemma's terms (3.1), the RAIL licenses (4) and Creative Commons (3(a)(1)(B)) ask that recipients be told that the material was changed. For weights, \
      a model card that names the base does that, for GGUF files one that says what was done: with `base_model_relation` or in a sentence.

      **Fix**: name the base and what was done in the card: `base_model` and `base_model_relation`.

      Violation: a GGUF file whose metadata names its base, and no card.

      Cure:

      ```yaml
      base_model: acme/base
      base_model_relation: quantized
      ```
      """,
    level: .note, facts: ["distributes_weights", "distributes_product", "fine_tunes"])

  let spansFiles = true

  package func evaluate(_ subject: Subject) -> [Outcome] {
    if subject.mode == .scan, subject.model.lineage.isEmpty || !subject.model.isLocal { return [.notApplicable] }
    // Who passes on what somebody else made, as it came, has changed nothing.
    if subject.model.lineage.isEmpty, subject.facts.fineTunes.tristate == .false { return [.notApplicable] }
    guard let first = subject.changeNoticeLicenses.first else { return [.notApplicable] }
    if subject.mode == .scan, subject.model.changeStatement != nil { return [.satisfied] }
    return [outcome(subject, Duty(subject: subject, applicable: first))]
  }

  private func outcome(_ subject: Subject, _ duty: Duty) -> Outcome {
    let license = duty.applicable.license
    let clause = license.terms.changeNotice.clause
    let name = Wording.license(duty.applicable, clause: clause)
    switch duty.withCopies() {
    case .notDue: return .notApplicable
    case .unknown(let facts):
      return duty.undetermined(facts, clause: clause, of: "a word on what was changed", alsoServed: false)
    case .due(let because, _):
      let message: String =
        subject.mode == .check
        ? .wouldState(subject.name, name)
        : .notStated(
          subject.nameAtStart, subject.model.lineage.first?.base.id ?? "", isIt: subject.model.isNamedLikeBase, because,
          name)
      return .violated(
        Violation(
          message, fix: "Say in the model card from which model it was made and how.", license: license.id,
          clause: clause, related: Wording.lineage(of: subject.model)))
    }
  }
}

extension Subject {
  /// The licenses that ask for a statement of changes: the model's own, and those of what it was made from.
  var changeNoticeLicenses: [ApplicableLicense] {
    var seen: Set<String> = []
    let all =
      model.lineage.filter { $0.depth == 1 }.flatMap { edge in
        edge.license.candidates.map { ApplicableLicense(license: $0, edge: edge) }
      } + applicableLicenses
    return all.filter { $0.license.terms.changeNotice.value == true && seen.insert($0.license.id).inserted }
  }
}

extension ResolvedModel {
  /// Whether the file or the folder has the name of its base, which it may be itself: `Qwen3-8B-Q4_K_M.gguf` of `Qwen/Qwen3-8B`.
  fileprivate var isNamedLikeBase: Bool {
    func folded(_ name: String) -> String {
      String(name.split(separator: "/").last ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
    }
    guard let base = lineage.first?.base.id, !folded(base).isEmpty else { return false }
    return folded(name.id).hasPrefix(folded(base))
  }

  /// The place of a card that says what the model was made from. Where the files have another format than any original, the bare field
  /// `base_model` says from what, and not that they were changed.
  var changeStatement: Location? {
    let isOtherFormat = references.contains { reference in
      reference.kind == .weights && [".gguf", ".ggml"].contains { reference.location.path.lowercased().hasSuffix($0) }
    }
    if let changes { return changes }
    return lineage.lazy.filter { !isOtherFormat || $0.relation != nil || $0.confidence < .high || $0.depth > 1 }
      .compactMap(\.location).first { location in
        [".md", ".markdown", ".mdx"].contains { location.path.lowercased().hasSuffix($0) }
      }
  }
}

extension String {
  fileprivate static func notStated(
    _ model: String, _ base: String, isIt: Bool, _ because: String, _ license: String
  ) -> String {
    "\(model) \(isIt ? "is a copy of \(base) or a changed one" : "was made from \(base)"), and no card says what was done. \(Wording.capitalized(because)), and \(license) asks that changes be stated."
  }

  fileprivate static func wouldState(_ model: String, _ license: String) -> String {
    "\(Wording.sentence(license)) asks that whoever passes on a changed \(model) say what was changed."
  }
}
