/// What libyaml says is wrong.
struct YAMLFault: Error {
  var problem: String
  var context: String
  /// A count of code points, nil if `byteOffset` is known.
  var problemIndex: Int?
  var contextIndex: Int
  /// Set by the decoder, which reads ahead of the scanner.
  var byteOffset: Int?
}
