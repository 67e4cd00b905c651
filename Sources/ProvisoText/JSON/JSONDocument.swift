/// A JSON text as a tree.
package struct JSONDocument: Sendable {
  package var root: DataNode
  /// In document order.
  package var duplicateKeys: [DuplicateKey]

  package init(root: DataNode, duplicateKeys: [DuplicateKey] = []) {
    self.root = root
    self.duplicateKeys = duplicateKeys
  }
}
