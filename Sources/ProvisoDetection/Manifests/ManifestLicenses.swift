internal import ProvisoCore
internal import ProvisoText

/// Reads the license keys that cards share: `license` (one or a list), `license_name`, `license_link`, and `license:…` among the
/// `tags`, as the hub writes it. A key that stands there twice has both: which was meant, nobody knows.
struct ManifestLicenses {
  let input: DetectionInput

  /// The hub reads `license` alone; what stands under `License` or `licence` somebody meant, too.
  func licenses(of root: DataNode) -> [DeclaredLicense] {
    let stated = root.everyValue(like: "license") + root.everyValue(like: "licence")
    let name = root["license_name"]?.text
    let link = root["license_link"]?.text
    let licenses = stated.flatMap(Self.values).compactMap { node in
      node.text.map { DeclaredLicense(tag: $0, name: name, link: link, location: input.location(of: node)) }
    }
    let told = Set(licenses.map { ASCII.lowercased($0.tag) })
    let tagged = tagged(root).filter { !told.contains(ASCII.lowercased($0.tag)) }.map { license in
      var license = license
      license.contradicts = !told.isEmpty
      return license
    }
    return licenses.isEmpty && tagged.isEmpty ? named(root) : Self.limited(licenses + tagged)
  }

  /// More are no list of licenses that somebody wrote. What is left out may be stricter than the rest, so that it is kept as one that
  /// nobody knows.
  static let mostLicenses = 256

  private static func limited(_ licenses: [DeclaredLicense]) -> [DeclaredLicense] {
    guard licenses.count > mostLicenses else { return licenses }
    let rest = DeclaredLicense(
      tag: "other", name: "\(licenses.count - mostLicenses) more licenses", location: licenses[mostLicenses].location)
    return licenses.prefix(mostLicenses) + [rest]
  }

  /// One value, those of a list and of the lists in it, or those of `{code: mit, weights: cc-by-nc-4.0}` that are not the code's or
  /// the data's.
  private static func values(_ node: DataNode) -> [DataNode] {
    var values: [DataNode] = []
    var next = [node]
    while let node = next.popLast() {
      if node.scalar != nil {
        values.append(node)
      } else if node.isMapping {
        let ofModel = node.entries.filter { !ofOthers.contains(DataNode.folded($0.key)) }
        next += (ofModel.isEmpty ? node.entries : ofModel).reversed().map(\.value)
      } else {
        next += node.items.reversed()
      }
    }
    return values
  }

  private static let ofOthers: Set<String> = [
    "code", "source", "source_code", "software", "scripts", "data", "dataset", "datasets", "docs", "documentation",
  ]

  private func tagged(_ root: DataNode) -> [DeclaredLicense] {
    (root["tags"]?.stringsWithNodes ?? []).compactMap { tag, node in
      if Self.limits.contains(ASCII.lowercased(tag)) {
        return DeclaredLicense(tag: CardTerms.noncommercialUse, location: input.location(of: node))
      }
      guard tag.hasPrefix(Self.tag), tag.utf8.count > Self.tag.utf8.count else { return nil }
      return DeclaredLicense(tag: String(tag.dropFirst(Self.tag.count)), location: input.location(of: node))
    }
  }

  /// Tags that say what may not be done with the model.
  private static let limits: Set<String> = ["non-commercial", "noncommercial", "non_commercial", "non-commercial-use"]

  /// What the hub puts before a license among the tags.
  static let tag = "license:"

  /// A card that names a license and forgot `license: other`.
  private func named(_ root: DataNode) -> [DeclaredLicense] {
    guard let node = root["license_name"] ?? root["license_link"] else { return [] }
    return [
      DeclaredLicense(
        tag: "other", name: root["license_name"]?.text, link: root["license_link"]?.text,
        location: input.location(of: node))
    ]
  }
}

extension DataNode {
  /// The values of every key that is `key` but for case and `-`, the last one first: that is the one libraries read.
  func everyValue(like key: String) -> [DataNode] {
    let (exact, others) = (entries.filter { $0.key == key }, entries.filter { $0.key != key })
    return exact.reversed().map(\.value) + others.filter { Self.folded($0.key) == key }.map(\.value)
  }
}
