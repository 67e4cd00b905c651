internal import ProvisoCore

/// AIL006: terms have to be accepted before the model can be had, or its users have to register.
struct GatedModel: Rule {
  let description = RuleDescription(
    id: "AIL006", name: "gated-model", title: "Gated model, or one that asks for registration",
    summary:
      "The model is handed out only to those who have accepted terms: its card says so with `extra_gated_*` keys, or the hub is known to ask. Or its license asks commercial users to register with the publisher.",
    help: """
      Whoever clicks "agree" accepts for somebody: the company, or only themselves. A build that uses a personal token runs on one person's acceptance.

      Stability AI's Community License (III), Kolors' (2.c), ChatGLM3's (2) and others allow commercial use to those who have registered with the publisher: without an agreement that says so this is a warning. Where \
      registering is only the way to a license for commerce (Yi's, Orion's), the agreement has to be that license (`lifts: commercial`).

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
    level: .note, facts: ["commercial"])

  let spansFiles = true

  package func evaluate(_ subject: Subject) -> [Outcome] {
    guard subject.model.isLocal || subject.isShipped else { return [.notApplicable] }
    let outcomes = [gate(subject)].compactMap(\.self) + registrations(subject)
    return outcomes.isEmpty ? [.notApplicable] : outcomes
  }

  private func gate(_ subject: Subject) -> Outcome? {
    guard let gate = subject.model.gate else { return nil }
    if subject.agreement != nil { return .satisfied }
    return .violated(
      Violation(
        subject.model.isLocal ? .asks(subject.name, gate.evidence) : .isGated(subject.nameAtStart, gate.evidence),
        fix:
          "Record under `agreements` in the policy who has accepted the terms for the organization (`lifts: access`).",
        license: subject.model.license.concluded, location: gate.location))
  }

  private func registrations(_ subject: Subject) -> [Outcome] {
    subject.applicableLicenses.compactMap { applicable in
      let license = applicable.license
      guard license.terms.registration.value == true else { return nil }
      return registration(subject, applicable)
    }
  }

  private func registration(_ subject: Subject, _ applicable: ApplicableLicense) -> Outcome {
    let (license, clause) = (applicable.license, applicable.license.terms.registration.clause)
    let isForCommerce = license.terms.registrationAppliesTo == .commercialUse
    let commercial = subject.facts.commercial
    let isDue = isForCommerce ? commercial.tristate : .true
    let name = Wording.license(applicable, clause: clause)
    switch isDue {
    case .false: return .satisfied
    case _ where subject.agreement != nil: return .satisfied
    // Who is above the line needs more than to register: AIL302 and AIL303 say so.
    case _ where isAboveLine(subject, license): return .notApplicable
    case .unknown:
      return .undetermined(
        Undetermined(
          [.commercial], license: license.id, clause: clause,
          question: "\(name) asks whoever uses the model commercially to register with the publisher"))
    case .true:
      return .violated(
        Violation(
          .asksToRegister(subject.nameAtStart, isForCommerce ? Wording.origin(commercial.origin) : nil, name),
          fix: license.registrationOpensCommerce
            ? "Register with the publisher, and record it under `agreements` in the policy (`lifts: access`)."
            : "Register with the publisher for its license for commercial use, and record that under `agreements` in the policy (`lifts: commercial`).",
          license: license.id, clause: clause, level: .warning,
          related: applicable.edge == nil ? [] : Wording.lineage(of: subject.model)))
    }
  }

  private func isAboveLine(_ subject: Subject, _ license: License) -> Bool {
    license.terms.thresholds.contains { threshold in
      guard threshold.effect != .display else { return false }
      let test = ThresholdTest(
        threshold: threshold, facts: subject.facts, affiliatesIncluded: subject.affiliatesIncluded)
      if case .over = test.answer() { return true }
      return false
    }
  }
}

extension License {
  /// True where whoever has registered may use the model commercially, as far as no number says otherwise. Commerce that is barred
  /// for all stays so.
  fileprivate var registrationOpensCommerce: Bool {
    terms.registrationAppliesTo != .commercialUse || terms.registrationOpens == .commercialUse
      || (terms.commercialUse.value == .conditional && !hasUncountedConditions)
  }
}

extension String {
  fileprivate static func isGated(_ model: String, _ evidence: String) -> String {
    "\(model) is handed out only to those who have accepted terms: \(evidence)."
  }

  fileprivate static func asks(_ model: String, _ evidence: String) -> String {
    "Whoever wants \(model) has to accept terms first: \(evidence)."
  }

  fileprivate static func asksToRegister(_ model: String, _ commerce: String?, _ license: String) -> String {
    let use = commerce.map { "commercial use\($0)" } ?? "use"
    return
      "\(model) is in \(use), and \(license) asks for registration with the publisher before that; the policy names no agreement."
  }
}
