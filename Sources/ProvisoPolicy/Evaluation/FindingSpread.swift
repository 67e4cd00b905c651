internal import ProvisoCore

/// The places that a finding speaks of, though it is told at one: what answers for one folder does not answer for others.
struct FindingSpread {
  let scopes: [Scope: RuleSetting]

  /// The first place in each file; none where the finding speaks of no more than the place that it is told at.
  ///
  /// - Parameter facts: those of a path, with the context that it lies in.
  func places(
    of subject: Subject?, _ violation: Violation, told location: Location?,
    at facts: (String) -> (context: String?, facts: Facts)
  ) -> [Location] {
    guard let subject, let location, subject.references.count > 1 else { return [] }
    if subject.model.isLocal {
      guard violation.location == nil else { return [] }
      // It stands at the model, and speaks of all that use it in this context.
      let users = subject.references.filter { $0.role == .used && facts($0.place).context == subject.context }
      return several(Self.firsts([location] + users.map(\.location)), location)
    }
    var references = subject.references
    if violation.location != nil {
      // A rule that names one place of several speaks of those of its kind.
      guard let kind = references.first(where: { $0.location == location })?.kind else { return [] }
      references = references.filter { $0.kind == kind }
    }
    // What the policy lets tests and examples weigh less for does not decide, as long as there is more.
    let deciding = references.filter { scopes[$0.scope] == nil }
    return several(Self.firsts((deciding.isEmpty ? references : deciding).map(\.location)), location)
  }

  private func several(_ places: [Location], _ location: Location) -> [Location] {
    places.count == 1 && places[0].path == location.path ? [] : places
  }

  private static func firsts(_ locations: [Location]) -> [Location] {
    var seen: Set<String> = []
    return locations.filter { seen.insert($0.path).inserted }
  }
}
