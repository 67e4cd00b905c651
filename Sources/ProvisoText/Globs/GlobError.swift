/// Why a pattern is not a ``Glob``.
package struct GlobError: Error, Hashable, Sendable {
  /// One sentence.
  package var message: String

  package init(message: String) {
    self.message = message
  }
}
