/// What a walk enters and keeps.
///
/// The filters get the bytes of paths relative to the scan root, and run on several tasks at once.
package struct WalkOptions: Sendable {
  package typealias FileFilter = @Sendable (_ path: Span<UInt8>, _ name: Span<UInt8>) -> Bool

  /// Whether `.gitignore` and `.git/info/exclude` count.
  package var respectIgnoreFiles = true
  /// The files that are kept in ``Walk/files``; nil keeps all. Those it refuses are counted still.
  package var wants: FileFilter?
  /// Whether a link to a kept file is kept, too: what it is called makes of the file something else. Nil keeps none.
  package var readsApart: (@Sendable (_ link: Span<UInt8>, _ target: Span<UInt8>) -> Bool)?
  /// The files that are in scope at all: those it refuses are neither counted nor kept.
  package var include: FileFilter?
  /// The files and directories that are out of scope; an excluded directory is not entered.
  package var exclude: (@Sendable (_ path: Span<UInt8>, _ isDirectory: Bool) -> Bool)?
  /// How many tasks work at once.
  package var jobs: Int = FileSystem.processorCount
  /// How many levels below the root are entered.
  package var maximumDepth = 1000
  /// How many files are kept; the rest, in path order, is dropped with a trouble.
  package var maximumFiles = 1_000_000

  package init() {}
}
