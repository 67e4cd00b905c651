import ProvisoText

/// `extends`: the packs and files that a policy is laid over.
enum ExtendsSection {
  struct Item {
    /// As written.
    var reference: String
    var range: Range<Int>

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
      guard let reference = node.string, !reference.isEmpty else {
        if node.isMapping {
          reading.error(
            "`extends` with a source is not supported by this version", at: node.range,
            hint: "write the path of a local copy alone")
        } else {
          reading.mismatch("extends", node, expected: "a pack such as `proviso:default`, or a relative path")
        }
        return nil
      }
      return check(Item(reference: reference, range: node.range), in: reading)
    }
  }

  private static func check(_ item: Item, in reading: PolicyReading) -> Item? {
    if let name = item.packName {
      if reading.knowledge.packNames.contains(name) { return item }
      let hint = Suggestion.hint(
        for: item.reference, among: reading.knowledge.packNames.map { PolicyReference.packPrefix + $0 })
      reading.error("there is no pack \(Quoted.text(item.reference))", at: item.range, hint: hint)
    } else if item.reference.contains("://") {
      reading.error(
        "`extends` of an address is not supported by this version", at: item.range,
        hint: "write the path of a local copy")
    } else if item.reference.hasPrefix("/") || item.reference.hasPrefix("~") {
      reading.error(
        "`extends`: expected a path relative to this policy, found \(Quoted.text(item.reference))", at: item.range)
    } else {
      return item
    }
    return nil
  }
}
