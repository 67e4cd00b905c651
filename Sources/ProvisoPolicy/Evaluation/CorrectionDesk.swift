internal import ProvisoCore

/// Keeps account of which corrections have corrected something.
struct CorrectionDesk {
  private let used: Set<PolicyOrigin>

  init(_ models: [ResolvedModel]) {
    let claims = models.lazy.flatMap { $0.license.claims + $0.lineage.flatMap(\.license.claims) }
    used = Set(
      claims.filter { $0.source == .correction }.compactMap(\.location).map {
        PolicyOrigin(path: $0.path, line: $0.line)
      })
  }

  /// - Parameter void: those that the scan did not let count, with the reason.
  func entries(of corrections: [Correction], void: [PolicyOrigin: String]) -> [PolicyUse.Entry] {
    corrections.map { correction in
      let state: PolicyUse.State =
        void[correction.origin].map { .void($0) } ?? (used.contains(correction.origin) ? .used : .unused)
      return PolicyUse.Entry(kind: .correction, name: correction.model, origin: correction.origin, state: state)
    }
  }
}
