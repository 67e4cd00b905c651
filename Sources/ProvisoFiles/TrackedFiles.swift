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
      if let bytes = try indexBytes(&path), let index = GitIndex(bytes) { return (index.paths, nil) }
    } catch {
      // A repository without an index tracks nothing yet.
      if error.code == SystemError.notFound || error.code == SystemError.notDirectory { return (PathList(), nil) }
    }
    return (PathList(), FileTrouble(path: String(decoding: path, as: UTF8.self), kind: .gitIndexNotRead))
  }

  /// - Parameter path: `.git` at first, then the file that was to be read.
  /// - Returns: nil for what is no regular file or too large.
  private func indexBytes(_ path: inout [UInt8]) throws(SystemError) -> [UInt8]? {
    let base = root?.descriptor.number
    if try SystemPath.information(path, in: base, following: false).type == .regular {
      // A worktree or a submodule: `gitdir: <path>`, relative to the directory of the file.
      let key = Array("gitdir: ".utf8)
      guard let content = try bytes(path, limit: 1 << 13), content.starts(with: key) else { return nil }
      let target = content.dropFirst(key.count).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      path = target.first == SystemPath.slash ? Array(target) : path.dropLast(".git".utf8.count) + target
    }
    path += Array("/index".utf8)
    return try bytes(path, limit: GitIndex.longest)
  }

  private func bytes(_ path: [UInt8], limit: Int) throws(SystemError) -> [UInt8]? {
    let file = try Descriptor.open(path, in: root?.descriptor.number, flags: Descriptor.readFlags)
    let information = try file.information()
    guard information.type == .regular else { return nil }
    return try file.bytes(size: information.size, limit: limit)
  }
}
