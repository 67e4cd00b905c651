package import ProvisoCore

/// Names that are folders of the tree: `zephyr/zephyr-7b-alpha` in the text of a repository that has such a folder leads there.
package enum FolderNames {
  /// Leaves out what only may be a model, of an owner whom nobody knows, and is a folder at the root or beside the file that names
  /// it. What a loading call is given stays.
  ///
  /// - Parameter hasFolder: whether the tree has files below the folder of that path.
  package static func left(out detections: Detections, hasFolder: (String) -> Bool) -> Detections {
    var known: [String: Bool] = [:]
    func isFolder(_ path: String) -> Bool {
      if let known = known[path] { return known }
      let isFolder = hasFolder(path)
      known[path] = isFolder
      return isFolder
    }
    var detections = detections
    detections.references.removeAll { reference in
      guard mayBeFolder(reference) else { return false }
      let folder = FilePath(reference.location.path).directory
      return isFolder(reference.asWritten) || folder != "." && isFolder("\(folder)/\(reference.asWritten)")
    }
    return detections
  }

  private static func mayBeFolder(_ reference: ModelReference) -> Bool {
    guard reference.model.registry == .huggingface, reference.confidence < .high, reference.derivative == nil,
      reference.asWritten == reference.model.id, let slash = reference.asWritten.firstIndex(of: "/")
    else { return false }
    let owner = String(reference.asWritten[..<slash])
    return !Publishers.contains(owner) && !Publishers.isMaker(owner)
  }
}
