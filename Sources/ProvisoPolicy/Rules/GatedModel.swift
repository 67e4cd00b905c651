internal import ProvisoCore

/// AIL006: terms have to be accepted before the model can be had.
struct GatedModel: Rule {
  let description = RuleDescription(
    id: "AIL006", name: "gated-model", title: "Gated model",
    summary:
      "The model is handed out only to those who have accepted terms: its card says so with `extra_gated_*` keys, or the hub is known to ask.",
    help: """
      Whoever clicks "agree" accepts for somebody: the company, or only themselves. A build that uses a personal token runs on one person's acceptance.

      **Fix**: record who accepted which terms for the organization, and when, beside the policy; use a token of the organization. When that is done, switch the rule off for these paths.

      Violation: `from_pretrained("meta-llama/Llama-3.2-1B-Instruct")`

      Cure: a model that anybody can have, such as one of the same size under Apache 2.0.
      """,
    level: .note)

  let spansFiles = true

  package func evaluate(_ subject: Subject) -> [Outcome] {
    guard let gate = subject.model.gate else { return [.notApplicable] }
    guard subject.model.isLocal || subject.isShipped else { return [.notApplicable] }
    return [
      .violated(
        Violation(
          subject.model.isLocal ? .asks(subject.name, gate.evidence) : .isGated(subject.nameAtStart, gate.evidence),
          fix: "Record who has accepted the terms for the organization, and which.",
          license: subject.model.license.concluded, location: gate.location))
    ]
  }
}

extension String {
  fileprivate static func isGated(_ model: String, _ evidence: String) -> String {
    "\(model) is handed out only to those who have accepted terms: \(evidence)."
  }

  fileprivate static func asks(_ model: String, _ evidence: String) -> String {
    "Whoever wants \(model) has to accept terms first: \(evidence)."
  }
}
