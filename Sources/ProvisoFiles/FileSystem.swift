#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Questions about paths that a user gave or a policy is looked for at.
package enum FileSystem {
  /// The processors that are online.
  package static let processorCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Whether there is anything at `path`; a dangling link is nothing.
  package static func exists(_ path: String) -> Bool {
    type(of: path) != nil
  }

  /// What is at `path`, links followed; nil if nothing is or it cannot be told.
  package static func type(of path: String) -> FileType? {
    try? SystemPath.information(Array(path.utf8), following: true).type
  }

  /// The absolute path without links, `.` and `..`; nil if nothing is there or its name is not UTF-8.
  package static func realPath(_ path: String) -> String? {
    guard let real = try? SystemPath.real(Array(path.utf8)) else { return nil }
    return String(validating: real, as: UTF8.self)
  }

  /// - Throws: where there is no directory at `path`, or somebody else can have put there what lies in it.
  package static func checkOwn(directory path: String) throws(FileTrouble) {
    let kind: FileTrouble.Kind?
    do throws(SystemError) {
      let information = try SystemPath.information(Array(path.utf8), following: false)
      kind = information.type == .directory ? information.distrust : .notRegular(information.type)
    } catch {
      kind = FileTrouble.Kind(readError: error.code)
    }
    if let kind { throw FileTrouble(path: path, kind: kind) }
  }

  /// Makes the directory at `path`, and those above it that are not there; none that anybody else may look into.
  package static func makeDirectories(_ path: String) throws(FileTrouble) {
    do throws(SystemError) {
      try makeDirectories(Array(path.utf8))
    } catch {
      throw FileTrouble(path: path, kind: .notWritten(error.code))
    }
  }

  private static func makeDirectories(_ path: [UInt8]) throws(SystemError) {
    do throws(SystemError) {
      guard try SystemPath.information(path, following: true).type != .directory else { return }
      throw SystemError(code: SystemError.exists)
    } catch  where error.code == SystemError.notFound {
      if let slash = path.dropLast().lastIndex(of: SystemPath.slash), slash > 0 {
        try makeDirectories(Array(path[..<slash]))
      }
    }
    do throws(SystemError) {
      try SystemPath.makeDirectory(path)
    } catch  where error.code == SystemError.exists {
      // Another run has made it in between.
    }
  }

  /// What tells this build of the running program from another: its size and when it was made, as the system says; nil where that
  /// cannot be told.
  package static var programStamp: String? {
    #if os(Linux)
      let path = Array("/proc/self/exe".utf8)
    #else
      let path = Array((CommandLine.arguments.first ?? "").utf8)
    #endif
    guard let real = try? SystemPath.real(path), let stamp = FileStamp(real, in: AT_FDCWD) else { return nil }
    return "\(stamp.size) \(stamp.modified.seconds)"
  }

  /// The absolute path of the current directory; nil if it was removed or its name is not UTF-8.
  package static var currentDirectory: String? { realPath(".") }

  /// `path` from the file system's root, without `.` and `..`; links are not looked at. Nil where the current directory is gone.
  package static func absolutePath(_ path: String) -> String? {
    guard let full = path.hasPrefix("/") ? path : currentDirectory.map({ "\($0)/\(path)" }) else { return nil }
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The root of the git repository or worktree that `path` is in or is the root of; nil outside of any.
  package static func gitRoot(above path: String) -> String? {
    guard let real = try? SystemPath.real(Array(path.utf8)), let root = gitRoot(above: real) else { return nil }
    return String(validating: root, as: UTF8.self)
  }

  /// - Parameter path: absolute, without links.
  static func gitRoot(above path: [UInt8]) -> [UInt8]? {
    var directory = path[...]
    while true {
      if directory.last == SystemPath.slash { directory = directory.dropLast() }
      // A worktree and a submodule have a file of that name.
      if (try? SystemPath.information(directory + Array("/.git".utf8), following: false)) != nil {
        return directory.isEmpty ? [SystemPath.slash] : Array(directory)
      }
      guard let slash = directory.lastIndex(of: SystemPath.slash) else { return nil }
      directory = directory[..<slash]
    }
  }
}
