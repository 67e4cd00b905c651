import ProvisoText

/// A mapping of a policy, held against the keys it may have.
struct MappingReader {
  let node: DataNode
  private var entries: [String: DataNode.Entry] = [:]

  /// Reports keys that are unknown, written twice or missing.
  ///
  /// - Parameter what: The mapping in words, such as "a waiver".
  /// - Returns: nil for what is not a mapping, which is reported.
  init?(_ node: DataNode, as shape: PolicySchema.Shape, _ what: String, in reading: PolicyReading) {
    guard node.isMapping else {
      reading.error(
        "expected \(what) as a mapping, found \(node.asFound)", at: node.range, hint: Self.missingBlank(node))
      return nil
    }
    self.node = node
    let names = shape.keys.map(\.name)
    let known = Set(names)
    var suggested: Set<String> = []
    for entry in node.entries {
      if let first = entries[entry.key] {
        reading.repeated(entry, first: first)
        continue
      }
      if known.contains(entry.key) {
        entries[entry.key] = entry
      } else {
        let nearest = NearestName.nearest(to: entry.key, among: names)
        if let nearest { suggested.insert(nearest) }
        reading.error(
          "unknown key \(Quoted.text(entry.key)) in \(what)", at: entry.keyRange,
          hint: nearest.map { "did you mean `\($0)`?" } ?? Self.place(of: entry.key, in: shape) ?? Self.keyList(names))
      }
    }
    // A required key that was misspelt is one mistake, not two.
    for key in shape.keys where key.isRequired && entries[key.name] == nil && !suggested.contains(key.name) {
      reading.error(
        "the key `\(key.name)` is missing in \(what)", at: node.entries.first?.keyRange ?? node.range,
        hint: shape == PolicySchema.policy ? "begin the file with `version: \(PolicySchema.version)`" : nil)
    }
  }

  /// A key without a blank behind its colon is a text.
  private static func missingBlank(_ node: DataNode) -> String? {
    guard let text = node.string, let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return nil }
    let next = text.index(after: colon)
    guard next < text.endIndex else { return nil }
    return text[next].isWhitespace
      ? "the blank behind the colon is not a plain one; write it anew" : "write a blank behind the colon"
  }

  subscript(key: String) -> DataNode? { entries[key]?.value }

  func keyRange(of key: String) -> Range<Int>? { entries[key]?.keyRange }

  /// The line of a key, or of the mapping where it has no such key.
  func origin(of key: String, in reading: PolicyReading) -> PolicyOrigin {
    reading.origin(at: entries[key]?.keyRange ?? node.range)
  }

  /// Where a key belongs that was written into another mapping.
  private static func place(of key: String, in shape: PolicySchema.Shape) -> String? {
    switch shape {
    case PolicySchema.policy where FactName(rawValue: key) != nil: "facts stand under `organization`"
    case PolicySchema.context where FactName(rawValue: key) != nil: "the facts of a context stand under its `facts`"
    case PolicySchema.organization where PolicySchema.policy.keys.contains { $0.name == key }:
      "`\(key)` stands at the top of the policy, not indented"
    default: nil
    }
  }

  private static func keyList(_ names: [String]) -> String? {
    names.count <= 12 ? "the keys are \(names.map { "`\($0)`" }.joined(separator: ", "))" : nil
  }
}

extension PolicyReading {
  /// Reports a key that its mapping has already.
  func repeated(_ entry: DataNode.Entry, first: DataNode.Entry) {
    let line = source.lineNumber(at: first.keyRange.lowerBound)
    error("the key \(Quoted.text(entry.key)) is written twice", at: entry.keyRange, hint: "it stands in line \(line)")
  }
}
