/// How much of a stranger's text a reader takes before it is an error.
package protocol ReadingLimits: Hashable, Sendable {
  /// Bytes of the text that is read.
  var bytes: Int { get }
}

extension ReadingLimits {
  /// - Parameters:
  ///   - count: How many bytes the text of that format has.
  ///   - offset: Where it begins.
  func check(_ count: Int, _ format: StaticString, at offset: Int = 0) throws(TextFault) {
    guard count <= bytes else {
      throw TextFault(offset: offset, message: "The \(format) is \(count) bytes long; at most \(bytes) are read.")
    }
  }
}
