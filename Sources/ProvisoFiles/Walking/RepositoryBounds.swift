/// The repository that is scanned: what its own files name is to be read in it, and nowhere else on the machine.
package struct RepositoryBounds: Sendable {
  /// Absolute, without links; nil where there is no repository and nothing is scanned.
  private let root: [UInt8]?

  /// - Parameter folder: the scan root; nil where there is none. Around it the git repository counts, without one it alone.
  package init(around folder: String?) {
    let real = folder.flatMap(FileSystem.realPath)
    root = (FileSystem.gitRoot(above: real ?? ".") ?? real).map { Array($0.utf8) }
  }

  /// Whether the file `path` is one of the repository's: by its name, or by the folder that its name leads to.
  package func hold(_ path: String) -> Bool {
    guard root != nil, let lexical = FileSystem.absolutePath(path).map({ Array($0.utf8) }) else { return false }
    if contains(lexical) { return true }
    let folder = lexical.lastIndex(of: SystemPath.slash).map { Array(lexical[..<max($0, 1)]) } ?? lexical
    return (try? SystemPath.real(folder)).map(contains) ?? false
  }

  /// Whether what lies at `path`, links followed, is outside of the repository. False where nothing lies there.
  package func areLeft(by path: String) -> Bool {
    guard root != nil, let real = try? SystemPath.real(Array(path.utf8)) else { return false }
    return !contains(real)
  }

  private func contains(_ path: [UInt8]) -> Bool {
    guard let root else { return false }
    return path == root
      || path.starts(with: root) && (root.last == SystemPath.slash || path[root.count] == SystemPath.slash)
  }
}
