/// Why a document could not be read, and where.
package struct DocumentError: Error, Hashable, Sendable {
  package var position: TextPosition
  /// One sentence: what is wrong and what was expected. The path is not part of it.
  package var message: String

  package init(position: TextPosition, message: String) {
    self.position = position
    self.message = message
  }
}
