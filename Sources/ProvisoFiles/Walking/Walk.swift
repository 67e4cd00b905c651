/// What a walk found; the same for any number of jobs.
package struct Walk: Sendable {
  /// Sorted by the bytes of their paths.
  package var files: [SourceFile] = []
  /// Sorted by path.
  package var troubles: [FileTrouble] = []
  /// The directories of the tree that links lead to, by the paths of the links; "" is the root. They are not walked through.
  package var folderLinks: [String: String] = [:]
  /// The regular files in scope, those not wanted included.
  package var fileCount = 0

  /// Where the links among ``files`` lead, by their paths; what version control keeps for itself is no file of the tree.
  package var linkTargets: [String: String] {
    var targets: [String: String] = [:]
    for file in files {
      guard let target = file.linkTarget, target != file.path, !target.split(separator: "/").contains(".git") else {
        continue
      }
      targets[file.path] = target
    }
    return targets
  }

  /// The bytes of names that are not UTF-8, by how they are shown; none for what stands for several names.
  package var pathBytes: [String: [UInt8]] {
    var names: [String: Set<[UInt8]>] = [:]
    for file in files {
      guard let bytes = file.unshownBytes else { continue }
      names[String(decoding: bytes, as: UTF8.self), default: []].insert(bytes)
    }
    return names.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// Whether ``files`` has one somewhere below the directory at `path`.
  package func hasFiles(below path: String) -> Bool {
    let prefix = Array(path.utf8) + [SystemPath.slash]
    var (low, high) = (0, files.count)
    while low < high {
      let middle = (low + high) / 2
      if files[middle].pathBytes.lexicographicallyPrecedes(prefix) { low = middle + 1 } else { high = middle }
    }
    return low < files.count && files[low].pathBytes.starts(with: prefix)
  }
}
