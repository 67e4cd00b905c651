/// What a walk found; the same for any number of jobs.
package struct Walk: Sendable {
  /// Sorted by the bytes of their paths.
  package var files: [SourceFile] = []
  /// Sorted by path.
  package var troubles: [FileTrouble] = []
  /// The regular files in scope, those not wanted included.
  package var fileCount = 0
}
