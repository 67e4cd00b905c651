/// What is wrong at an offset, before anybody has counted lines.
struct JSONFault: Error {
  var offset: Int
  var message: String
}
