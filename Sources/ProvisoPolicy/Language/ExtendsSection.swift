import ProvisoCore
import ProvisoText

/// `extends`: the packs and files that a policy is laid over.
enum ExtendsSection {
  struct Item {
    /// As written.
    var reference: String
    var range: Range<Int>
    /// The hash that a vendored copy must have.
    var sha256: String?

    var packName: String? {
      reference.hasPrefix(PolicyReference.packPrefix)
        ? String(reference.dropFirst(PolicyReference.packPrefix.count)) : nil
    }
  }

  static func items(_ node: DataNode?, in reading: PolicyReading) -> [Item] {
    guard let node else { return [] }
    if node.isSequence, node.items.isEmpty {
      reading.error("`extends`: expected at least one pack or path, found an empty list", at: node.range)
    }
    return (node.isSequence ? node.items : [node]).compactMap { node in
      if node.isMapping { return vendored(node, in: reading) }
      guard let reference = node.string, !reference.isEmpty else {
        reading.mismatch("extends", node, expected: "a pack such as `proviso:default`, or a relative path")
        return nil
      }
      return check(Item(reference: reference, range: node.range), in: reading)
    }
  }

  /// A copy of another repository's policy, with the hash that it must have and the place it came from.
  private static func vendored(_ node: DataNode, in reading: PolicyReading) -> Item? {
    guard let mapping = MappingReader(node, as: PolicySchema.parent, "a policy to extend", in: reading) else {
      return nil
    }
    let hash = reading.hash("sha256", mapping["sha256"])
    if let node = mapping["source"], let source = reading.text("source", node) {
      let commit = source.split(separator: "@").last.map(String.init) ?? ""
      if !source.contains("@") || commit.utf8.count != 40 || Revision(written: commit).isMovable {
        reading.error(
          "`source`: expected an address that ends in `@` and a commit of 40 digits, found \(Quoted.text(source))",
          at: node.range, hint: "a branch or tag can move")
      }
      if mapping["sha256"] == nil {
        reading.error(
          "`source`: a copy needs its `sha256`", at: node.range, hint: "`sha256sum` prints it; nothing is downloaded")
      }
    }
    guard let path = mapping["path"], let reference = reading.text("path", path) else { return nil }
    return check(Item(reference: reference, range: path.range, sha256: hash), in: reading)
  }

  private static func check(_ item: Item, in reading: PolicyReading) -> Item? {
    if let name = item.packName {
      if reading.knowledge.packNames.contains(name) { return item }
      let hint = Suggestion.hint(
        for: item.reference, among: reading.knowledge.packNames.map { PolicyReference.packPrefix + $0 })
      reading.error("there is no pack \(Quoted.text(item.reference))", at: item.range, hint: hint)
    } else if item.reference.contains("://") {
      reading.error(
        "`extends`: \(Quoted.text(item.reference)) is an address, and nothing is downloaded", at: item.range,
        hint: "keep a copy: `{path: …, source: …, sha256: …}`")
    } else if item.reference.hasPrefix("/") || item.reference.hasPrefix("~") {
      reading.error(
        "`extends`: expected a path relative to this policy, found \(Quoted.text(item.reference))", at: item.range)
    } else {
      return item
    }
    return nil
  }
}

extension Revision {
  fileprivate var isMovable: Bool { if case .commit = self { false } else { true } }
}
