internal import ProvisoCore

/// AIL208: weights that may not be handed out are part of what is handed out.
struct WeightsInRelease: Rule {
  let description = RuleDescription(
    id: "AIL208", name: "weights-in-release", title: "Weights in a release artifact against policy",
    summary:
      "A container image or a shipped product takes weights along, and their license does not allow passing them on, or not in commercial use. Or the policy says that weights are handed out, and their license does not allow that at all.",
    help: """
      `COPY model.safetensors` makes whoever pulls the image a recipient, and so does `RUN hf download` in an image that the policy says is shipped. Some licenses do not allow passing weights on \
      at all (YOLO-NAS, AlphaFold 3); non-commercial ones not as part of a commercial product.

      **Fix**: fetch the weights at run time under the user's own acceptance, or choose other weights.

      Violation: `COPY models/musicgen.safetensors /models/` with a CC BY-NC model in a commercial service.

      Cure: the same image without the weights, which are fetched when it starts.
      """,
    level: .error, facts: ["commercial", "distributes_weights", "distributes_product"])

  let spansFiles = true

  package func evaluate(_ subject: Subject) -> [Outcome] {
    let release = subject.release
    let outcomes = subject.applicableLicenses.compactMap { applicable in
      applicable.license.terms.redistribution.value == false
        ? passingOn(subject, applicable, release) : commerce(subject, applicable, release)
    }
    return outcomes.isEmpty ? [release == nil ? .notApplicable : .satisfied] : outcomes
  }

  /// A license that does not allow passing copies on, in whatever way they go.
  private func passingOn(_ subject: Subject, _ barring: ApplicableLicense, _ release: Release?) -> Outcome? {
    guard release != nil || subject.isShipped else { return nil }
    let clause = barring.license.terms.redistribution.clause
    let limit = "\(Wording.license(barring, clause: clause)) does not allow passing them on"
    if let release { return violated(subject, barring, release, limit, clause) }
    if let handedOut = subject.handedOut { return violated(subject, barring, handedOut, limit, clause) }
    let open = [FactName.distributesWeights, .distributesProduct].filter { subject.facts[$0].value == nil }
    guard !open.isEmpty else { return .satisfied }
    return .undetermined(
      Undetermined(
        open, license: barring.license.id, clause: clause,
        question: "\(Wording.license(barring, clause: clause)) does not allow passing weights on"))
  }

  private func commerce(_ subject: Subject, _ barring: ApplicableLicense, _ release: Release?) -> Outcome? {
    guard let release, barring.license.terms.commercialUse.value == .no else { return nil }
    let clause = barring.license.terms.commercialUse.clause
    let limit = "\(Wording.license(barring, clause: clause)) allows no commercial use"
    switch subject.facts.commercial.tristate {
    case .true: return violated(subject, barring, release, limit, clause)
    case .false: return .satisfied
    case .unknown:
      return .undetermined(
        Undetermined(
          [.commercial], license: barring.license.id, clause: clause, question: "\(limit), and \(release.words)"))
    }
  }

  private func violated(
    _ subject: Subject, _ barring: ApplicableLicense, _ release: Release, _ limit: String, _ clause: String?
  ) -> Outcome {
    .violated(
      Violation(
        .takesAlong(subject.name, release.words, limit),
        fix: "Fetch the weights at run time instead, or choose weights whose license allows passing them on.",
        license: barring.license.id, clause: clause, location: release.location,
        related: barring.edge == nil ? [] : Wording.lineage(of: subject.model)))
  }
}

/// What takes weights along.
struct Release {
  var words: String
  var location: Location?
}

extension Subject {
  /// An image that copies the model's files; one that the policy says is shipped, and that fetches them while it is built; or a
  /// product that the policy says is shipped with weights that lie in the tree.
  fileprivate var release: Release? {
    // `COPY` of weights that lie in the tree, in an image of which the policy does not say that it stays here.
    if isDistributed != .false,
      let copied = references.first(where: {
        $0.kind == .dockerfile && ($0.role == .bundled || $0.role == .used && model.isLocal)
      })
    {
      return Release(words: "\(copied.location.path) copies its weights into an image", location: copied.location)
    }
    guard let handedOut else { return nil }
    if let fetched = references.first(where: \.isPutIntoImage) {
      return Release(
        words: "\(fetched.location.path) puts its weights into an image, and \(handedOut.words)",
        location: fetched.location)
    }
    let shipped = facts.distributesProduct
    guard shipped.tristate == .true, model.isLocal,
      let weights = references.first(where: { $0.kind == .weights && $0.scope == .production })
    else { return nil }
    return Release(
      words: "products are shipped\(Wording.origin(shipped.origin)) with weights such as \(weights.location.path)",
      location: weights.location)
  }

  /// The statement of the policy that weights reach others, or the card that publishes them.
  fileprivate var handedOut: Release? {
    let statements = [
      (facts.distributesWeights, "the policy says that weights are handed out"),
      (facts.distributesProduct, "the policy says that products with weights are shipped"),
    ]
    for (fact, words) in statements where fact.tristate == .true {
      return Release(words: words + Wording.origin(fact.origin))
    }
    guard isDistributed == .true, let card = references.first(where: { $0.role == .published }) else { return nil }
    return Release(words: "\(card.location.path) publishes it", location: card.location)
  }
}

extension String {
  fileprivate static func takesAlong(_ model: String, _ release: String, _ limit: String) -> String {
    "Weights of \(model) are part of a release: \(release), and \(limit)."
  }
}
