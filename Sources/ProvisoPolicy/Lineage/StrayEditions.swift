internal import ProvisoCore

extension ResolvedModel {
  /// The model's own licenses that are another edition than its bases', where one of its own is theirs: a text that was put beside it
  /// by mistake. What they bar still counts; what they ask to be done is asked by the right edition.
  var strayEditions: Set<String> {
    guard !lineage.isEmpty, license.candidates.count > 1 else { return [] }
    let bases = lineage.flatMap(\.license.candidates)
    let own = Set(license.candidates.map(\.id))
    let right = bases.filter { own.contains($0.id) }
    let stray = license.candidates.filter { candidate in
      guard let family = candidate.family, !bases.contains(where: { $0.id == candidate.id }) else { return false }
      return right.contains { $0.family == family }
    }
    return Set(stray.map(\.id))
  }
}
