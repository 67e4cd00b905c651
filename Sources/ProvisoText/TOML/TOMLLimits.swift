/// How much of a stranger's TOML is read before it is an error.
package struct TOMLLimits: Hashable, Sendable {
  /// Tables, arrays and inline tables inside one another, and the parts of a dotted key.
  package var depth: Int
  /// Values and tables.
  package var nodes: Int
  /// Bytes of the text that is read.
  package var bytes: Int

  package init(depth: Int = 64, nodes: Int = 500_000, bytes: Int = 8 << 20) {
    self.depth = depth
    self.nodes = nodes
    self.bytes = bytes
  }

  package static let `default` = TOMLLimits()
}
