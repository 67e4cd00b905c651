internal import ProvisoCore

/// AIL002: something speaks of a license, and its terms are not known.
struct LicenseUnknown: Rule {
  let description = RuleDescription(
    id: "AIL002", name: "license-unknown", title: "License unknown",
    summary:
      "A license is named or its text is there, and it is none whose terms are on file, so nothing could be held against the policy.",
    help: """
      The words were found, the terms are not known: a name that no record answers to, a text that was not recognized, or a listed license \
      that nobody has read for this tool yet. Nothing is guessed from the name.

      **Fix**: read the license. If it is one that is known under another name, say so under `corrections` in the policy.

      Violation: `license: unknown`, or a `LICENSE` file with a text of its own.

      Cure: `license: apache-2.0`, or a correction in the policy.
      """,
    level: .warning)

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let license = subject.model.license
    guard !license.claims.isEmpty, license.candidates.isEmpty else { return [.satisfied] }
    // What AIL003 and AIL004 report is not told twice.
    let reportedElsewhere = license.claims.allSatisfy { [.familyTag, .unnamed].contains($0.kind) }
    guard !reportedElsewhere, let claim = license.claims.first(where: { ![.familyTag, .unnamed].contains($0.kind) })
    else {
      return [.notApplicable]
    }
    let message: String =
      claim.kind == .named
      ? .termsNotOnFile(subject.name, claim.license, claim.evidence) : .notRecognized(subject.name, claim.evidence)
    return [
      .violated(
        Violation(
          message, fix: "Read the license; if it is a known one, record it under `corrections` in the policy.",
          license: claim.license, location: claim.location))
    ]
  }
}

extension String {
  fileprivate static func termsNotOnFile(_ model: String, _ license: String, _ evidence: String) -> String {
    "The license of \(model) is named \(license), and its terms are not on file: \(evidence)."
  }

  fileprivate static func notRecognized(_ model: String, _ evidence: String) -> String {
    "The license of \(model) is not recognized: \(evidence)."
  }
}
