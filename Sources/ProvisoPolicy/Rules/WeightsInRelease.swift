internal import ProvisoCore

/// AIL208: weights that may not be handed out are part of what is handed out.
struct WeightsInRelease: Rule {
  let description = RuleDescription(
    id: "AIL208", name: "weights-in-release", title: "Weights in a release artifact against policy",
    summary:
      "A container image or a shipped product takes weights along, and their license does not allow passing them on, or not in commercial use.",
    help: """
      `COPY model.safetensors` makes whoever pulls the image a recipient. Some licenses do not allow passing weights on at all; non-commercial ones not as part of a commercial product.

      **Fix**: fetch the weights at run time under the user's own acceptance, or choose other weights.

      Violation: `COPY models/musicgen.safetensors /models/` with a CC BY-NC model in a commercial service.

      Cure: the same image without the weights, which are fetched when it starts.
      """,
    level: .error, facts: ["commercial", "distributes_weights", "distributes_product"])

  let spansFiles = true

  package func evaluate(_ subject: Subject) -> [Outcome] {
    guard let release = subject.release else { return [.notApplicable] }
    let barring = subject.applicableLicenses.filter {
      $0.license.terms.redistribution.value == false || $0.license.terms.commercialUse.value == .no
    }
    return barring.isEmpty ? [.satisfied] : barring.map { outcome(subject, $0, release) }
  }

  private func outcome(_ subject: Subject, _ barring: ApplicableLicense, _ release: Release) -> Outcome {
    let terms = barring.license.terms
    func violated(_ what: String, _ clause: String?) -> Outcome {
      .violated(
        Violation(
          .takesAlong(subject.name, release.words, "\(Wording.license(barring, clause: clause)) \(what)"),
          fix: "Fetch the weights at run time instead, or choose weights whose license allows passing them on.",
          license: barring.license.id, clause: clause, location: release.location,
          related: barring.edge == nil ? [] : Wording.lineage(of: subject.model)))
    }
    if terms.redistribution.value == false {
      return violated("does not allow passing them on", terms.redistribution.clause)
    }
    let clause = terms.commercialUse.clause
    switch subject.facts.commercial.tristate {
    case .true: return violated("allows no commercial use", clause)
    case .false: return .satisfied
    case .unknown:
      return .undetermined(
        Undetermined(
          [.commercial], license: barring.license.id, clause: clause,
          question: "\(Wording.license(barring, clause: clause)) allows no commercial use, and \(release.words)"))
    }
  }
}

/// What takes weights along.
struct Release {
  var words: String
  var location: Location?
}

extension Subject {
  /// An image that copies the model's files, or a product that the policy says is shipped with weights that lie in the tree.
  fileprivate var release: Release? {
    let copied = references.first { $0.kind == .dockerfile && $0.role == .bundled }
    if let copied {
      return Release(words: "\(copied.location.path) copies its weights into an image", location: copied.location)
    }
    guard model.isLocal, let weights = references.first(where: { $0.kind == .weights && $0.scope == .production })
    else { return nil }
    let shipped = facts.distributesProduct
    guard shipped.tristate == .true else { return nil }
    return Release(
      words: "products are shipped\(Wording.origin(shipped.origin)) with weights such as \(weights.location.path)",
      location: weights.location)
  }
}

extension String {
  fileprivate static func takesAlong(_ model: String, _ release: String, _ limit: String) -> String {
    "Weights of \(model) are part of a release: \(release), and \(limit)."
  }
}
