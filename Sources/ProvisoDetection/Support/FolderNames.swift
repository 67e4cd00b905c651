package import ProvisoCore

/// Names that are folders of the tree: `zephyr/zephyr-7b-alpha` in the text of a repository that has such a folder leads there.
package enum FolderNames {
  /// Leaves out what only may be a model, of an owner whom nobody knows, and is a folder at the root or beside the file that names
  /// it. What a loading call is given stays.
  ///
  /// - Parameter paths: of the files of the tree.
  package static func left(out detections: Detections, paths: some Sequence<String>) -> Detections {
    var places: [Substring: [Int]] = [:]
    for (index, reference) in detections.references.enumerated() where mayBeFolder(reference) {
      let folder = FilePath(reference.location.path).directory
      places[reference.asWritten[...], default: []].append(index)
      if folder != "." { places["\(folder)/\(reference.asWritten)"[...], default: []].append(index) }
    }
    guard !places.isEmpty else { return detections }
    var folders: Set<Int> = []
    for path in paths {
      for slash in path.utf8.indices where path.utf8[slash] == UInt8(ascii: "/") {
        if let indices = places[path[..<slash]] { folders.formUnion(indices) }
      }
    }
    guard !folders.isEmpty else { return detections }
    var detections = detections
    detections.references = detections.references.enumerated().filter { !folders.contains($0.offset) }.map(\.element)
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
