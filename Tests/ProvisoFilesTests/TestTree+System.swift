#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What Foundation cannot make: names that are not UTF-8, trees too deep for a path, sockets.
extension TestTree {
  static var isRoot: Bool { geteuid() == 0 }

  /// The error for a path that is too long.
  static var nameTooLong: Int32 { ENAMETOOLONG }

  /// Writes a file whose name is these bytes; false where the file system takes only UTF-8.
  func create(_ text: String, as name: [UInt8]) -> Bool {
    let directory = unsafe open(path, O_RDONLY | O_DIRECTORY)
    defer { close(directory) }
    return Self.create(text, as: name, in: directory)
  }

  /// Makes `depth` directories called `deep` in one another, and in the last a file `file` and a link to it.
  func makeDeep(_ depth: Int) -> Bool {
    var directory = unsafe open(path, O_RDONLY | O_DIRECTORY)
    for _ in 0..<depth {
      guard unsafe mkdirat(directory, "deep", 0o755) == 0 else { return false }
      let next = unsafe openat(directory, "deep", O_RDONLY | O_DIRECTORY)
      close(directory)
      directory = next
    }
    defer { close(directory) }
    let isLinked = unsafe symlinkat("file", directory, "link") == 0
    return isLinked && Self.create("deep", as: Array("file".utf8), in: directory)
  }

  private static func create(_ text: String, as name: [UInt8], in directory: Int32) -> Bool {
    let name = (name + [0]).map { CChar(bitPattern: $0) }
    let file = unsafe openat(directory, name, O_WRONLY | O_CREAT, 0o644)
    guard file >= 0 else { return false }
    defer { close(file) }
    return unsafe pwrite(file, text, text.utf8.count, 0) == text.utf8.count
  }

  /// Makes a socket; false where the path is too long for one.
  func makeSocket(_ relative: String) -> Bool {
    let path = absolute(relative)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    guard path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
    #if canImport(Darwin)
      let number = socket(AF_UNIX, SOCK_STREAM, 0)
    #else
      let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    defer { close(number) }
    return unsafe withUnsafeBytes(of: &address) { bytes in
      guard let base = bytes.baseAddress else { return false }
      return unsafe bind(number, base.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count)) == 0
    }
  }
}
