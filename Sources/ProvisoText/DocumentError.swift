/// Why a document could not be read, and where.
package struct DocumentError: Error, Hashable, Sendable {
  package var position: TextPosition
  /// One sentence: what is wrong and what was expected. The path is not part of it.
  package var message: String
  /// Whether the text may be right, and goes on deeper or has more values than is read of a stranger's: what was to be found in it is
  /// not known. Its length is none of these: files too long for what they are have rules of their own.
  package var isLimit: Bool

  package init(position: TextPosition, message: String, isLimit: Bool = false) {
    self.position = position
    self.message = message
    self.isLimit = isLimit
  }
}
