internal import ProvisoCore
internal import ProvisoKnowledge
internal import ProvisoText

/// One file that a person edits.
struct KnowledgeSource {
  /// Without folder and extension.
  var name: String
  var path: String
  var bytes: [UInt8]
}

/// One table as the binary holds it.
struct PackedTable {
  /// The file under `Sources/CProvisoData/packed`.
  var fileName: String
  var bytes: [UInt8]
}

/// What is wrong with a source, with its place.
struct PackingError: Error, CustomStringConvertible {
  var description: String
}

/// Turns the knowledge that people edit into the tables that the binary searches: the same input, the same bytes.
struct KnowledgePacker {
  var licenses: [KnowledgeSource]
  var packs: [KnowledgeSource]
  /// `catalog`, `aliases`, `families`, `named-licenses` and the other tables, by name.
  var models: [KnowledgeSource]

  func pack() throws(PackingError) -> [PackedTable] {
    var tables = try packLicenses()
    tables += packPolicies()
    tables.append(PackedTable(fileName: "catalog.tsv", bytes: try sortedTable("catalog")))
    tables.append(PackedTable(fileName: "aliases.tsv", bytes: try sortedTable("aliases")))
    tables.append(PackedTable(fileName: "registries.tsv", bytes: try sortedTable("registries")))
    tables.append(PackedTable(fileName: "spoken.tsv", bytes: try sortedTable("spoken")))
    for name in ["openness", "alternatives"] {
      tables.append(PackedTable(fileName: "\(name).tsv", bytes: joined(try rows(of: name))))
    }
    // Rules are tried in the order a person wrote them.
    tables.append(PackedTable(fileName: "families.tsv", bytes: joined(try rows(of: "families"))))
    tables.append(PackedTable(fileName: "names.tsv", bytes: joined(try rows(of: "names"))))
    tables.append(PackedTable(fileName: "shapes.tsv", bytes: joined(try rows(of: "shapes"))))
    tables.append(PackedTable(fileName: "withdrawn.tsv", bytes: try sortedTable("withdrawn")))
    tables.append(PackedTable(fileName: "gated.tsv", bytes: try sortedTable("gated")))
    tables.append(PackedTable(fileName: "osaid.tsv", bytes: try sortedTable("osaid")))
    tables.append(PackedTable(fileName: "named-licenses.tsv", bytes: try namedLicenses()))
    return tables
  }

  private func packLicenses() throws(PackingError) -> [PackedTable] {
    var text: [UInt8] = []
    var owners: [String: String] = [:]
    var rows: [String: String] = [:]
    var titles: [String: [String]] = [:]
    var records: [License] = []
    for source in licenses.sorted(by: { $0.name < $1.name }) {
      let license = try read(source)
      records.append(license)
      rows[license.id] = "\(license.id)\t\(text.count)\t\(source.bytes.count)\t\(license.category.rawValue)"
      for name in Set(([license.id, license.spdx] + license.aliases).map(LicenseName.normalize)) {
        if let owner = owners[name] {
          throw PackingError(description: "\(source.path): the name \"\(name)\" belongs to \(owner) already.")
        }
        owners[name] = license.id
      }
      titles[LicenseName.normalize(license.name), default: []].append(license.id)
      if let address = license.url.flatMap(LicenseName.address) { titles[address, default: []].append(license.id) }
      text += source.bytes
    }
    // A title or an address that two texts share names neither.
    for (title, ids) in titles where ids.count == 1 && owners[title] == nil { owners[title] = ids[0] }
    let lines = owners.compactMap { name, id in rows[id].map { "\(name)\t\($0)" } }
    return [
      PackedTable(fileName: "licenses.yaml", bytes: text),
      PackedTable(fileName: "license-names.tsv", bytes: joined(sorted(lines))),
      PackedTable(fileName: "required-texts.tsv", bytes: joined(RequiredTexts.rows(for: records))),
    ]
  }

