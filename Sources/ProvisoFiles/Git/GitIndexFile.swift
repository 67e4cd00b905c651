/// Finds and reads the index of a working tree.
enum GitIndexFile {
  /// The bytes of the index, and when they were written.
  ///
  /// - Parameters:
  ///   - path: the path of `.git` at first, then of the file that was to be read.
  ///   - base: what the path is relative to; nil for an absolute one.
  /// - Returns: nil for what is no regular file or too large.
  static func read(
    _ path: inout [UInt8], in base: Int32?
  ) throws(SystemError) -> (bytes: [UInt8], modified: FileStamp.Time)? {
    if try SystemPath.information(path, in: base, following: false).type == .regular {
      // A worktree or a submodule: `gitdir: <path>`, relative to the directory of the file.
      let key = Array("gitdir: ".utf8)
      guard let content = try bytes(path, in: base, limit: 1 << 13)?.bytes, content.starts(with: key) else {
        return nil
      }
      let target = content.dropFirst(key.count).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      path = target.first == SystemPath.slash ? Array(target) : path.dropLast(".git".utf8.count) + target
    }
    path += Array("/index".utf8)
    return try bytes(path, in: base, limit: GitIndex.longest)
  }

  private static func bytes(
    _ path: [UInt8], in base: Int32?, limit: Int
  ) throws(SystemError) -> (bytes: [UInt8], modified: FileStamp.Time)? {
    let file = try Descriptor.open(path, in: base, flags: Descriptor.readFlags)
    let stamp = try file.stamp()
    guard stamp.type == .regular, let bytes = try file.bytes(size: stamp.stamp.size, limit: limit) else { return nil }
    return (bytes, stamp.stamp.modified)
  }
}
