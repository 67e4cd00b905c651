#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The entries of one directory, `.` and `..` left out, in the order the system gives them. Reused from directory to
/// directory, so that listing allocates nothing.
struct DirectoryListing {
  struct Entry {
    /// Where the name stands in ``DirectoryListing/names``.
    var name: Range<Int>
    /// Nil where the file system does not tell.
    var type: FileType?
  }

  private(set) var names: [UInt8] = []
  private(set) var entries: [Entry] = []

  mutating func removeAll() {
    names.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }

  /// Adds the entries of `directory`.
  ///
  /// - Throws: when the listing breaks off; the entries read until then are there.
  mutating func read(_ directory: consuming Descriptor) throws(SystemError) {
    let number = directory.release()
    guard let stream = unsafe fdopendir(number) else {
      let code = errno
      _ = close(number)
      throw SystemError(code: code)
    }
    defer { unsafe _ = closedir(stream) }
    // Nothing but a system without d_name could make this nil.
    guard let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) else { return }
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        if errno != 0 { throw SystemError(code: errno) }
        return
      }
      let base = unsafe UnsafeRawPointer(entry) + nameOffset
      let length = unsafe strlen(base.assumingMemoryBound(to: CChar.self))
      let name = unsafe UnsafeRawBufferPointer(start: base, count: length)
      if unsafe length <= 2 && name.allSatisfy({ $0 == UInt8(ascii: ".") }) { continue }
      let start = names.count
      unsafe names.append(contentsOf: name)
      unsafe entries.append(Entry(name: start..<names.count, type: Self.type(entry.pointee.d_type)))
    }
  }

  func contains(_ name: String) -> Bool {
    entries.contains { $0.name.count == name.utf8.count && names[$0.name].elementsEqual(name.utf8) }
  }

  private static func type(_ type: UInt8) -> FileType? {
    // The values of DT_* are those of `st_mode`, shifted; 0 is DT_UNKNOWN.
    type == 0 ? nil : FileType(mode: UInt32(type) << 12)
  }
}
