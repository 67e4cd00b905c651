/// A key that occurs again in the same mapping. Later values win (``DataNode/subscript(_:)``), as in model loaders.
package struct DuplicateKey: Hashable, Sendable {
  package var key: String
  /// The bytes of the key's first occurrence.
  package var first: Range<Int>
  /// The bytes of this occurrence.
  package var again: Range<Int>

  package init(key: String, first: Range<Int>, again: Range<Int>) {
    self.key = key
    self.first = first
    self.again = again
  }
}

extension DuplicateKey {
  /// Appends the repeated keys of one mapping to `found`, linear in the number of entries.
  static func collect(from entries: [DataNode.Entry], into found: inout [DuplicateKey]) {
    // Most mappings are small, and a few comparisons are cheaper than hashing.
    if entries.count <= 8 {
      for later in entries.indices.dropFirst() {
        for earlier in 0..<later where entries[earlier].key == entries[later].key {
          found.append(DuplicateKey(entries[earlier], again: entries[later]))
          break
        }
      }
      return
    }
    var firsts = Set<String>(minimumCapacity: entries.count)
    var repeated: Set<String> = []
    for entry in entries where !firsts.insert(entry.key).inserted { repeated.insert(entry.key) }
    guard !repeated.isEmpty else { return }
    var firstEntries: [String: DataNode.Entry] = [:]
    for entry in entries where repeated.contains(entry.key) {
      if let first = firstEntries[entry.key] {
        found.append(DuplicateKey(first, again: entry))
      } else {
        firstEntries[entry.key] = entry
      }
    }
  }

  private init(_ first: DataNode.Entry, again: DataNode.Entry) {
    self.init(key: first.key, first: first.keyRange, again: again.keyRange)
  }
}
