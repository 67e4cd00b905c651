internal import ProvisoCore

/// AIL403: a badge or package metadata shows an open source license for a repository with restricted weights.
struct OpenLicenseShown: Rule {
  let description = RuleDescription(
    id: "AIL403", name: "open-license-shown", title: "Badge or metadata shows an open license over restricted weights",
    summary:
      "A license badge or the license of a package names an OSI-approved license, and weights that the repository holds are under a restricted one. Who reads only the badge takes the weights to be free.",
    help: """
      A badge speaks for the whole repository. Where the code is free and the weights are not, it says the opposite of what holds for the larger part.

      A license text that is named for the model, such as `LICENSE-MODEL`, beside the badge tells the two apart.

      **Fix**: let the badge say "code: MIT" and add one for the weights, or put the license of the weights into `LICENSE-MODEL`.

      Violation: `![License](https://img.shields.io/badge/License-MIT-green)` over weights under CC BY-NC 4.0.

      Cure: `![Weights](https://img.shields.io/badge/weights-CC_BY--NC_4.0-red)` in its place.
      """,
    level: .warning)

  let spansFiles = true

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let open = subject.model.repositoryLabels.filter { $0.licenses.allSatisfy { $0.osiApproved == true } }
    guard subject.model.isLocal, !open.isEmpty else { return [.notApplicable] }
    guard let restricted = subject.applicableLicenses.first(where: { $0.license.category.isRestricted }) else {
      return [.satisfied]
    }
    if subject.model.licenseTexts.contains(where: { $0.subject == .model }) { return [.satisfied] }
    var told: Set<String> = []
    return open.filter { told.insert($0.label.location.path).inserted }.map { label in
      .violated(
        Violation(
          .shows(label, subject.name, Wording.license(restricted, clause: nil)),
          fix: "Say that it is the license of the code, and show the license of the weights beside it.",
          license: restricted.license.id, location: label.label.location,
          related: subject.references.prefix(1).map { RelatedLocation(location: $0.location, message: "the model") }))
    }
  }
}

extension String {
  fileprivate static func shows(_ label: ResolvedLabel, _ model: String, _ license: String) -> String {
    let kind = label.label.kind == .badge ? "A badge" : "The package's metadata"
    return "\(kind) shows \"\(label.label.license)\" for the repository, and \(model) in it is under \(license)."
  }
}
