internal import ProvisoCore
internal import ProvisoKnowledge

/// What the policy has found out about models, against what their metadata say.
struct Corrections {
  let corrections: [LicenseCorrection]
  let reader: ClaimReader

  /// The claims of the corrections of `name`, whichever of its names and spellings they use.
  func claims(for name: ModelName) -> [Claim] {
    corrections.filter { isSame($0.model, name) }.flatMap { correction in
      reader.claims(tag: correction.license, name: nil, link: nil, source: .correction) { words in
        "the policy corrects it to \"\(words)\": \(correction.reason)"
      }.map { claim in
        var claim = claim
        claim.location = correction.location
        return claim
      }
    }
  }

  /// Ids of the hub compare without regard to case, and an older id is the model too.
  private func isSame(_ id: String, _ name: ModelName) -> Bool {
    if id == name.id { return true }
    guard name.registry == .huggingface else { return false }
    return ModelCatalog.canonicalID(of: id).lowercased() == ModelCatalog.canonicalID(of: name.id).lowercased()
  }
}
