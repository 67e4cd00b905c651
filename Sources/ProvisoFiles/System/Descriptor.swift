#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open file or directory, closed when the value goes out of use.
///
/// With ``DirectoryListing`` and ``SystemPath`` the only unsafe code of the module: buffers and C strings end here.
struct Descriptor: ~Copyable, Sendable {
  struct Information {
    var type: FileType
    /// In bytes.
    var size: Int
    var permissions: UInt32
    /// The number of the user.
    var owner: UInt32

    init(_ status: stat) {
      let mode = UInt32(status.st_mode)
      type = FileType(mode: mode)
      size = max(0, Int(status.st_size))
      permissions = mode & 0o7777
      owner = UInt32(status.st_uid)
    }

    /// Why somebody else may have put there what lies there; nil where only the user of this run and the administrator can have.
    var distrust: FileTrouble.Kind? {
      guard owner == UInt32(geteuid()) || owner == 0 else { return .ofAnotherUser }
      return permissions & 0o022 == 0 ? nil : .writableByOthers
    }
  }

  /// What reading uses: never through a link at the end of the path, never waiting for the writer of a pipe.
  static let readFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
  static let directoryFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
  /// For paths that the user typed: links count as their targets.
  static let followingReadFlags = O_RDONLY | O_NONBLOCK | O_CLOEXEC
  static let followingDirectoryFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
  static let createFlags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
  /// What is no regular file is opened for writing without waiting for the reader of a pipe; see ``wait()``.
  static let writeFlags = O_WRONLY | O_NONBLOCK | O_CLOEXEC

  let number: Int32

  private init(number: Int32) {
    self.number = number
  }

  deinit {
    _ = close(number)
  }

  /// Gives the number away; the receiver closes it.
  consuming func release() -> Int32 {
    let number = number
    discard self
    return number
  }

  /// Opens `path`, of any length, relative to the directory `base` (nil: the current directory).
  static func open(_ path: [UInt8], in base: Int32? = nil, flags: Int32) throws(SystemError) -> Descriptor {
    let base = base ?? AT_FDCWD
    guard path.count > SystemPath.longest else { return try openDirectly(path[...], in: base, flags: flags) }
    // Longer than the kernel takes in one call: go down in steps.
    var rest = path[...]
    var cut = SystemPath.cut(&rest)
    var directory = try openDirectly(cut, in: base, flags: directoryFlags)
    while rest.count > SystemPath.longest {
      cut = SystemPath.cut(&rest)
      directory = try openDirectly(cut, in: directory.number, flags: directoryFlags)
    }
    return try openDirectly(rest, in: directory.number, flags: flags)
  }

  private static func openDirectly(
    _ path: ArraySlice<UInt8>, in base: Int32, flags: Int32
  ) throws(SystemError) -> Descriptor {
    let (number, code) = unsafe SystemPath.withCString(path) { pointer in
      unsafe openat(base, pointer, flags, 0o666)
    }
    if number >= 0 { return Descriptor(number: number) }
    throw SystemError(code: code)
  }

  func information() throws(SystemError) -> Information {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw SystemError(code: errno) }
    return Information(status)
  }

  /// The type, and what tells one content from another.
  func stamp() throws(SystemError) -> (type: FileType, stamp: FileStamp) {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw SystemError(code: errno) }
    return (FileType(mode: UInt32(status.st_mode)), FileStamp(status))
  }

  /// Up to `count` bytes from `offset`; fewer only at the end of the file.
  ///
  /// - Parameter end: where the file ends, as far as is known: a read that stops right there is not asked for what follows.
  func bytes(count: Int, from offset: Int, end: Int? = nil) throws(SystemError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, filled in
      while filled < count {
        let (position, overflow) = offset.addingReportingOverflow(filled)
        guard !overflow else { return }
        let space = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<count])
        let read = unsafe pread(number, space.baseAddress, space.count, off_t(position))
        if read > 0 {
          filled += read
          if offset + filled == end { return }
        } else if read == 0 {
          return
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    guard failure == 0 else { throw SystemError(code: failure) }
    return bytes
  }

  /// Everything up to the end of the file, or nil when that is more than `limit` bytes.
  ///
  /// - Parameter size: what `fstat` said; a file that has grown since, or that has no size (as in /proc), is still
  ///   read whole.
  func bytes(size: Int, limit: Int) throws(SystemError) -> [UInt8]? {
    // One byte more than is expected shows that the end is the end.
    var end = min(size, limit, Int.max - 1) + 1
    var bytes = try bytes(count: end, from: 0, end: size)
    while bytes.count == end {
      guard end <= limit else { return nil }
      let more = min(limit - end, 0xFFFF) + 1
      bytes += try self.bytes(count: more, from: end)
      end += more
    }
    return bytes
  }

  func writeAll(_ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let (count, code) = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        let count = unsafe write(number, rest.baseAddress, rest.count)
        return (count, errno)
      }
      if count >= 0 { written += count } else if code != EINTR { throw SystemError(code: code) }
    }
  }

  /// From now on a write waits for its reader, whatever ``writeFlags`` said.
  func wait() {
    let flags = fcntl(number, F_GETFL)
    if flags >= 0 { _ = fcntl(number, F_SETFL, flags & ~O_NONBLOCK) }
  }

  /// Brings what was written to the disk.
  func synchronize() throws(SystemError) {
    guard fsync(number) == 0 else {
      // Some file systems cannot; that is no failure to write.
      if errno == EINVAL || errno == ENOTSUP { return }
      throw SystemError(code: errno)
    }
  }

  func setPermissions(_ permissions: UInt32) {
    _ = fchmod(number, mode_t(permissions))
  }
}
