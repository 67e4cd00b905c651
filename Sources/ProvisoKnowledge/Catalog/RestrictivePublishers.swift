internal import ProvisoCore

/// Publishers of whose models on file more than half are under restricted licenses, or under ones of their own: what one of them made of
/// another's free model, and nobody has labeled, is as likely under such a license.
package enum RestrictivePublishers {
  /// - Parameter owner: What stands before the slash of an id, in any case.
  package static func contains(_ owner: some StringProtocol) -> Bool {
    let owner = owner.lowercased()
    guard !owner.isEmpty, !ModelPublishers.repackagers.contains(owner), let table = HubModels.table else {
      return false
    }
    return kept.value(of: owner) { table.hasRow(startingWith: owner + "/") && read(owner, table) }
  }

  private static func read(_ owner: String, _ table: ModelTable<EmbeddedBytes>) -> Bool {
    let labels = table.labels(startingWith: owner + "/", limit: 1024).map(\.license).filter {
      !["", "none-declared"].contains($0)
    }
    return labels.count >= minimumModels && labels.count { !DoubtedLabels.isFree($0) } * 2 > labels.count
  }

  private static let minimumModels = 8
  private static let kept = Remembered<String, Bool>(limit: 4_096)
}
