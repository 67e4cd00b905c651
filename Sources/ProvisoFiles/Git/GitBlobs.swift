/// The files of a git working tree whose contents git has names for: those that are as they were when git last wrote them or
/// compared them, by the rules that git itself goes by (gitformat-index(5); git's "racy" entries are left out).
///
/// The content is never asked for. A file counts as unchanged only if its size, inode, time of writing and time of change are
/// those of the index, to the nanosecond, and it was written before the index was: no program can set the time of change.
package struct GitBlobs: Sendable {
  private let bytes: [UInt8]
  /// The bytes of an object name: 20, or 32 in a repository of SHA-256.
  private let nameLength: Int
  private let modified: FileStamp.Time
  /// Of each file of the walk, where its entry begins in the index; 0 for none.
  private let entries: [UInt32]
  /// The real path of the working tree, with a slash behind it.
  private let tree: [UInt8]

  /// - Parameters:
  ///   - files: of one walk of `root`, in its order.
  ///   - root: the scan root.
  /// - Returns: nil where `root` lies in no working tree, or in one whose index cannot be read.
  package init?(of files: [SourceFile], root: String) {
    guard let real = try? SystemPath.real(Array(root.utf8)), let repository = FileSystem.gitRoot(above: real) else {
      return nil
    }
    let slash = SystemPath.slash
    tree = repository.last == slash ? repository : repository + [slash]
    var git = tree
    let prefix = real.count > git.count ? Array(real[git.count...]) + [slash] : []
    git += Array(".git".utf8)
    guard let file = try? GitIndexFile.read(&git, in: nil) else { return nil }
    var join = Join(files, prefix: prefix)
    let nameLength = GitIndex.readEntries(of: file.bytes) {
      join = Join(files, prefix: prefix)
    } _: { path, start in
      join.take(path, start)
    }
    // Git writes them in order; in any other nothing is sure to be found.
    guard let nameLength, join.isOrdered else { return nil }
    bytes = file.bytes
    modified = file.modified
    self.nameLength = nameLength
    entries = join.entries
  }

  /// The name of the content of the file at `index` of the walk, and its size; nil where the content has to be looked at.
  package func name(of file: SourceFile, at index: Int) -> [UInt8]? {
    let start = Int(entries[index])
    guard start > 0, let path = file.ownPath, let stamp = FileStamp(path, in: file.root.descriptor.number) else {
      return nil
    }
    let flags = start + GitIndex.headLength + nameLength
    // Neither in conflict, nor "assume unchanged", nor extended: those have more to say.
    guard bytes[flags] & 0xF0 == 0, isRegular(start), stamp.modified < modified,
      matches(stamp.changed, at: start), matches(stamp.modified, at: start + 8),
      number(start + 20) == UInt32(truncatingIfNeeded: stamp.inode),
      number(start + 36) == UInt32(truncatingIfNeeded: stamp.size)
    else { return nil }
    // Filters such as git LFS put another content into the tree than has the name; it has another size then.
    return bytes[(start + GitIndex.headLength)..<flags]
      + (0..<8).map { UInt8(truncatingIfNeeded: stamp.size >> ($0 * 8)) }
  }

  /// Whether the file at `path`, or the one that a link there leads to, is one that git keeps in this tree, or lies in a
  /// submodule of it: who writes to the repository can have written it. Cases of letters are one, as on some disks.
  package func tracks(_ path: String) -> Bool {
    guard let real = try? SystemPath.real(Array(path.utf8)), real.starts(with: tree) else { return false }
    let wanted = real[tree.count...].map(Self.lowercased)
    var isTracked = false
    _ = GitIndex.readEntries(of: bytes) {
      isTracked = false
    } _: { path, _ in
      guard path.count <= wanted.count, !isTracked else { return }
      let isAbove = path.count == wanted.count || wanted[path.count] == SystemPath.slash
      isTracked = isAbove && path.elementsEqual(wanted[..<path.count]) { Self.lowercased($0) == $1 }
    }
    return isTracked
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  private func isRegular(_ start: Int) -> Bool { number(start + 24) >> 12 == 0b1000 }

  private func matches(_ time: FileStamp.Time, at offset: Int) -> Bool {
    number(offset) == UInt32(truncatingIfNeeded: time.seconds)
      && number(offset + 4) == UInt32(truncatingIfNeeded: time.nanoseconds)
  }

  private func number(_ offset: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: GitIndex.number(bytes, at: offset) ?? 0)
  }

  /// Goes through the files of the walk and the entries of the index side by side: both are sorted by bytes.
  private struct Join {
    private let files: [SourceFile]
    private let prefix: [UInt8]
    private var place = 0
    private var last: [UInt8] = []
    private(set) var entries: [UInt32]
    private(set) var isOrdered = true

    init(_ files: [SourceFile], prefix: [UInt8]) {
      self.files = files
      self.prefix = prefix
      entries = [UInt32](repeating: 0, count: files.count)
    }

    mutating func take(_ path: [UInt8], _ start: Int) {
      // Of a file in conflict there are several entries, none of which counts.
      if path.lexicographicallyPrecedes(last) { isOrdered = false }
      last = path
      guard path.starts(with: prefix) else { return }
      let path = path[prefix.count...]
      while place < files.count, files[place].pathBytes.lexicographicallyPrecedes(path) { place += 1 }
      guard place < files.count, files[place].pathBytes.elementsEqual(path) else { return }
      entries[place] = UInt32(clamping: start)
    }
  }
}
