/// The directory that a walk started from, held open: its files stay readable whatever happens to the path it had.
final class RootDirectory: Sendable {
  let descriptor: Descriptor
  /// Absolute, without links.
  let realPath: [UInt8]

  init(realPath: [UInt8]) throws(SystemError) {
    descriptor = try Descriptor.open(realPath, flags: Descriptor.followingDirectoryFlags)
    self.realPath = realPath
  }

  /// Opens what is at `path` below the root; "" is the root itself.
  func open(_ path: [UInt8], flags: Int32) throws(SystemError) -> Descriptor {
    try Descriptor.open(path.isEmpty ? [UInt8(ascii: ".")] : path, in: descriptor.number, flags: flags)
  }

  /// The part of an absolute path without links below the root: "" for the root, nil for what is not in it.
  func pathBelow(_ absolute: [UInt8]) -> ArraySlice<UInt8>? {
    guard absolute.starts(with: realPath) else { return nil }
    let rest = absolute[realPath.count...]
    if realPath.last == SystemPath.slash || rest.isEmpty { return rest }
    return rest.first == SystemPath.slash ? rest.dropFirst() : nil
  }
}
