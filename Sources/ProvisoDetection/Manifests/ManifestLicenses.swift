internal import ProvisoCore
internal import ProvisoText

/// Reads the license keys that cards share: `license` (one or a list), `license_name`, `license_link`.
struct ManifestLicenses {
  let input: DetectionInput

  /// The hub reads `license` alone; what stands under `License` somebody meant, too.
  func licenses(of root: DataNode) -> [DeclaredLicense] {
    let stated = root.values(like: "license")
    guard !stated.isEmpty else { return named(root) }
    let name = root["license_name"]?.text
    let link = root["license_link"]?.text
    return stated.flatMap { $0.scalar == nil ? $0.items : [$0] }.compactMap { node in
      node.text.map { DeclaredLicense(tag: $0, name: name, link: link, location: input.location(of: node)) }
    }
  }

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