  private func read(_ source: KnowledgeSource) throws(PackingError) -> License {
    let license: License
    do {
      license = try LicenseRecordReader.read(SourceText(path: source.path, bytes: source.bytes))
    } catch {
      throw PackingError(
        description: "\(source.path):\(error.position.line):\(error.position.column): \(error.message)")
    }
    guard license.id == source.name else {
      throw PackingError(description: "\(source.path): the id \"\(license.id)\" is not the name of the file.")
    }
    return license
  }

  /// The index of `texts` under the ids of the records that answer to their names: those of a record's aliases are its own.
  ///
  /// - Parameter current: an index whose other texts stay as they are: not everybody who packs has every text.
  func index(of texts: [KnowledgeSource], keeping current: [UInt8]) throws(PackingError) -> [UInt8] {
    var ids: [String: String] = [:]
    for source in licenses {
      let license = try read(source)
      for name in [license.id] + license.aliases { ids[LicenseName.normalize(name)] = license.id }
    }
    let suffix = ".use-policy"
    let named = texts.map { text in
      let isPolicy = text.name.hasSuffix(suffix)
      let name = isPolicy ? String(text.name.dropLast(suffix.count)) : text.name
      return (name: (ids[LicenseName.normalize(name)] ?? name) + (isPolicy ? suffix : ""), bytes: text.bytes)
    }
    let names = Set(named.map(\.name))
    let others = LicenseIndex(packed: current).entries.filter {
      // A use policy may go with a license that others wrote, and then has no record under its name.
      !names.contains($0.name) && ($0.isUsePolicy || ids[LicenseName.normalize($0.license)] != nil)
    }
    return LicenseIndex.pack(named, keeping: others)
  }

  private func packPolicies() -> [PackedTable] {
    var text: [UInt8] = []
    var lines: [String] = []
    for source in packs.sorted(by: { $0.name < $1.name }) {
      lines.append("\(source.name)\t\(text.count)\t\(source.bytes.count)")
      text += source.bytes
    }
    return [
      PackedTable(fileName: "packs.yaml", bytes: text),
      PackedTable(fileName: "pack-names.tsv", bytes: joined(sorted(lines))),
    ]
  }

  /// `key<TAB>id<TAB>name<TAB>osiApproved`, under the id and under the name.
  private func namedLicenses() throws(PackingError) -> [UInt8] {
    var lines: [String: String] = [:]
    for row in try rows(of: "named-licenses") {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 3 else {
        throw PackingError(description: "named-licenses.tsv: three fields expected: \(row)")
      }
      for name in fields.prefix(2) {
        let key = LicenseName.normalize(name)
        lines[key] = lines[key] ?? "\(key)\t\(row)"
      }
    }
    return joined(sorted(Array(lines.values)))
  }

  private func sortedTable(_ name: String) throws(PackingError) -> [UInt8] {
    let lines = sorted(try rows(of: name))
    for (one, next) in zip(lines, lines.dropFirst()) where key(one) == key(next) {
      throw PackingError(description: "\(name).tsv: \"\(key(one))\" stands there twice.")
    }
    return joined(lines)
  }

  private func rows(of name: String) throws(PackingError) -> [String] {
    guard let source = models.first(where: { $0.name == name }) else {
      throw PackingError(description: "\(name).tsv is missing.")
    }
    return String(decoding: source.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
      .filter { !$0.hasPrefix("#") }
  }

  private func key(_ line: String) -> Substring {
    line.prefix { $0 != "\t" }
  }

  /// In the byte order of the first fields, as the binary search expects.
  private func sorted(_ lines: [String]) -> [String] {
    lines.sorted { key($0).utf8.lexicographicallyPrecedes(key($1).utf8) }
  }

  private func joined(_ lines: [String]) -> [UInt8] {
    Array(lines.map { $0 + "\n" }.joined().utf8)
  }
}
