/// What is wrong at an offset, before anybody has counted lines: shared by the readers that were written by hand.
struct TextFault: Error {
  var offset: Int
  var message: String
  /// Whether the text may be right, and goes on deeper or has more values than is read of a stranger's.
  var isLimit = false

  func documentError(in source: SourceText) -> DocumentError {
    DocumentError(position: source.position(at: offset), message: message, isLimit: isLimit)
  }
}
