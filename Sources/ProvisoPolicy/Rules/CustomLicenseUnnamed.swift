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
    if let link = subject.model.linkWithoutName {
      return [
        .violated(
          Violation(
            .otherWithLinkOnly(subject.nameAtStart, link.link),
            fix: "Add `license_name` to the card, and the license text to the folder.", license: link.link,
            location: link.location))
      ]
    }
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

extension ResolvedModel {
  /// `license: other` with the address of a text that is not on file, and neither name nor text; nil where anything else says which.
  var linkWithoutName: (link: String, location: Location)? {
    guard isLocal, license.candidates.isEmpty, licenseTexts.isEmpty,
      let declared = declaredLicenses.first(where: { $0.tag.lowercased() == "other" && $0.name == nil }),
      let link = declared.link, link.hasPrefix("http"), license.claims.contains(where: { $0.license == link })
    else { return nil }
    return (link, declared.location)
  }
}

extension String {
  fileprivate static func otherWithLinkOnly(_ model: String, _ link: String) -> String {
    "\(model) is under a license of its own that only an address tells (\(link)), which has no name and no text here."
  }

  fileprivate static func otherWithoutName(_ model: String, _ evidence: String) -> String {
    "\(model) is under a license of its own that nothing names: \(evidence)."
  }
}
