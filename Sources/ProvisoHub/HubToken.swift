/// The token that says who asks. It has no words: whatever it is interpolated into, dumped or logged as shows none of it.
package struct HubToken: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  private let value: String

  /// - Returns: nil for what cannot stand in a header, a line break above all.
  package init?(_ text: String) {
    guard (1...4096).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    value = text
  }

  /// The value of the `Authorization` header.
  var authorization: String { "Bearer \(value)" }

  package var description: String { "(token)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
