internal import ProvisoCore
internal import ProvisoDetection

/// The license texts of the tree that a card links to (`license_link: docs/terms.txt`) under names that no license text has.
struct LinkedTexts {
  let runner: DetectorRunner
  /// The contents of a file of the tree; nil where there is none.
  let read: (String) -> [UInt8]?
  /// Whether the scan may look at a file of that path.
  let isInScope: (String) -> Bool

  private static let mostTexts = 64

  func added(to detections: Detections) -> Detections {
    var detections = detections
    let known = Set(detections.declarations.filter { $0.source == .licenseFile }.map(\.location.path))
    var links: [(path: String, isOther: Bool)] = []
    for declaration in detections.declarations {
      for license in declaration.licenses {
        guard let path = Self.path(license), path != license.location.path, !known.contains(path),
          !links.contains(where: { $0.path == path })
        else { continue }
        links.append((path, license.tag.lowercased() == "other"))
      }
      if links.count >= Self.mostTexts { break }
    }
    for link in links where isInScope(link.path) {
      guard let bytes = read(link.path) else { continue }
      // Under the name of a license text, which is what the card calls it.
      let found = runner.detect(path: FilePath("\(link.path)/LICENSE"), bytes: bytes)
      for var declaration in found.declarations where declaration.source == .licenseFile {
        // A text that is like none on file says something where the card leaves it to the text to say which license it is.
        guard link.isOther || declaration.licenses.contains(where: { $0.recognition != nil }) else { continue }
        declaration.model = link.path
        declaration.location.path = link.path
        for index in declaration.licenses.indices { declaration.licenses[index].location.path = link.path }
        detections.declarations.append(declaration)
      }
      detections.evidence += found.evidence.map { evidence in
        var evidence = evidence
        evidence.location.path = link.path
        return evidence
      }
    }
    return detections
  }

  /// The path from the root of the tree to which the link of a license leads; nil for an address and what leads out of the tree.
  private static func path(_ license: DeclaredLicense) -> String? {
    guard let link = license.link?.prefix(while: { $0 != "#" }), !link.isEmpty, !link.contains("://"),
      !link.hasPrefix("/"), link.utf8.count <= 1_000
    else { return nil }
    let path = RelativePath.resolved(link, from: FilePath(license.location.path).directory)
    return path == "." ? nil : path
  }
}
