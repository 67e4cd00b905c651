internal import ProvisoCore

/// AIL108: the card declares the license of the code, and the weights have one of their own.
struct CodeLicenseTakenForWeightsLicense: Rule {
  let description = RuleDescription(
    id: "AIL108", name: "code-license-taken-for-weights-license", title: "Code license taken for weights license",
    summary:
      "A license text that is named for the model lies beside the license of the code, or the README gives the weights a license of their own, and the card declares the code's. What holds for the weights is what is said of them.",
    help: """
      Many publishers put their code under a free license and the weights under another, with a text for each: `LICENSE` or `LICENSE-CODE` \
      for the code, `LICENSE-MODEL` for the weights. The card's `license:` has room for one, and often it is the wrong one.

      Without a card the text of the repository is what is taken for the weights' license, whatever its README says of them.

      **Fix**: declare the license of the weights in the card. For somebody else's model, record it under `corrections` in the policy.

      Violation: `license: mit` in the card, the MIT License in `LICENSE`, and the DeepSeek License Agreement in `LICENSE-MODEL`.

      Cure:

      ```yaml
      license: other
      license_name: deepseek
      license_link: LICENSE-MODEL
      ```
      """,
    level: .warning)

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let texts = subject.model.licenseTexts
    guard texts.contains(where: { $0.subject == .model }), texts.contains(where: { $0.subject == .code }) else {
      return [.notApplicable]
    }
    let weights = subject.model.claimsForWeights
    let labels = subject.model.codeLabels
    if labels.isEmpty, let taken = withoutCard(subject, weights) { return [taken] }
    guard !labels.isEmpty else { return [.satisfied] }
    return labels.map { label in
      let code = texts.filter { $0.subject == .code && $0.licenseOfText == label.license }
      let related =
        code.map { RelatedLocation(location: $0.location, message: "the license of the code") }
        + weights.compactMap { claim in
          claim.location.map { RelatedLocation(location: $0, message: "the license of the weights") }
        }
      return .violated(
        Violation(
          .codeLicense(
            subject.name, label.evidence, code.map(\.location.path).joined(separator: ", "),
            weights.map(\.evidence).joined(separator: "; ")),
          fix: "Declare the license of the weights in the card, or record it under `corrections` in the policy.",
          license: weights.first?.license, location: label.location, related: related))
    }
  }
}

extension CodeLicenseTakenForWeightsLicense {
  /// Where no card stands beside the weights, what everybody takes for their license is the text of the repository. A README that gives
  /// them another one is read by people only.
  private func withoutCard(_ subject: Subject, _ weights: [Claim]) -> Outcome? {
    let model = subject.model
    let code = model.licenseTexts.first { $0.subject == .code && $0.recognition != nil }
    guard let code, let first = weights.first, weights.allSatisfy({ $0.source == .readme }), !model.isCorrected,
      !model.license.claims.contains(where: { $0.source == .modelCard || $0.source == .weightMetadata }),
      !weights.contains(where: { $0.license == code.licenseOfText })
    else { return nil }
    return .violated(
      Violation(
        .textOfCode(
          subject.name, code.location.path, code.licenseOfText, weights.map(\.evidence).joined(separator: "; ")),
        fix: "Put the license of the weights beside them: a card with `license:`, or its text as `LICENSE-MODEL`.",
        license: first.license, location: code.location,
        related: weights.compactMap(\.location).map {
          RelatedLocation(location: $0, message: "the license of the weights")
        }))
  }
}

extension ResolvedModel {
  /// What the texts say that are named for the model.
  fileprivate var claimsForWeights: [Claim] {
    let named = licenseTexts.filter { $0.subject == .model }
    return license.claims.filter { claim in
      (claim.source == .licenseFile || claim.source == .readme) && claim.kind != .empty
        && named.contains { $0.location == claim.location }
    }
  }

  /// The card's claims that repeat the license of the code although the text named for the model says otherwise. An edited
  /// text leaves open what it says, and a correction has settled it.
  var codeLabels: [Claim] {
    let code = Set(licenseTexts.filter { $0.subject == .code }.map(\.licenseOfText))
    let weights = claimsForWeights
    guard !isCorrected, !weights.isEmpty, !weights.contains(where: { editedText(of: $0) != nil }) else { return [] }
    return license.claims.filter { claim in
      claim.source == .modelCard && code.contains(claim.license) && !weights.contains { $0.license == claim.license }
    }
  }
}

extension DeclaredLicense {
  /// By the words of a text; in a README's prose, by its name.
  fileprivate var licenseOfText: String { recognition?.license ?? tag }
}

extension String {
  fileprivate static func textOfCode(_ model: String, _ path: String, _ license: String, _ weights: String) -> String {
    "The license text of the repository, \(path) (\(license)), is the code's, and nothing beside \(model) says what holds for the weights: \(weights)."
  }

  fileprivate static func codeLicense(_ model: String, _ label: String, _ code: String, _ weights: String) -> String {
    "The card of \(model) declares the license of the code: \(label), as does \(code). For the weights, \(weights)."
  }
}
