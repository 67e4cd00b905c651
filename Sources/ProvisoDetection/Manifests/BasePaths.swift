package import ProvisoCore

/// Bases and data sets that cards name by a path, `base_model: ./base`: a model of the tree, or nothing that anybody could look up.
package enum BasePaths {
  /// Whether a base is named by a path, from the card's folder or from the root.
  static func isPath(_ text: String) -> Bool { text.hasPrefix("./") || text.hasPrefix("../") }

  /// Leaves those that lead to a folder of the tree; the others name no model, which is told.
  ///
  /// - Parameter hasFolder: whether the tree has files below the folder of that path.
  package static func settled(_ detections: Detections, hasFolder: (String) -> Bool) -> Detections {
    func isData(_ reference: ModelReference) -> Bool {
      reference.role == .dataset && reference.model.registry == .local && isPath(reference.model.id)
    }
    guard
      detections.declarations.contains(where: { !$0.pathBases.isEmpty })
        || detections.references.contains(where: isData)
    else { return detections }
    func leads(_ path: String, from place: Location) -> Bool {
      [FilePath(place.path).directory, "."].contains { RelativePath.resolved(path, from: $0).map(hasFolder) ?? false }
    }
    var detections = detections
    // Files elsewhere are nobody's data set.
    detections.references.removeAll { isData($0) && !leads($0.model.id, from: $0.location) }
    for index in detections.declarations.indices {
      let stated = detections.declarations[index].pathBases
      guard !stated.isEmpty else { continue }
      var found: [DeclaredBase] = []
      var unread: [DeclaredName] = []
      for base in stated {
        if leads(base.model.id, from: base.location) {
          found.append(base)
        } else {
          unread.append(DeclaredName(name: base.model.id, location: base.location))
        }
      }
      detections.declarations[index].pathBases = found
      detections.declarations[index].unreadBases += unread
      detections.notifications += unread.map { Self.unread(at: $0.location) }
    }
    return detections
  }

  /// What is told of a base that names no model.
  static func unread(at location: Location) -> Notification {
    Notification(
      level: .warning,
      message:
        "line \(location.line), column \(location.column): `base_model` names no model here, so what its license asks is not known. Write the hub's id, `owner/name`.",
      path: location.path, isIncomplete: true)
  }
}
