internal import ProvisoCore

/// AIL104: a derivative names another edition of its base's license.
struct WrongEdition: Rule {
  let description = RuleDescription(
    id: "AIL104", name: "wrong-edition", title: "Wrong edition of the same family",
    summary:
      "A model is declared under another edition of its base's license. Editions of one family ask for different notices, names and displays.",
    help: """
      The license that comes with the base is the one it was published under: Llama 3.1's for a model made from Llama 3.1, whatever has appeared since. \
      Editions differ in substance: Llama 3 bars improving other language models and Llama 3.1 asks for a name instead, the texts of RAIL list different uses, \
      two Hunyuan texts exclude different regions.

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
  fileprivate static func stray(_ model: String, _ claim: Claim, _ right: License?) -> String {
    "\(model) and its base are under the \(right?.name ?? "same license"), and \(claim.evidence): another edition, with notices and duties of its own."
  }
}
