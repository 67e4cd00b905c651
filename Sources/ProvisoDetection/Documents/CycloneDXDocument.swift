internal import ProvisoCore
internal import ProvisoText

/// CycloneDX documents (JSON): the machine-learning models among their components, with the license that the document gives
/// them and their ancestors. Packages of other kinds are left out, and so are documents in XML.
struct CycloneDXDocument: Detector {
  let id = "cyclonedx-document"
  let summary = "CycloneDX documents: their machine-learning models, licenses and ancestors."
  let needles = ["pkg:huggingface/", "machine-learning-model"]

  var endings: Set<String> { ["json"] }

  func wants(_ path: FilePath) -> Bool {
    let name = path.lowercasedName
    return name.hasSuffix(".cdx.json") || name == "bom.json" || name.hasSuffix("bom.json") || name == "cyclonedx.json"
  }

  private static let maximumDepth = 32

  func detect(_ input: DetectionInput) -> Detections {
    let (manifest, notifications) = JSONManifest.read(input)
    var detections = Detections(notifications: notifications)
    guard let root = manifest?.root, root["bomFormat"]?.string == "CycloneDX" else { return detections }
    if let subject = root["metadata"]?["component"] { read(subject, input, 0, &detections) }
    for component in root["components"]?.items ?? [] { read(component, input, 0, &detections) }
    return detections
  }

  private func read(_ component: DataNode, _ input: DetectionInput, _ depth: Int, _ detections: inout Detections) {
    guard depth < Self.maximumDepth else {
      let position = input.source.position(at: component.range.lowerBound)
      detections.notifications.append(
        input.notification(
          .warning, at: position, "Components inside \(Self.maximumDepth) others are not read."))
      return
    }
    if let found = Self.model(component) {
      let location = input.location(of: found.node)
      let isData = component["type"]?.string == "data"
      let model = isData ? ModelName.huggingFace("datasets/\(found.model.id)") : found.model
      detections.references.append(
        input.reference(
          model, revision: found.revision, at: location, as: found.node.string ?? found.model.id, kind: .bom,
          role: isData ? .dataset : .used))
      let bases = (component["pedigree"]?["ancestors"]?.items ?? []).compactMap(Self.model)
      detections.references += bases.map { base in
        input.reference(
          base.model, revision: base.revision, at: input.location(of: base.node), as: base.node.string ?? base.model.id,
          kind: .bom, role: .base)
      }
      detections.outside.append(
        OutsideDeclaration(
          model: model, source: .bom, location: location, licenses: licenses(component, input),
          bases: bases.map { base in
            DeclaredBase(model: base.model, relation: nil, location: input.location(of: base.node))
          }))
    }
    for part in component["components"]?.items ?? [] { read(part, input, depth + 1, &detections) }
  }

  /// A hub model by its package address; by group and name where the component says that it is a model.
  private static func model(_ component: DataNode) -> (model: ModelName, revision: Revision, node: DataNode)? {
    if let node = component["purl"], let package = node.string.flatMap(PackageURL.init) {
      return (package.model, package.revision, node)
    }
    guard component["type"]?.string == "machine-learning-model", let node = component["name"], let name = node.string
    else { return nil }
    // Of a path on somebody's disk the last part is the name.
    let isOnDisk = component["purl"]?.string?.hasPrefix(PackageURL.onDisk) == true
    let id =
      isOnDisk ? FilePath(name).name : component["group"]?.string.map { $0.isEmpty ? name : "\($0)/\(name)" } ?? name
    guard let model = HubName.model(in: id) else { return nil }
    return (model, PackageURL.revision(component["version"]?.string), node)
  }

  private func licenses(_ component: DataNode, _ input: DetectionInput) -> [DeclaredLicense] {
    (component["licenses"]?.items ?? []).compactMap { choice in
      let license = choice["license"]
      guard let node = choice["expression"] ?? license?["id"] ?? license?["name"], let tag = node.string, !tag.isEmpty
      else { return nil }
      return DeclaredLicense(tag: tag, link: license?["url"]?.string, location: input.location(of: node))
    }
  }
}
