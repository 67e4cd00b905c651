internal import ProvisoCore
internal import ProvisoText

/// `meta.json` of a spaCy pipeline: the folder is a model, and `license` is its license.
struct SpacyMeta: Detector {
  let id = "spacy-meta"
  let summary = "The meta.json of spaCy pipelines: license and name."
  let needles = ["spacy_version"]

  var endings: Set<String> { ["json"] }

  func wants(_ path: FilePath) -> Bool {
    path.lowercasedName == "meta.json"
  }

  func detect(_ input: DetectionInput) -> Detections {
    let (manifest, notifications) = JSONManifest.read(input)
    var detections = Detections(notifications: notifications)
    guard let manifest, let version = manifest.root.entries.last(where: { $0.key == "spacy_version" }) else {
      return detections
    }
    let licenses = ManifestLicenses(input: input).licenses(of: manifest.root)
    let place = licenses.first?.location ?? input.location(version.keyRange)
    // `core_news_sm` of the language `it`.
    let name = manifest.root["name"].flatMap { node in
      node.string.map { DeclaredName(name: $0, location: input.location(of: node)) }
    }
    var own = input.bundled(at: place)
    own.asWritten = name?.name ?? own.asWritten
    detections.references.append(own)
    // Its parts lie in folders of their own, which the card of a model has, too.
    detections.declarations.append(
      ModelDeclaration(
        model: input.path.directory, source: .modelCard, location: place, name: name, licenses: licenses,
        scope: input.path.scope))
    return detections
  }
}
