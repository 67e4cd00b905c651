internal import ProvisoCore

/// AIL004: a tag that several texts share.
struct FamilyTag: Rule {
  let description = RuleDescription(
    id: "AIL004", name: "family-tag", title: "Family tag names no text",
    summary:
      "The license is given as `openrail`, `cc`, `gpl`, `lgpl`, `bsd`, `llama` or the like: a family whose texts differ in what they allow.",
    help: """
      `cc` can be CC-BY-4.0, which lets anyone do nearly anything, or CC-BY-NC-ND-4.0, which allows hardly anything. `openrail` covers texts \
      with and without non-commercial clauses. A family tag names no text, so there are no terms.

      **Fix**: write the exact identifier.

      Violation: `license: openrail`

      Cure: `license: creativeml-openrail-m`
      """,
    level: .warning)

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let claims = subject.model.license.claims
    guard let claim = claims.first(where: { $0.kind == .familyTag }) else { return [.notApplicable] }
    guard !claims.contains(where: { $0.kind == .record || $0.kind == .named }) else { return [.satisfied] }
    return [
      .violated(
        Violation(
          .namesNoText(subject.name, claim.license, claim.evidence),
          fix: "Write the exact identifier of the license, such as `creativeml-openrail-m` or `cc-by-4.0`.",
          license: claim.license, location: claim.location))
    ]
  }
}

extension String {
  fileprivate static func namesNoText(_ model: String, _ tag: String, _ evidence: String) -> String {
    "The license of \(model) is given as \"\(tag)\", which names a family and no text: \(evidence)."
  }
}
