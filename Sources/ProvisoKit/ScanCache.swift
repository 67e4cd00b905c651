internal import ProvisoCore
internal import ProvisoFiles
internal import ProvisoText

/// Which contents at which paths are known to hold nothing: files that are still as git has them (``GitBlobs``) and in which this
/// very build found nothing before are not opened again.
///
/// One file in a directory that may be deleted at any time, with one key of 16 bytes for each: the first half of the SHA-256 of
/// the build, the path, and git's name of the content. So branches share it, and another build asks again. A file in which
/// something was found is always read.
///
/// Whoever may write to the file can make a scan pass over files: one that another user can have written is not believed, nor one
/// that git keeps in the scanned tree.
struct ScanCache: Sendable {
  struct Key: Hashable, Comparable, Sendable {
    let high: UInt64
    let low: UInt64

    static func < (one: Self, other: Self) -> Bool { (one.high, one.low) < (other.high, other.low) }
  }

  /// As many as a million files in four states; beyond, those that this tree has are kept.
  static let maximumKeys = 4 << 20
  private static let longest = 48 + maximumKeys * 16
  private static let mark = Array("proviso: nothing".utf8)

  let notifications: [Notification]
  private let path: String
  private let blobs: GitBlobs?
  private let build: [UInt8]
  /// In order.
  private let known: [Key]

  /// Opens the cache in `directory`, which is made where it is not there.
  ///
  /// - Parameters:
  ///   - files: of the walk of `root`, in its order.
  ///   - build: what tells this build from another.
  init(directory: String, files: [SourceFile], root: String, build: String?) {
    path = directory.hasSuffix("/") ? "\(directory)nothing-found.bin" : "\(directory)/nothing-found.bin"
    let blobs = build == nil ? nil : GitBlobs(of: files, root: root)
    let isTracked = blobs?.tracks(path) == true
    self.blobs = isTracked ? nil : blobs
    self.build = Array("\(Version.current) \(build ?? "")\n".utf8)
    var notifications: [Notification] = []
    if blobs == nil {
      notifications.append(
        Notification(
          level: .note,
          message:
            "--cache was not used: it goes by what git has recorded, and this is no git working tree with an index."))
    }
    if isTracked {
      known = []
      notifications.append(
        Notification(
          level: .warning,
          message: """
            The cache was not used: git keeps its nothing-found.bin in this tree, so that whoever writes to the repository could \
            have files passed over. All files are read. Take it out of git ("git rm --cached") and list it in .gitignore.
            """))
      self.notifications = notifications
      return
    }
    do {
      known = try Self.read(path)
    } catch {
      known = []
      notifications.append(Notification(level: .note, message: "\(error.message) All files are read."))
    }
    self.notifications = notifications
  }

  /// What the file at `index` of the walk is known by; nil where it has to be read.
  func key(of file: SourceFile, at index: Int) -> Key? {
    guard let name = blobs?.name(of: file, at: index) else { return nil }
    let digest = SHA256.digest(build + Array(file.path.utf8) + [0] + name)
    return Key(high: Self.number(digest, 0), low: Self.number(digest, 8))
  }

  func holds(_ key: Key) -> Bool {
    var (low, high) = (0, known.count)
    while low < high {
      let middle = (low + high) / 2
      if known[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < known.count && known[low] == key
  }

  /// Writes down that nothing was found in `empty`, beside what is known.
  ///
  /// - Returns: what kept it from being written: the scan is whole without.
  func keep(_ empty: [Key]) -> Notification? {
    guard blobs != nil else { return nil }
    let keys = Set(empty)
    guard !keys.isSubset(of: known) else { return nil }
    let all = keys.union(known)
    let kept = (all.count > Self.maximumKeys ? keys : all).sorted().prefix(Self.maximumKeys)
    var bytes = Self.mark
    bytes.reserveCapacity(48 + kept.count * 16)
    for key in kept { for word in [key.high, key.low] { Self.append(word, to: &bytes) } }
    bytes += SHA256.digest(bytes)
    do {
      try FileSystem.makeDirectories(String(path.dropLast("/nothing-found.bin".count)))
      try FileWriter.writePrivately(bytes, to: path)
      return nil
    } catch {
      return Notification(level: .note, message: "The cache was not written: \(error.message)")
    }
  }

  private struct Unusable: Error { var message: String }

  private static func read(_ path: String) throws(Unusable) -> [Key] {
    let bytes: [UInt8]
    do {
      bytes = try FileReader.readOwn(path: path, limit: longest)
    } catch {
      if error.kind == .notFound { return [] }
      throw Unusable(message: "The cache was not used: \(error.message)")
    }
    let end = bytes.count - 32
    guard end >= mark.count, (end - mark.count) % 16 == 0, bytes.starts(with: mark),
      SHA256.digest(Array(bytes[..<end])).elementsEqual(bytes[end...])
    else { throw Unusable(message: "The cache is none of this tool, or was cut off; it is made anew.") }
    return stride(from: mark.count, to: end, by: 16).map { Key(high: number(bytes, $0), low: number(bytes, $0 + 8)) }
  }

  private static func number(_ bytes: [UInt8], _ start: Int) -> UInt64 {
    bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt64(56), through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
  }
}
