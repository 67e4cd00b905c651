internal import ProvisoCore

/// AIL101: the sources disagree about a model's license.
struct LicenseConflict: Rule {
  let description = RuleDescription(
    id: "AIL101", name: "license-conflict", title: "Card and license file disagree",
    summary:
      "The card, the license text, the metadata inside the weights and the catalog do not name the same license. Every candidate is evaluated and the strictest decides.",
    help: """
      Labels err in one direction: they are too permissive. Where a card says one thing and the text beside the weights another, whoever relies \
      on the label relies on the weaker evidence.

      A correction in the policy settles it where it is bound to the text that was read (`evidence` with `file` and `sha256`). One that is not, and that makes a model freer than the \
      text beside its weights, is one more source.

      **Fix**: make the sources agree. If one of them is wrong, correct it; for somebody else's model, record what you found under `corrections`.

      Violation: `license: mit` in the card, the Llama 3.1 Community License in `LICENSE`.

      Cure: `license: llama3.1`.
      """,
    level: .warning)

  /// Data of which the terms of one candidate only are on file: of what the others ask no other rule speaks.
  package func evaluate(data subject: Subject) -> [Outcome] {
    guard subject.model.license.candidates.count < 2 else { return [.notApplicable] }
    return evaluate(subject).map { outcome in
      guard case .violated(var violation) = outcome else { return outcome }
      violation.level = .note
      return .violated(violation)
    }
  }

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let license = subject.model.license
    guard license.state == .conflict else { return [license.claims.count > 1 ? .satisfied : .notApplicable] }
    // A bare `other` is at one with a license of the publisher's own. Beside a common free license it is not: there it
    // says that the weights have another one.
    let isOwn = license.candidates.allSatisfy(\.category.isRestricted)
    // A label that is freer than a base allows is told by the rules about bases; a rule for a line of models is no label.
    let isLabelled = Label(of: subject.model, hearsRules: false) != nil
    let claims = license.claims.filter {
      $0.kind != .empty && !($0.kind == .unnamed && isOwn) && ($0.source != .base || !isLabelled)
    }
    // A card that repeats the code's license is AIL108's, where nothing else disagrees.
    let codeLabels = subject.model.codeLabels
    guard Set(claims.filter { !codeLabels.contains($0) }.map(\.license)).count > 1 else { return [.satisfied] }
    let related = claims.compactMap { claim in
      claim.location.map { RelatedLocation(location: $0, message: "says \(claim.license)") }
    }
    let label = claims.first { $0.source == .modelCard } ?? claims.first { $0.location != nil }
    return [
      .violated(
        Violation(
          .disagree(subject.name, claims.map { evidence($0, subject.model) }, license),
          fix: claims.contains(where: \.isUnbound)
            ? "Read the text, and bind the correction to it: `evidence` with its `file` and `sha256`."
            : "Make the sources agree, or record the right license under `corrections` in the policy.",
          license: license.concluded, location: label?.location, related: related))
    ]
  }

  /// How an edited text differs is told by AIL005.
  private func evidence(_ claim: Claim, _ model: ResolvedModel) -> String {
    guard let text = model.editedText(of: claim), let like = text.recognition?.license else { return claim.evidence }
    return .edited(text.location.path, like)
  }
}

extension String {
  fileprivate static func edited(_ path: String, _ license: String) -> String {
    "\(path) is like \(license) but not the same"
  }

  fileprivate static func disagree(_ model: String, _ evidence: [String], _ license: LicenseConclusion) -> String {
    let first = license.candidates.first?.category
    let isTie = license.candidates.count { $0.category == first } > 1
    let end =
      license.concluded.map {
        isTie ? " None is stricter by its kind: all count, \($0) first." : " The strictest, \($0), is taken."
      } ?? ""
    return "The sources disagree about the license of \(model): \(evidence.joined(separator: "; ")).\(end)"
  }
}
