#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A value of `errno`.
struct SystemError: Error, Hashable {
  var code: Int32

  static let notFound = ENOENT
  static let notDirectory = ENOTDIR
  static let notPermitted = EPERM
  static let accessDenied = EACCES
  static let loop = ELOOP
  static let noSuchDevice = ENXIO
  static let exists = EEXIST
  static let isDirectory = EISDIR

  /// What the code means. Not `strerror`, whose words depend on the locale.
  var phrase: String {
    switch code {
    case ENOENT, ENOTDIR: "its directory does not exist"
    case EPERM, EACCES: "permission was denied"
    case EISDIR: "a directory is in its place"
    case EEXIST: "something else is in its place"
    case EIO: "the device reported an error"
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is used up"
    case ENXIO: "nobody reads from it"
    case EROFS: "the file system is read-only"
    case EMFILE, ENFILE: "too many files are open"
    case ELOOP: "symbolic links lead in a circle"
    case ENAMETOOLONG: "its path is too long"
    case EFBIG: "it would be too large for the file system"
    case ESTALE: "the network file system lost it"
    default: "system error \(code)"
    }
  }
}
