internal import ProvisoCore
internal import ProvisoKnowledge
internal import Synchronization

/// What lists and rules say of models that others were made from, each looked up once: thousands of models have the same few bases.
final class ListedModels: Sendable {
  struct Listed {
    /// Without what the name says.
    var claims: CatalogClaims
    /// The restricted line that the name carries.
    var line: NamedLine?
  }

  private let kept = Mutex<[String: Listed]>([:])

  /// What is held on to at most; beyond it begins anew.
  private static let limit = 16_384

  /// - Parameter id: of the hub, in the catalog's spelling.
  func model(_ id: String, _ reader: ClaimReader) -> Listed {
    if let listed = kept.withLock({ $0[id] }) { return listed }
    // Two threads may read one model at the same time, and read the same.
    let listed = Listed(
      claims: CatalogClaims(for: .huggingFace(id), reader: reader, readsName: false), line: NamedLine.inName(of: id))
    kept.withLock { kept in
      if kept.count >= Self.limit { kept.removeAll(keepingCapacity: true) }
      kept[id] = listed
    }
    return listed
  }
}
