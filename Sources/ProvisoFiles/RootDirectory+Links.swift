extension RootDirectory {
  /// Where a symbolic link leads.
  enum LinkTarget {
    /// A regular file; its path below the root, free of links.
    case file([UInt8])
    /// A directory; its path below the root, free of links.
    case directoryInside([UInt8])
    case fileOutside
    case directoryOutside
    /// Nothing that could be read.
    case nothing(FileTrouble.Kind)
  }

  /// The type of what is at `path` below the root, a link being a link.
  func information(_ path: [UInt8]) throws(SystemError) -> Descriptor.Information {
    try SystemPath.information(path, in: descriptor.number, following: false)
  }

  /// Follows the link at `path` below the root on paper: nothing is opened.
  func resolve(link path: [UInt8]) -> LinkTarget {
    do throws(SystemError) {
      let separator = realPath.last == SystemPath.slash ? [] : [SystemPath.slash]
      let absolute = try SystemPath.real(realPath + separator + path)
      let type = try SystemPath.information(absolute, following: false).type
      let inside = pathBelow(absolute)
      switch type {
      case .directory: return inside.map { .directoryInside(Array($0)) } ?? .directoryOutside
      case .regular: return inside.map { .file(Array($0)) } ?? .fileOutside
      default: return .nothing(inside == nil ? .linkLeavesRoot : .notRegular(type))
      }
    } catch {
      switch error.code {
      case SystemError.loop: return .nothing(.linkLoop)
      case SystemError.notFound, SystemError.notDirectory: return .nothing(.danglingLink)
      default: return .nothing(FileTrouble.Kind(readError: error.code))
      }
    }
  }
}
