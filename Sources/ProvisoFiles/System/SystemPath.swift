#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Calls on whole paths, given as the bytes that the system uses.
enum SystemPath {
  /// The longest path, in bytes, that is given to the system in one call (PATH_MAX is 4096 on Linux, 1024 on macOS).
  #if canImport(Darwin)
    static let longest = 1000
  #else
    static let longest = 4000
  #endif

  static let slash = UInt8(ascii: "/")

  /// Takes directories off the front of `path`, at most ``longest`` bytes of them, and the slash after them.
  static func cut(_ path: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    // No name has more than 255 bytes, so there is a slash; without one the system answers that the name is too long.
    let end = path.prefix(longest).lastIndex(of: slash) ?? path.endIndex
    let front = path[path.startIndex..<end]
    path = path[end...].drop { $0 == slash }
    return front
  }

  /// Calls `body` with `path` as a C string, again while a signal interrupts it; gives its result and `errno`.
  static func withCString(_ path: ArraySlice<UInt8>, _ body: (UnsafePointer<CChar>) -> Int32) -> (Int32, Int32) {
    guard !path.contains(0) else { return (-1, ENOENT) }
    var terminated = [UInt8]()
    terminated.reserveCapacity(path.count + 1)
    terminated.append(contentsOf: path)
    terminated.append(0)
    return unsafe terminated.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return (-1, ENOENT) }
      let pointer = unsafe base.assumingMemoryBound(to: CChar.self)
      while true {
        let result = unsafe body(pointer)
        if result >= 0 || errno != EINTR { return (result, errno) }
      }
    }
  }

  /// What the system says of what is at `path`.
  static func information(
    _ path: [UInt8], in base: Int32? = nil, following: Bool
  ) throws(SystemError) -> Descriptor.Information {
    guard path.count <= longest else {
      // Only what lies below a directory can be asked for by a shorter name.
      var rest = path[...]
      let front = Array(cut(&rest))
      let directory = try Descriptor.open(front, in: base, flags: Descriptor.directoryFlags)
      return try information(Array(rest), in: directory.number, following: following)
    }
    var status = stat()
    let (result, code) = unsafe withCString(path[...]) { pointer in
      unsafe fstatat(base ?? AT_FDCWD, pointer, &status, following ? 0 : AT_SYMLINK_NOFOLLOW)
    }
    guard result == 0 else { throw SystemError(code: code) }
    return .init(status)
  }

  /// The absolute path without links, `.` and `..`.
  static func real(_ path: [UInt8]) throws(SystemError) -> [UInt8] {
    var resolved: [UInt8] = []
    let (result, code) = unsafe withCString(path[...]) { pointer in
      guard let buffer = unsafe realpath(pointer, nil) else { return -1 }
      unsafe resolved = Array(UnsafeRawBufferPointer(start: buffer, count: strlen(buffer)))
      unsafe free(buffer)
      return 0
    }
    guard result == 0 else { throw SystemError(code: code) }
    return resolved
  }

  static func rename(_ old: [UInt8], to new: [UInt8]) throws(SystemError) {
    let (result, code) = unsafe withCString(old[...]) { oldPointer in
      let (result, code) = unsafe withCString(new[...]) { newPointer in
        unsafe renameat(AT_FDCWD, oldPointer, AT_FDCWD, newPointer)
      }
      errno = code
      return result
    }
    guard result == 0 else { throw SystemError(code: code) }
  }

  /// Makes a directory that nobody else may look into.
  static func makeDirectory(_ path: [UInt8]) throws(SystemError) {
    let (result, code) = unsafe withCString(path[...]) { unsafe mkdir($0, 0o700) }
    guard result == 0 else { throw SystemError(code: code) }
  }

  static func remove(_ path: [UInt8]) {
    _ = unsafe withCString(path[...]) { unsafe unlink($0) }
  }
}
