/// One document of a YAML stream.
package struct YAMLDocument: Sendable {
  /// Nil if the stream holds no document at all; a document without content is a null node.
  package var root: DataNode?
  /// In document order.
  package var duplicateKeys: [DuplicateKey]

  package init(root: DataNode?, duplicateKeys: [DuplicateKey] = []) {
    self.root = root
    self.duplicateKeys = duplicateKeys
  }
}
