package import ProvisoCore
package import ProvisoText

/// Reads a license record (`Licenses/<id>.yaml`): exactly the keys of ``License``, every one present (but for those
/// that few have), null where the text of the license does not say.
package struct LicenseRecordReader {
  private let source: SourceText

  /// - Throws: ``DocumentError`` for YAML that cannot be read, a key that is missing, unknown or written twice, and a
  ///   value of the wrong kind, each with its line and column and what was expected.
  package static func read(_ source: SourceText) throws(DocumentError) -> License {
    let document = try YAMLReader.read(source)
    if let twice = document.duplicateKeys.first {
      throw DocumentError(position: source.position(at: twice.again.lowerBound), message: "The key is written twice.")
    }
    guard let root = document.root else {
      throw DocumentError(position: TextPosition(line: 1, column: 1), message: "The record is empty.")
    }
    return try Self(source: source).license(root)
  }

  private func license(_ node: DataNode) throws(DocumentError) -> License {
    let keys = try keyed(
      node,
      [
        "id", "name", "family", "edition", "publisher", "released", "spdx", "aliases", "url", "category", "osiApproved",
        "openness", "terms", "sources",
      ], optional: ["supersedes", "releases"])
    var license = License(
      id: try required(keys.string("id"), "id", node),
      name: try required(keys.string("name"), "name", node),
      family: try keys.string("family"),
      edition: try keys.string("edition"),
      publisher: try keys.string("publisher"),
      released: try keys.string("released"),
      spdx: try required(keys.string("spdx"), "spdx", node),
      aliases: try strings(keys["aliases"]),
      url: try keys.string("url"),
      category: try required(keys.word("category", LicenseCategory.self), "category", node),
      osiApproved: try keys.boolean("osiApproved"),
      openness: try openness(keys["openness"]),
      terms: try Terms(from: RecordTerms(keys["terms"], self)),
      sources: try sources(keys["sources"]))
    if keys.has("supersedes") { license.supersedes = try strings(keys["supersedes"]) }
    if keys.has("releases") { license.releases = try releases(keys["releases"]) }
    return license
  }

  private func openness(_ node: DataNode) throws(DocumentError) -> License.Openness {
    let keys = try keyed(node, ["osd", "osaidLicenseGate"])
    let osd = try keyed(keys["osd"], ["verdict", "criteria"])
    var criteria: [License.Criterion] = []
    for item in keys["osd"]["criteria"]?.items ?? [] {
      let fields = try keyed(item, ["criterion", "clause", "because"])
      criteria.append(
        License.Criterion(
          criterion: try required(fields.integer("criterion"), "criterion", item),
          clause: try fields.string("clause"), because: try required(fields.string("because"), "because", item)))
    }
    return License.Openness(
      osd: try required(osd.word("verdict", License.Verdict.self), "verdict", keys["osd"]), failedCriteria: criteria,
      osaidLicenseGate: try keys.word("osaidLicenseGate", License.Verdict.self))
  }

  private func releases(_ node: DataNode) throws(DocumentError) -> [License.Release] {
    var releases: [License.Release] = []
    for item in node.items {
      let keys = try keyed(item, ["model", "date"])
      releases.append(
        License.Release(
          model: try required(keys.string("model"), "model", item),
          date: try required(keys.string("date"), "date", item)))
    }
    return releases
  }

  private func sources(_ node: DataNode) throws(DocumentError) -> [License.Source] {
    var sources: [License.Source] = []
    for item in node.items {
      let keys = try keyed(item, ["url", "sha256", "read"])
      sources.append(
        License.Source(
          url: try keys.string("url"), sha256: try keys.string("sha256"),
          read: try required(keys.string("read"), "read", item)))
    }
    return sources
  }
}

// MARK: - Keys

extension LicenseRecordReader {
  /// A mapping whose keys have been checked.
  struct Keys {
    let reader: LicenseRecordReader
    let values: [String: DataNode]

    subscript(_ key: String) -> DataNode {
      values[key] ?? DataNode(content: .scalar(.init(text: "", form: .null)), range: 0..<0)
    }

    func has(_ key: String) -> Bool { values[key] != nil }

    func string(_ key: String) throws(DocumentError) -> String? {
      guard !self[key].isNull else { return nil }
      guard let string = self[key].string else {
        throw reader.error(self[key], "\(key) is no string: put it in quotes.")
      }
      return string
    }

    func boolean(_ key: String) throws(DocumentError) -> Bool? {
      guard !self[key].isNull else { return nil }
      guard let boolean = self[key].boolean else {
        throw reader.error(self[key], "\(key) is neither true, false nor null.")
      }
      return boolean
    }

    func integer(_ key: String) throws(DocumentError) -> Int? {
      guard !self[key].isNull else { return nil }
      guard let integer = self[key].integer else { throw reader.error(self[key], "\(key) is no whole number.") }
      return integer
    }

    func word<Value: RawRepresentable<String> & CaseIterable>(
      _ key: String, _: Value.Type
    ) throws(DocumentError) -> Value? {
      guard let string = try string(key) else { return nil }
      guard let value = Value(rawValue: string) else {
        let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
        throw reader.error(self[key], "\"\(string)\" is none of: \(words).")
      }
      return value
    }
  }

  func keyed(
    _ node: DataNode, _ expected: [String], optional: [String] = []
  ) throws(DocumentError) -> Keys {
    guard node.isMapping else {
      throw error(node, "Expected a mapping with the keys \(expected.joined(separator: ", ")).")
    }
    var values: [String: DataNode] = [:]
    for entry in node.entries {
      guard expected.contains(entry.key) || optional.contains(entry.key) else {
        throw DocumentError(
          position: source.position(at: entry.keyRange.lowerBound),
          message: "\"\(entry.key)\" is not a key of a record.")
      }
      values[entry.key] = entry.value
    }
    if let missing = expected.first(where: { values[$0] == nil }) { throw error(node, "\(missing) is missing.") }
    return Keys(reader: self, values: values)
  }

  func strings(_ node: DataNode) throws(DocumentError) -> [String] {
    guard node.isSequence else { throw error(node, "Expected a list of strings.") }
    var strings: [String] = []
    for item in node.items {
      guard let string = item.string else { throw error(item, "The item is no string: put it in quotes.") }
      strings.append(string)
    }
    return strings
  }

  func required<Value>(_ value: Value?, _ key: String, _ node: DataNode) throws(DocumentError) -> Value {
    guard let value else { throw error(node, "\(key) has no value.") }
    return value
  }

  func error(_ node: DataNode, _ message: String) -> DocumentError {
    DocumentError(position: source.position(at: node.range.lowerBound), message: message)
  }
}
