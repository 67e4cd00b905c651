import Synchronization

/// The files that a git repository tracks: an ignore rule does not touch those. Read when first asked for, since most
/// walks of a small tree ignore nothing.
final class TrackedFiles: Sendable {
  /// How many bytes of a path lead to the repository's root, slash included.
  private let base: Int
  private let root: RootDirectory?
  /// Where the repository's `.git` is: below ``root``, or absolute.
  private let gitPath: [UInt8]
  private let state = Mutex<(paths: PathList, trouble: FileTrouble?)?>(nil)

  init(gitPath: [UInt8], in root: RootDirectory?, base: Int) {
    self.gitPath = gitPath
    self.root = root
    self.base = base
  }

  /// What kept the index from being used.
  var trouble: FileTrouble? { state.withLock { $0?.trouble } }

  /// Whether `path` is tracked or, if it is a directory, anything in it.
  func contains(_ path: ArraySlice<UInt8>, isDirectory: Bool) -> Bool {
    let path = path.dropFirst(base)
    return state.withLock { state in
      let paths: PathList
      if let loaded = state {
        paths = loaded.paths
      } else {
        let loaded = load()
        paths = loaded.paths
        state = loaded
      }
      // A directory that is listed itself is a submodule.
      return paths.contains(Array(path)) || isDirectory && paths.contains(below: Array(path))
    }
  }

  private func load() -> (paths: PathList, trouble: FileTrouble?) {
    var path = gitPath
    do throws(SystemError) {
      if let file = try GitIndexFile.read(&path, in: root?.descriptor.number), let index = GitIndex(file.bytes) {
        return (index.paths, nil)
      }
    } catch {
      // A repository without an index tracks nothing yet.
      if error.code == SystemError.notFound || error.code == SystemError.notDirectory { return (PathList(), nil) }
    }
    return (PathList(), FileTrouble(path: String(decoding: path, as: UTF8.self), kind: .gitIndexNotRead))
  }
}
