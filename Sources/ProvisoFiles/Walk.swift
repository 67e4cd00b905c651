/// What a walk found; the same for any number of jobs.
package struct Walk: Sendable {
  /// Sorted by the bytes of their paths.
  package var files: [SourceFile] = []
  /// Sorted by path.
  package var troubles: [FileTrouble] = []
  /// The regular files in scope, those not wanted included.
  package var fileCount = 0

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
