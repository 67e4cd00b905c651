/// What a directory entry is, as `lstat` tells it.
package enum FileType: Sendable, Hashable {
  case regular
  case directory
  case symbolicLink
  case fifo
  case socket
  case characterDevice
  case blockDevice
  case other

  /// - Parameter mode: `st_mode` of POSIX `stat`; the octal values of its type bits are the same on every system.
  init(mode: UInt32) {
    self =
      switch mode & 0o170000 {
      case 0o100000: .regular
      case 0o040000: .directory
      case 0o120000: .symbolicLink
      case 0o010000: .fifo
      case 0o140000: .socket
      case 0o020000: .characterDevice
      case 0o060000: .blockDevice
      default: .other
      }
  }

  /// The type with its article, as a sentence needs it.
  package var phrase: String {
    switch self {
    case .regular: "a file"
    case .directory: "a directory"
    case .symbolicLink: "a symbolic link"
    case .fifo: "a named pipe"
    case .socket: "a socket"
    case .characterDevice, .blockDevice: "a device"
    case .other: "neither a file nor a directory"
    }
  }
}
