/// How much of a stranger's JSON is read before it is an error.
package struct JSONLimits: Hashable, Sendable {
  /// Arrays and objects inside one another.
  package var depth: Int
  /// Scalars, arrays and objects; keys are not counted.
  package var nodes: Int
  /// Bytes of the text that is read.
  package var bytes: Int

  package init(depth: Int = 512, nodes: Int = 8_000_000, bytes: Int = 128 << 20) {
    self.depth = depth
    self.nodes = nodes
    self.bytes = bytes
  }

  package static let `default` = JSONLimits()
}
