internal import ProvisoCore

/// AIL006: terms have to be accepted before the model can be had.
struct GatedModel: Rule {
  let description = RuleDescription(
    id: "AIL006", name: "gated-model", title: "Gated model",
    summary:
      "The model is handed out only to those who have accepted terms: its card says so with `extra_gated_*` keys, or the hub is known to ask.",
    help: """
      Whoever clicks "agree" accepts for somebody: the company, or only themselves. A build that uses a personal token runs on one person's acceptance.

      **Fix**: have the terms accepted for the organization, use a token of the organization, and record it under `agreements` in the policy. Every agreement in force that covers the \
      model counts; one that buys nothing else says `lifts: access`.

      Violation: `from_pretrained("meta-llama/Llama-3.2-1B-Instruct")`

      Cure:

      ```yaml
      agreements:
        - id: META-1
          licensor: Meta
          covers: {model: meta-llama/Llama-3.2-1B-Instruct}
          lifts: access
          until: 2027-12-31
          ref: accepted by legal@acme.example on 2026-11-02
      ```
      """,
    level: .note)

  let spansFiles = true

  package func evaluate(_ subject: Subject) -> [Outcome] {
    guard let gate = subject.model.gate else { return [.notApplicable] }
    guard subject.model.isLocal || subject.isShipped else { return [.notApplicable] }
    if subject.agreement != nil { return [.satisfied] }
    return [
      .violated(
        Violation(
          subject.model.isLocal ? .asks(subject.name, gate.evidence) : .isGated(subject.nameAtStart, gate.evidence),
          fix:
            "Record under `agreements` in the policy who has accepted the terms for the organization (`lifts: access`).",
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
