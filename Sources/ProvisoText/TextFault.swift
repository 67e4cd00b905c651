/// What is wrong at an offset, before anybody has counted lines: shared by the readers that were written by hand.
struct TextFault: Error {
  var offset: Int
  var message: String

  func documentError(in source: SourceText) -> DocumentError {
    DocumentError(position: source.position(at: offset), message: message)
  }
}
