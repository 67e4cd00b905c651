/// How much of a stranger's JSON, TOML or HCL is read before it is an error.
package struct TreeLimits: ReadingLimits {
  /// Arrays, objects, tables, blocks, calls and brackets inside one another, and the parts of a dotted key.
  package var depth: Int
  /// Scalars and what they stand in; keys are not counted.
  package var nodes: Int
  package var bytes: Int

  package init(depth: Int = 64, nodes: Int = 500_000, bytes: Int = 8 << 20) {
    self.depth = depth
    self.nodes = nodes
    self.bytes = bytes
  }

  package static let `default` = TreeLimits()
  /// Machines write it, and longer than any person would.
  package static let json = TreeLimits(depth: 512, nodes: 8_000_000, bytes: 128 << 20)
}
