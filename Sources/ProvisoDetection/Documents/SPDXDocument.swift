internal import ProvisoCore
internal import ProvisoText

/// SPDX documents (JSON): hub models among the packages of SPDX 2, and the `ai_AIPackage` and `dataset_DatasetPackage` elements
/// of SPDX 3 and its packages whose purpose is to be a model or data, with the licenses that the document gives them.
struct SPDXDocument: Detector {
  let id = "spdx-document"
  let summary = "SPDX documents: their AI packages, licenses and ancestors."
  let needles = ["pkg:huggingface/", "ai_aipackage", "huggingface.co/", "software_primarypurpose"]

  var endings: Set<String> { ["json", "jsonld"] }

  func wants(_ path: FilePath) -> Bool {
    [".spdx.json", ".spdx3.json", ".spdx.jsonld"].contains { path.lowercasedName.hasSuffix($0) }
      || path.lowercasedName == "spdx.json"
  }

  func detect(_ input: DetectionInput) -> Detections {
    let (manifest, notifications) = JSONManifest.read(input)
    var detections = Detections(notifications: notifications)
    guard let root = manifest?.root else { return detections }
    if let graph = root["@graph"] {
      readGraph(graph.items, input, &detections)
    } else if root["spdxVersion"] != nil {
      for package in root["packages"]?.items ?? [] { read(package, input, &detections) }
    }
    return detections
  }

  private typealias Found = (model: ModelName, revision: Revision, node: DataNode)

  /// By the address of a package, else by that of the download.
  private static func model(packages: [DataNode], download: DataNode?) -> Found? {
    for node in packages {
      if let package = node.string.flatMap(PackageURL.init) { return (package.model, package.revision, node) }
    }
    guard let node = download, let address = node.string.flatMap(Self.address) else { return nil }
    return (.huggingFace(address.id), PackageURL.revision(address.revision), node)
  }

  /// `git+https://huggingface.co/…` too.
  private static func address(_ text: String) -> HubAddress? {
    HubAddress.parse(text.hasPrefix("git+") ? String(text.dropFirst("git+".count)) : text)
  }

  /// A package of SPDX 2.
  private func read(_ package: DataNode, _ input: DetectionInput, _ detections: inout Detections) {
    let locators = (package["externalRefs"]?.items ?? []).compactMap { $0["referenceLocator"] }
    guard let found = Self.model(packages: locators, download: package["downloadLocation"]) else { return }
    let licenses = [package["licenseConcluded"], package["licenseDeclared"]].compactMap { node in
      node.flatMap { license($0, input) }
    }
    add(found, licenses: licenses, bases: [], input, &detections)
  }

  /// The elements of SPDX 3, which name each other by their ids.
  private func readGraph(_ elements: [DataNode], _ input: DetectionInput, _ detections: inout Detections) {
    var byID: [String: DataNode] = [:]
    var relations: [String: [(type: String, targets: [String])]] = [:]
    for element in elements {
      if let id = (element["spdxId"] ?? element["@id"])?.string { byID[id] = element }
      guard element["type"]?.string?.hasSuffix("Relationship") == true, let from = element["from"]?.string,
        let type = element["relationshipType"]?.string
      else { continue }
      let targets = element["to"]?.stringsWithNodes.map(\.string) ?? []
      relations[from, default: []].append((type, targets))
    }
    for element in elements {
      guard let isData = Self.isData(element), let found = Self.graphModel(element) else { continue }
      let own = relations[(element["spdxId"] ?? element["@id"])?.string ?? ""] ?? []
      let licenses = own.filter { ["hasConcludedLicense", "hasDeclaredLicense"].contains($0.type) }
        .flatMap(\.targets).compactMap { byID[$0] }.compactMap { target in
          (target["simplelicensing_licenseExpression"] ?? target["name"]).flatMap { license($0, input) }
        }
      let bases = own.filter { $0.type == "descendantOf" }.flatMap(\.targets).compactMap { byID[$0] }
        .compactMap(Self.graphModel)
      add(found, licenses: licenses, bases: bases, isData: isData, input, &detections)
    }
  }

  /// Whether an element of SPDX 3 is data, false for a model; nil for anything else.
  private static func isData(_ element: DataNode) -> Bool? {
    switch (element["type"]?.string, element["software_primaryPurpose"]?.string) {
    case ("dataset_DatasetPackage", _), ("software_Package", "data"): true
    case ("ai_AIPackage", _), ("software_Package", "model"): false
    default: nil
    }
  }

  private static func graphModel(_ element: DataNode) -> Found? {
    let packages = [element["software_packageUrl"]].compactMap { $0 }
    if let found = model(packages: packages, download: element["software_downloadLocation"]) { return found }
    guard let node = element["name"], let name = node.string else { return nil }
    // Of a path on somebody's disk the last part is the name.
    let isOnDisk = element["software_packageUrl"]?.string?.hasPrefix(PackageURL.onDisk) == true
    guard isOnDisk || name.contains("/"),
      let model = HubName.model(in: isOnDisk ? FilePath(name).name : name)
    else { return nil }
    return (model, .notApplicable, node)
  }

  private func add(
    _ found: Found, licenses: [DeclaredLicense], bases: [Found], isData: Bool = false, _ input: DetectionInput,
    _ detections: inout Detections
  ) {
    let location = input.location(of: found.node)
    let model = isData ? ModelName.huggingFace("datasets/\(found.model.id)") : found.model
    detections.references.append(
      input.reference(
        model, revision: found.revision, at: location, as: found.node.string ?? found.model.id, kind: .bom,
        role: isData ? .dataset : .used))
    detections.references += bases.map { base in
      input.reference(
        base.model, revision: base.revision, at: input.location(of: base.node), as: base.node.string ?? base.model.id,
        kind: .bom, role: .base)
    }
    detections.outside.append(
      OutsideDeclaration(
        model: model, source: .bom, location: location, licenses: licenses,
        bases: bases.map { base in
          DeclaredBase(model: base.model, relation: nil, location: input.location(of: base.node))
        }))
  }

  /// What the document asserts; it may also assert nothing.
  private func license(_ node: DataNode, _ input: DetectionInput) -> DeclaredLicense? {
    guard let tag = node.string, !tag.isEmpty, !["NOASSERTION", "NONE"].contains(tag) else { return nil }
    return DeclaredLicense(tag: tag, location: input.location(of: node))
  }
}
