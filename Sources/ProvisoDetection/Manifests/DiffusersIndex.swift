internal import ProvisoCore
internal import ProvisoText

/// `model_index.json` of diffusers: a pipeline lies here (`_class_name`), made from another (`_name_or_path`).
struct DiffusersIndex: Detector {
  let id = "diffusers-index"
  let summary = "model_index.json: a diffusers pipeline and the one it was made from."
  let needles = ["_class_name", "_diffusers_version", "_name_or_path"]

  var endings: Set<String> { ["json"] }

  func wants(_ path: FilePath) -> Bool {
    path.lowercasedName == "model_index.json"
  }

  func detect(_ input: DetectionInput) -> Detections {
    let (manifest, notifications) = JSONManifest.read(input)
    var detections = Detections(notifications: notifications)
    guard let manifest, manifest.root["_class_name"] != nil || manifest.root["_diffusers_version"] != nil else {
      return detections
    }
    let place = input.location(
      manifest.root.entries.first { $0.key == "_class_name" }?.keyRange ?? manifest.root.range)
    var declaration = ModelDeclaration(
      model: input.path.directory, source: .modelConfig, location: place, scope: input.path.scope)
    declaration.architectures = [manifest.root["_class_name"]?.string].compactMap(\.self)
    detections.references.append(input.bundled(at: place))
    if let base = manifest.base("_name_or_path").map({ input.base($0) }) {
      declaration.bases = [base.declared]
      detections.references.append(base.reference)
    }
    detections.declarations.append(declaration)
    return detections
  }
}
