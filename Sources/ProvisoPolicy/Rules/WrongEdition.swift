internal import ProvisoCore

/// AIL104: a derivative names another edition of its base's license.
struct WrongEdition: Rule {
  let description = RuleDescription(
    id: "AIL104", name: "wrong-edition", title: "Wrong edition of the same family",
    summary:
      "A model is declared under another edition of its base's license, or than the text beside it is. Editions of one family ask for different notices, names and displays.",
    help: """
      The license that comes with the base is the one it was published under: Llama 3.1's for a model made from Llama 3.1, whatever has appeared since. \
      Editions differ in substance: Llama 3 bars improving other language models and Llama 3.1 asks for a name instead, the texts of RAIL list different uses, \
      two Hunyuan texts exclude different regions.

      The same is told of a card that names one edition beside the text of another.

      **Fix**: declare the edition of the base.

      Violation:

      ```yaml
      license: llama3.3
      base_model: meta-llama/Llama-3.1-70B
      ```

      Cure:

      ```yaml
      license: llama3.1
      base_model: meta-llama/Llama-3.1-70B
      ```
      """,
    level: .warning, facts: ["distributes_weights", "distributes_product"])

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let overBases = overBases(subject)
    if overBases.contains(where: { if case .violated = $0 { true } else { false } }) { return overBases }
    return disagreement(subject).map { [$0] } ?? overBases
  }

  /// A card and a text beside the weights that name two texts of one family, whatever the bases are.
  private func disagreement(_ subject: Subject) -> Outcome? {
    let license = subject.model.license
    guard subject.model.isLocal, license.candidates.count > 1 else { return nil }
    let ofBases = Set(subject.model.lineage.flatMap(\.license.candidates).map(\.id))
    func records(_ isMeant: (ClaimSource) -> Bool) -> [(claim: Claim, license: License)] {
      license.claims.filter { isMeant($0.source) && $0.kind == .record && $0.expression == nil }.compactMap { claim in
        license.candidates.first { $0.id == claim.license && !ofBases.contains($0.id) }.map { (claim, $0) }
      }
    }
    let texts = records { $0 == .licenseFile }
    // A tag of the hub's for the whole line (`gemma`) names none of its texts.
    let labels = records { $0 == .modelCard }.filter { $0.license.id != $0.license.family }
    for label in labels where !texts.contains(where: { $0.license.id == label.license.id }) {
      let other = texts.first { text in
        License.areEditions([label.license, text.license]) && !label.license.succeeds(text.license)
          && !text.license.succeeds(label.license)
      }
      guard let other else { continue }
      return .violated(
        Violation(
          .disagree(subject.nameAtStart, label.claim, other.claim),
          fix: "Find out which of the two the model was published under, and let the label and the text agree.",
          license: other.license.id, clause: other.license.terms.licenseCopy.clause, location: label.claim.location,
          related: other.claim.location.map { [RelatedLocation(location: $0, message: "the text")] } ?? []))
    }
    return nil
  }

  private func overBases(_ subject: Subject) -> [Outcome] {
    guard !subject.model.lineage.isEmpty, let label = Label(of: subject.model),
      let relabeling = Relabeling(
        subject,
        { base in
          label.licenses.contains { $0.family != nil && $0.family == base.family }
        })
    else { return [.notApplicable] }
    let strays = strays(subject)
    return strays.isEmpty || Relabeling.staysHere(subject) ? relabeling.outcomes(.otherEdition) : strays
  }

  /// Texts of other editions beside the right label.
  private func strays(_ subject: Subject) -> [Outcome] {
    let license = subject.model.license
    let stray = subject.model.strayEditions
    return license.claims.filter { stray.contains($0.license) }.map { claim in
      let right = license.candidates.first { !stray.contains($0.id) }
      return .violated(
        Violation(
          .stray(subject.nameAtStart, claim, right), fix: "Put the text of the base's edition in its place.",
          license: right?.id, clause: right?.terms.licenseCopy.clause, location: claim.location,
          related: Wording.lineage(of: subject.model)))
    }
  }
}

extension String {
  fileprivate static func disagree(_ model: String, _ label: Claim, _ text: Claim) -> String {
    "\(model) has two texts of one family: \(label.evidence), and \(text.evidence). Each has notices and duties of its own, and both are held against the policy."
  }

  fileprivate static func stray(_ model: String, _ claim: Claim, _ right: License?) -> String {
    "\(model) and its base are under the \(right?.nameAfterArticle ?? "same license"), and \(claim.evidence): another edition, with notices and duties of its own."
  }
}
