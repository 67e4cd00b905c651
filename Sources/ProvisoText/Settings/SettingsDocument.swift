/// A text of `key = value` lines: INI, properties, `.env`.
package struct SettingsDocument: Sendable {
  /// A mapping of the keys; each section is a mapping in it, in document order.
  package var root: DataNode
  /// The `key = value` lines that stand in comments, in document order.
  package var commented: [DataNode.Entry]

  package init(root: DataNode, commented: [DataNode.Entry] = []) {
    self.root = root
    self.commented = commented
  }
}

/// How much of a stranger's settings is read before it is an error.
package struct SettingsLimits: ReadingLimits {
  package var entries: Int
  package var bytes: Int

  package init(entries: Int = 200_000, bytes: Int = 8 << 20) {
    self.entries = entries
    self.bytes = bytes
  }

  package static let `default` = SettingsLimits()

  func check(count: Int, at offset: Int) throws(TextFault) {
    guard count <= entries else { throw TextFault(offset: offset, message: "The text has more than \(entries) keys.") }
  }
}
