/// How much of a stranger's YAML is read before it is an error.
package struct YAMLLimits: ReadingLimits {
  package enum Aliases: Hashable, Sendable {
    /// `*name` is an error.
    case refuse
    /// `*name` is the node of `&name`. The nodes that all aliases of a document stand for, counted as if written out,
    /// may be at most `maximumVisits`: whoever walks the tree visits each of them.
    case share(maximumVisits: Int)
  }

  /// Collections inside one another. libyaml 0.2.5 takes quadratic time in the depth of flow collections.
  package var depth: Int
  /// Scalars and collections in one document, keys included.
  package var nodes: Int
  package var bytes: Int
  package var aliases: Aliases
  /// Whether a tag that is none of YAML's own is an error. Otherwise it makes a string of a scalar, and nothing of a collection.
  package var refusesTags: Bool

  package init(
    depth: Int = 64, nodes: Int = 1_000_000, bytes: Int = 16 << 20, aliases: Aliases = .refuse,
    refusesTags: Bool = false
  ) {
    self.depth = depth
    self.nodes = nodes
    self.bytes = bytes
    self.aliases = aliases
    self.refusesTags = refusesTags
  }

  package static let `default` = YAMLLimits()
}
