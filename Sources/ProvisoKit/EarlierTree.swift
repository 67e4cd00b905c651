internal import ProvisoCore
internal import ProvisoDetection
internal import ProvisoFiles
internal import ProvisoText

/// What detection finds in the tree of an earlier commit. Files that have not changed since are not looked at twice, and files
/// that were moved count under their new path, so that their findings stay theirs.
struct EarlierTree {
  /// nil for `HEAD` before the first commit: nothing was there then.
  let commit: String?
  /// What of the earlier tree is not there to be read.
  private(set) var notifications: [Notification] = []
  /// The repository's objects, then those of its submodules.
  private var gits: [GitObjects] = []
  private let runner: DetectorRunner
  private var entries: [Entry] = []
  private let repository: GitRepository

  private struct Entry {
    /// Whose object it is, among ``gits``.
    var git: Int
    /// Relative to the scan root, after moving.
    var path: String
    var object: GitObjects.File
    /// The file that has this path now.
    var current: ScannedFile?
  }

  /// Larger files than this are not searched in the tree as it is now either.
  private static let maximumText = 32 << 20
  /// A weight file of this size is compared by size: nobody edits some bytes of it.
  private static let maximumWeights = 1 << 20
  private static let batch = (bytes: 32 << 20, files: 1_000)
  /// Submodules of submodules are followed this far.
  private static let maximumDepth = 4

