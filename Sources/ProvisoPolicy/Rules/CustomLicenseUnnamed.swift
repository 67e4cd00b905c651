internal import ProvisoCore

/// AIL003: `license: other` that does not say which.
struct CustomLicenseUnnamed: Rule {
  let description = RuleDescription(
    id: "AIL003", name: "custom-license-unnamed", title: "Custom license without name or link",
    summary:
      "The card says `license: other` and gives no `license_name`, `license_link` or license text. The hub asks for both with `other`.",
    help: """
      `other` means: a license that is not on the hub's list. Which one, only `license_name` and `license_link` (or a text in the repository) can tell.

      **Fix**: give the name and a link, or put the text beside the weights.

      Violation:

      ```yaml
      license: other
      ```

      Cure:

      ```yaml
      license: other
      license_name: acme-model-license
      license_link: LICENSE
      ```
      """,
    level: .warning)

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let claims = subject.model.license.claims
    guard let claim = claims.first(where: { $0.kind == .unnamed }) else { return [.notApplicable] }
    guard !claims.contains(where: { $0.kind == .record || $0.kind == .named }) else { return [.satisfied] }
    return [
      .violated(
        Violation(
          .otherWithoutName(subject.nameAtStart, claim.evidence),
          fix: subject.model.isLocal
            ? "Add `license_name` and `license_link` to the card, or the license text to the folder."
            : "Look up the license where the model is published and record it under `corrections` in the policy.",
          license: claim.license, location: claim.location))
    ]
  }
}

extension String {
  fileprivate static func otherWithoutName(_ model: String, _ evidence: String) -> String {
    "\(model) is under a license of its own that nothing names: \(evidence)."
  }
}
