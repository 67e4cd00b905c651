/// What went wrong with one path. It travels with the results of a scan and ends nothing.
package struct FileTrouble: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case notFound
    case permissionDenied
    case notRegular(FileType)
    /// Both in bytes.
    case tooLarge(size: Int, limit: Int)
    case linkLeavesRoot
    case danglingLink
    case linkLoop
    case nameNotUTF8
    /// A system error (`errno`) that none of the other cases tells.
    case ioError(Int32)
    /// A directory more than `limit` levels below the root was not entered.
    case tooDeep(limit: Int)
    /// Only the first `limit` files in path order were kept.
    case tooMany(limit: Int)
    /// A .gitignore over `limit` bytes was not used.
    case ignoreFileTooLarge(size: Int, limit: Int)
    /// A .gitignore that would bring the rules in force over `limit` was not used.
    case tooManyIgnoreRules(limit: Int)
    /// A .gitignore could not be read and was not used.
    case ignoreFileNotRead
    /// The index of a git repository could not be read: what it tracks but ignores was left out.
    case gitIndexNotRead
    /// What only the user of this run was to write belongs to another one.
    case ofAnotherUser
    /// What only the user of this run was to write can be written by others.
    case writableByOthers
    /// A report could not be written; the system error (`errno`).
    case notWritten(Int32)
  }

  package enum Level: Sendable, Hashable {
    case note
    case warning
  }

  /// Relative to the scan root, or as the user gave it. May hold control characters: whoever prints it escapes them.
  package var path: String
  package var kind: Kind

  package init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  package var level: Level {
    switch kind {
    case .notRegular, .linkLeavesRoot, .danglingLink, .linkLoop, .nameNotUTF8: .note
    default: .warning
    }
  }

  /// Whether something that might have had to be read was not.
  package var isIncomplete: Bool {
    switch kind {
    case .notFound, .permissionDenied, .tooLarge, .ioError, .tooDeep, .tooMany, .gitIndexNotRead: true
    default: false
    }
  }
}

extension FileTrouble.Kind {
  /// The case for a system error met while opening or reading.
  init(readError code: Int32) {
    self = Self.known[code] ?? .ioError(code)
  }

  private static let known: [Int32: Self] = [
    SystemError.notFound: .notFound,
    SystemError.notDirectory: .notFound,
    SystemError.notPermitted: .permissionDenied,
    SystemError.accessDenied: .permissionDenied,
    // Everything is opened with O_NOFOLLOW, sockets cannot be opened at all.
    SystemError.loop: .notRegular(.symbolicLink),
    SystemError.noSuchDevice: .notRegular(.socket),
  ]
}
