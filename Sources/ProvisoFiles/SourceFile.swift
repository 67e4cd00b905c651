/// A regular file of a walk, to be opened later with ``FileReader``.
///
/// A scan holds one for every file of the tree: all share one buffer with their paths.
package struct SourceFile: Sendable {
  private let paths: SourcePaths
  private let entry: PathList.Entry

  init(_ entry: PathList.Entry, of paths: SourcePaths) {
    self.entry = entry
    self.paths = paths
  }

  /// A file that is opened at `location` below `root`, whatever it is called.
  init(path: String, location: [UInt8], root: RootDirectory) {
    var list = PathList()
    list.append(Array(path.utf8)[...], target: location)
    self = list.files(limit: 1, in: root)[0]
  }

  /// Relative to the scan root, separated by `/`. Bytes that are not UTF-8 are shown as U+FFFD, and control characters
  /// stand as they are: whoever prints it escapes them.
  package var path: String { String(decoding: paths.bytes[entry.range], as: UTF8.self) }

  /// The file that a link leads to; nil for one that is reached under its own name.
  package var linkTarget: String? {
    entry.target < 0 ? nil : String(decoding: paths.targets[Int(entry.target)], as: UTF8.self)
  }

  /// The bytes of the name that it is told under, where they are not UTF-8: its own, or that of the file that a link leads to.
  package var unshownBytes: [UInt8]? {
    let bytes = entry.target < 0 ? paths.bytes[entry.range] : paths.targets[Int(entry.target)][...]
    guard bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) == nil else { return nil }
    return Array(bytes)
  }

  var root: RootDirectory { paths.root }

  /// The bytes that the walk found it under.
  var pathBytes: ArraySlice<UInt8> { paths.bytes[entry.range] }

  /// ``pathBytes``, unless the file is reached through a link.
  var ownPath: [UInt8]? { entry.target < 0 ? Array(pathBytes) : nil }

  /// The path below ``root`` to open: the target of a link, and of a name that is not UTF-8 its bytes.
  var bytesToOpen: [UInt8] { entry.target < 0 ? Array(paths.bytes[entry.range]) : paths.targets[Int(entry.target)] }
}

/// The paths of the files of one walk.
final class SourcePaths: Sendable {
  let bytes: [UInt8]
  /// What is opened in the place of a path, where it is a link.
  let targets: [[UInt8]]
  let root: RootDirectory

  init(bytes: [UInt8], targets: [[UInt8]], root: RootDirectory) {
    self.bytes = bytes
    self.targets = targets
    self.root = root
  }
}
