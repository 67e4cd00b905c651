internal import ProvisoCore
internal import ProvisoKnowledge

/// What the policy has found out about models, against what their metadata say.
struct Corrections {
  private let corrections: [(correction: LicenseCorrection, key: String)]
  private let reader: ClaimReader

  init(_ corrections: [LicenseCorrection], reader: ClaimReader) {
    self.corrections = corrections.map { ($0, Self.key($0.model)) }
    self.reader = reader
  }

  /// The claims of the corrections of `name`, whichever of its names and spellings they use.
  func claims(for name: ModelName) -> [Claim] {
    guard !corrections.isEmpty else { return [] }
    let key = name.registry == .huggingface ? Self.key(name.id) : nil
    return corrections.filter { $0.correction.model == name.id || $0.key == key }.flatMap { correction, _ in
      reader.claims(tag: correction.license, name: nil, link: nil, source: .correction) { words in
        "the policy corrects it to \"\(words)\": \(correction.reason)"
      }.map { claim in
        var claim = claim
        claim.location = correction.location
        claim.isUnbound = !correction.isBound
        return claim
      }
    }
  }

  /// Ids of the hub compare without regard to case, and an older id is the model too.
  private static func key(_ id: String) -> String { ModelCatalog.canonicalID(of: id).lowercased() }
}
