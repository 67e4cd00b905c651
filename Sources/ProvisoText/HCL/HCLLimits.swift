/// How much of a stranger's HCL is read before it is an error.
package struct HCLLimits: Hashable, Sendable {
  /// Blocks, lists, objects, calls and brackets inside one another.
  package var depth: Int
  /// Values and blocks.
  package var nodes: Int
  /// Bytes of the text that is read.
  package var bytes: Int

  package init(depth: Int = 64, nodes: Int = 500_000, bytes: Int = 8 << 20) {
    self.depth = depth
    self.nodes = nodes
    self.bytes = bytes
  }

  package static let `default` = HCLLimits()
}
