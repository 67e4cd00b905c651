#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system says of a regular file without its being opened. While it stays as it is, so does the content: whoever writes
/// to a file changes ``changed``, which no program can set.
struct FileStamp: Hashable, Sendable {
  /// Seconds since 1970 and nanoseconds.
  struct Time: Hashable, Comparable, Sendable {
    var seconds: Int
    var nanoseconds: Int

    static func < (one: Self, other: Self) -> Bool {
      (one.seconds, one.nanoseconds) < (other.seconds, other.nanoseconds)
    }
  }

  /// In bytes.
  var size: Int
  var inode: UInt64
  /// When the content was written, which `touch` can set.
  var modified: Time
  /// When the content or what is said of it here was changed.
  var changed: Time

  init(_ status: stat) {
    size = Int(status.st_size)
    inode = UInt64(status.st_ino)
    #if canImport(Darwin)
      modified = Time(seconds: status.st_mtimespec.tv_sec, nanoseconds: status.st_mtimespec.tv_nsec)
      changed = Time(seconds: status.st_ctimespec.tv_sec, nanoseconds: status.st_ctimespec.tv_nsec)
    #else
      modified = Time(seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
      changed = Time(seconds: status.st_ctim.tv_sec, nanoseconds: status.st_ctim.tv_nsec)
    #endif
  }

  /// Nil for what is no regular file, and what cannot be asked.
  init?(_ path: [UInt8], in base: Int32) {
    guard path.count <= SystemPath.longest else { return nil }
    var status = stat()
    let (result, _) = unsafe SystemPath.withCString(path[...]) { pointer in
      unsafe fstatat(base, pointer, &status, AT_SYMLINK_NOFOLLOW)
    }
    guard result == 0, FileType(mode: UInt32(status.st_mode)) == .regular else { return nil }
    self.init(status)
  }
}
