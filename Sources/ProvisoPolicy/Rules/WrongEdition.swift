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
    return relabeling.outcomes(.otherEdition)
  }
}