  /// - Parameter isInScope: whether the scan would look at a file of that path, relative to the scan root.
  init(
    _ since: ScanOptions.Since, root: String, current: ScannedFiles, runner: DetectorRunner,
    isInScope: (String) -> Bool
  ) throws(ScanError) {
    guard let repository = GitRepository(around: root), let real = FileSystem.realPath(root),
      let path = repository.relative(real)
    else {
      throw ScanError(message: "--since \(since.revision): \(root) lies in no git repository.")
    }
    // The scan of one file has that file's name as its path.
    let folder =
      FileSystem.type(of: real) == .regular ? path.split(separator: "/").dropLast().joined(separator: "/") : path
    let prefix = folder.isEmpty ? "" : folder + "/"
    self.runner = runner
    self.repository = repository
    do throws(GitError) {
      let git = try GitObjects(root: repository.root, searchPath: since.searchPath, home: since.home)
      guard since.revision != "HEAD" || !git.isBeforeFirstCommit else {
        commit = nil
        return
      }
      let commit = git.forkPoint(try git.commit(since.revision))
      self.commit = commit
      let renames = try git.renames(since: commit)
      let files = current.byPath()
      var waiting = [(git: git, root: repository.root, path: "", commit: commit, depth: 0)]
      while let next = waiting.popLast() {
        let tree = try next.git.tree(of: next.commit)
        gits.append(next.git)
        for object in tree.files {
          let path = next.path + (next.depth == 0 ? renames[object.path] ?? object.path : object.path)
          guard path.utf8.starts(with: prefix.utf8) else { continue }
          let relative = String(decoding: path.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
          guard files[relative] != nil || isInScope(relative) else { continue }
          entries.append(Entry(git: gits.count - 1, path: relative, object: object, current: files[relative]))
        }
        try addLinks(of: tree, prefix: next.path, scanned: prefix, files: files)
        for module in tree.submodules where next.depth < Self.maximumDepth {
          let (root, path) = ("\(next.root)/\(module.path)", "\(next.path)\(module.path)/")
          // One that is not checked out has no files now either.
          guard path.utf8.starts(with: prefix.utf8) || prefix.utf8.starts(with: path.utf8),
            GitRepository(around: root)?.root == root
          else { continue }
          let inner = try GitObjects(root: root, searchPath: since.searchPath, home: since.home)
          if (try? inner.commit(module.commit)) != nil {
            waiting.append((inner, root, path, module.commit, next.depth + 1))
          } else {
            notifications.append(.noCommit(module, path))
          }
        }
      }
    } catch {
      throw ScanError(message: "--since \(since.revision): \(error.message)")
    }
  }

  /// Adds what the links of a tree led to, where a file is read through them now.
  private mutating func addLinks(
    of tree: GitObjects.Tree, prefix: String, scanned: String, files: [String: ScannedFile]
  ) throws(GitError) {
    let links = tree.links.compactMap { link -> (link: GitObjects.File, path: String)? in
      let path = prefix + link.path
      guard link.size <= 4_096, path.utf8.starts(with: scanned.utf8) else { return nil }
      let relative = String(decoding: path.utf8.dropFirst(scanned.utf8.count), as: UTF8.self)
      return files[relative] == nil ? nil : (link, relative)
    }
    guard let git = gits.last, !links.isEmpty else { return }
    let objects = Dictionary(tree.files.map { ($0.path, $0) }) { first, _ in first }
    for (link, bytes) in zip(links, try git.contents(links.map(\.link))) {
      let folder = link.link.path.split(separator: "/").dropLast().joined(separator: "/")
      let target = String(decoding: bytes, as: UTF8.self)
      // From the repository's root, which for this is the root of all.
      guard !target.hasPrefix("/"), let path = FileSystem.absolutePath("/\(folder)/\(target)"),
        let object = objects[String(path.dropFirst())]
      else { continue }
      entries.append(Entry(git: gits.count - 1, path: link.path, object: object, current: files[link.path]))
    }
  }

  /// How a small file of the repository's own tree was, whose `path` is one of this process or absolute.
  func file(_ path: String) -> EarlierFile {
    guard let place = FileSystem.absolutePath(path).flatMap(repository.relative) else { return .outside }
    guard let commit, let git = gits.first,
      let object = try? git.files(of: commit, below: place).first(where: { $0.path == place }),
      object.size <= 1 << 20, let bytes = try? git.contents([object]).first
    else { return .absent }
    return .bytes(bytes)
  }

  func detections() throws(ScanError) -> Detections {
    var all = Detections()
    var whole: [Entry] = []
    for entry in entries {
      if let unread = withoutReading(entry) { all.append(unread) } else { whole.append(entry) }
    }
    try read(whole) { entry, bytes in all.append(detect(entry, bytes)) }
    return all
  }

  /// What of the files leads to the folders of weights that the tree had.
  func uses(of folders: FolderPaths) throws(ScanError) -> Detections {
    var all = Detections()
    let wanted = entries.filter { $0.object.size <= FolderUses.maximumText && folders.wants(FilePath($0.path)) }
    try read(wanted) { entry, bytes in all.append(runner.detect(folders, at: FilePath(entry.path), bytes: bytes)) }
    return all
  }

  /// Reads files, many at once.
  private func read(_ entries: [Entry], _ body: (Entry, [UInt8]) -> Void) throws(ScanError) {
    var batch: [Entry] = []
    var size = 0
    func finish() throws(GitError) {
      defer { (batch, size) = ([], 0) }
      guard let first = batch.first else { return }
      for (entry, bytes) in zip(batch, try gits[first.git].contents(batch.map(\.object))) { body(entry, bytes) }
    }
    do throws(GitError) {
      for entry in entries {
        if let last = batch.last, last.git != entry.git { try finish() }
        batch.append(entry)
        size += entry.object.size
        if size > Self.batch.bytes || batch.count == Self.batch.files { try finish() }
      }
      try finish()
    } catch {
      throw ScanError(message: "--since: \(error.message)")
    }
  }

  /// What is known of a file by its size alone; nil for one that has to be read.
  private func withoutReading(_ entry: Entry) -> Detections? {
    let isWeights = runner.wantsWeights(FilePath(entry.path))
    guard entry.object.size > (isWeights ? Self.maximumWeights : Self.maximumText) else { return nil }
    return entry.current?.detections ?? Detections()
  }

  private func detect(_ entry: Entry, _ bytes: [UInt8]) -> Detections {
    if let current = entry.current, isUnchanged(current.file, bytes) { return current.detections }
    let path = FilePath(entry.path)
    guard runner.wantsWeights(path) else { return runner.detect(textAt: path, bytes: bytes) }
    return runner.detect(weightsAt: path, bytes: ByteSource(bytes))
  }

  /// Whether a file is now what it was. Of a large file git has a pointer (LFS), and the file itself may lie there now.
  private func isUnchanged(_ file: SourceFile, _ bytes: [UInt8]) -> Bool {
    if let now = try? FileReader.read(file, limit: bytes.count), now == bytes { return true }
    guard bytes.starts(with: "version https://git-lfs".utf8),
      let size = try? FileReader.readHead(file, count: 0).fileSize
    else { return false }
    return String(decoding: bytes, as: UTF8.self).contains("\nsize \(size)\n")
  }
}

extension Notification {
  fileprivate static func noCommit(_ module: GitObjects.Submodule, _ path: String) -> Self {
    Self(
      level: .warning,
      message:
        "The submodule had commit \(module.commit) then, which is not in its repository: what is found in it counts as new. Fetch that commit (git submodule update --init without --depth).",
      path: String(path.dropLast()))
  }
}
