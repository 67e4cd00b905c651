/// A file of the scanned tree, or of a store of models, and the hash of its contents; of a git LFS pointer, that of the file it
/// stands for.
package struct FileDigest: Sendable, Hashable {
  /// Relative to the scan root, or to that of the store.
  package var path: String
  /// 64 hexadecimal digits.
  package var sha256: String

  package init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }
}
