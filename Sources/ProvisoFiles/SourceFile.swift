/// A regular file of a walk, to be opened later with ``FileReader``.
package struct SourceFile: Sendable {
  /// Relative to the scan root, separated by `/`. Bytes that are not UTF-8 are shown as U+FFFD, and control characters
  /// stand as they are: whoever prints it escapes them.
  package let path: String
  /// The bytes to open, where they are not those of ``path``: a name that is not UTF-8, or the target of a link.
  let location: [UInt8]?
  let root: RootDirectory

  /// The path below ``root`` to open.
  var bytesToOpen: [UInt8] { location ?? Array(path.utf8) }
}
