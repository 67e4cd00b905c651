/// Reads ignore files from the disk into the rules in force.
struct IgnoreLoader {
  /// What paths are relative to; nil for absolute paths.
  var root: RootDirectory?

  /// Adds the ignore file at `path`, if there is one, to `rules`.
  ///
  /// - Parameter base: how many bytes of a path lead to the directory that the file's patterns are relative to.
  /// - Returns: what kept the file from being used.
  func load(_ path: [UInt8], base: Int, to rules: inout IgnoreRules) -> FileTrouble? {
    let kind: FileTrouble.Kind
    do throws(SystemError) {
      // Git does not follow links here either.
      let file = try Descriptor.open(path, in: root?.descriptor.number, flags: Descriptor.readFlags)
      let information = try file.information()
      let limit = IgnoreFile.longest
      if information.type != .regular {
        kind = .ignoreFileNotRead
      } else if let bytes = try file.bytes(size: information.size, limit: limit) {
        if rules.add(IgnoreFile(bytes: bytes, base: base)) { return nil }
        kind = .tooManyIgnoreRules(limit: IgnoreRules.limit)
      } else {
        kind = .ignoreFileTooLarge(size: information.size, limit: limit)
      }
    } catch {
      if error.code == SystemError.notFound || error.code == SystemError.notDirectory { return nil }
      kind = .ignoreFileNotRead
    }
    return FileTrouble(path: String(decoding: path, as: UTF8.self), kind: kind)
  }
}
