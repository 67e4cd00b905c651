internal import ProvisoCore

/// The highest level that a finding may have for where its references stand.
struct ScopeCap {
  let scopes: [Scope: RuleSetting]

  /// nil: the finding is not reported at all.
  ///
  /// A model that lies in the tree is there whatever the folder is called, and a finding without references is about the
  /// place itself. Of several scopes the loosest cap counts, and production has none.
  func level(_ level: Level, of model: ResolvedModel?, _ references: [ModelReference]) -> Level? {
    guard let model, !model.isLocal, !references.isEmpty, !references.contains(where: { $0.role >= .bundled })
    else { return level }
    var highest = -1
    for reference in references {
      guard let setting = scopes[reference.scope] else { return level }
      highest = max(highest, setting.severity?.rank ?? Int.max)
    }
    let own = RuleSetting.Severity(rawValue: level.rawValue)?.rank ?? 0
    guard highest < own else { return level }
    return Level.allCases.first { RuleSetting.Severity(rawValue: $0.rawValue)?.rank == highest }
  }
}
