#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Synchronization

/// Writes reports.
package enum FileWriter {
  private static let counter = Atomic<Int>(0)

  /// Replaces the file at `path` by `bytes`, whole or not at all: they are written to a new file beside it, which then
  /// takes its name. A link is followed; the permissions of a file that was there stay.
  ///
  /// A device or a pipe (`/dev/stdout`) is written to directly; a pipe that nobody has open for reading is not waited for.
  ///
  /// - Parameter path: absolute or relative to the current directory, which has to exist.
  package static func writeAtomically(_ bytes: [UInt8], to path: String) throws(FileTrouble) {
    try writeAtomically(to: path) { write in write(bytes) }
  }

  /// The same for contents that come in pieces.
  ///
  /// - Parameter contents: hands the pieces on in order; after the first that cannot be written the others are dropped.
  package static func writeAtomically(
    to path: String, _ contents: (_ write: @escaping ([UInt8]) -> Void) -> Void
  ) throws(FileTrouble) {
    do throws(SystemError) {
      try write(to: Array(path.utf8), contents)
    } catch {
      throw FileTrouble(path: path, kind: .notWritten(error.code))
    }
  }

  /// Replaces the file at `path` by `bytes`, whole or not at all, for nobody but the user of this run to read or write. A link
  /// is replaced and not followed: somebody else may have made it.
  package static func writePrivately(_ bytes: [UInt8], to path: String) throws(FileTrouble) {
    do throws(SystemError) {
      try replace(Array(path.utf8), { write in write(bytes) }, permissions: 0o600)
    } catch {
      throw FileTrouble(path: path, kind: .notWritten(error.code))
    }
  }

  private typealias Contents = (_ write: @escaping ([UInt8]) -> Void) -> Void

  private static func write(to path: [UInt8], _ contents: Contents) throws(SystemError) {
    let old = try information(path)
    switch old?.type {
    case .directory: throw SystemError(code: SystemError.isDirectory)
    case .regular where try !isStream(path):
      // The file that a link leads to is the one to replace.
      try replace(SystemPath.real(path), contents, permissions: old?.permissions)
    case nil: try replace(path, contents, permissions: nil)
    default:
      let file = OpenFile(try Descriptor.open(path, flags: Descriptor.writeFlags))
      file.descriptor.wait()
      try file.write(contents)
    }
  }

  /// A file that pieces are written to.
  private final class OpenFile {
    let descriptor: Descriptor
    private var failure: SystemError?

    init(_ descriptor: consuming Descriptor) {
      self.descriptor = descriptor
    }

    func write(_ contents: Contents) throws(SystemError) {
      contents { piece in self.write(piece) }
      if let failure { throw failure }
    }

    private func write(_ piece: [UInt8]) {
      guard failure == nil else { return }
      do throws(SystemError) {
        try descriptor.writeAll(piece)
      } catch {
        failure = error
      }
    }
  }

  /// Whether `path` is `/dev/stdout` or such, which may lead to a file that somebody else has open.
  private static func isStream(_ path: [UInt8]) throws(SystemError) -> Bool {
    guard path.starts(with: "/dev/".utf8) else { return false }
    return try SystemPath.information(path, following: false).type == .symbolicLink
  }

  /// What is at `path`, or nil if nothing is.
  private static func information(_ path: [UInt8]) throws(SystemError) -> Descriptor.Information? {
    do throws(SystemError) {
      return try SystemPath.information(path, following: true)
    } catch  where error.code == SystemError.notFound {
      return nil
    }
  }

  private static func replace(
    _ path: [UInt8], _ contents: Contents, permissions: UInt32?
  ) throws(SystemError) {
    let number = counter.add(1, ordering: .relaxed).newValue
    let directory = path[..<((path.lastIndex(of: SystemPath.slash) ?? -1) + 1)]
    let temporary = directory + Array(".proviso-\(getpid())-\(number).tmp".utf8)
    let file = OpenFile(try Descriptor.open(Array(temporary), flags: Descriptor.createFlags))
    do throws(SystemError) {
      if let permissions { file.descriptor.setPermissions(permissions) }
      try file.write(contents)
      try file.descriptor.synchronize()
      try SystemPath.rename(Array(temporary), to: path)
    } catch {
      SystemPath.remove(Array(temporary))
      throw error
    }
  }
}
