/// Why a document could not be read, and where.
package struct DocumentError: Error, Hashable, Sendable {
  package var position: TextPosition
  /// One sentence: what is wrong and what was expected. The path is not part of it.
  package var message: String
  /// Whether the text may be right, and goes beyond what is read of a stranger's (``ReadingLimits``): what was to be found in it is
  /// not known.
  package var isLimit: Bool

  package init(position: TextPosition, message: String, isLimit: Bool = false) {
    self.position = position
    self.message = message
    self.isLimit = isLimit
  }
}
