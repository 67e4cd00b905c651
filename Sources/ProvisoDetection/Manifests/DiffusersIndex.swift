internal import ProvisoCore
internal import ProvisoText

/// `model_index.json` of diffusers: a pipeline lies here (`_class_name`), made from another (`_name_or_path`).
struct DiffusersIndex: Detector {
  let id = "diffusers-index"
  let summary = "model_index.json: a diffusers pipeline and the one it was made from."
  let needles = ["_class_name", "_diffusers_version", "_name_or_path"]

  func wants(_ path: FilePath) -> Bool {
    path.lowercasedName == "model_index.json"
  }

  func detect(_ input: DetectionInput) -> Detections {
    let (manifest, notifications) = JSONManifest.read(input)
    var detections = Detections(notifications: notifications)
    guard let manifest, manifest.root["_class_name"] != nil || manifest.root["_diffusers_version"] != nil else {
      return detections
    }
    let model = input.path.directory
    let place = input.location(
      manifest.root.entries.first { $0.key == "_class_name" }?.keyRange ?? manifest.root.range)
    var declaration = ModelDeclaration(
      model: model, source: .modelConfig, location: place, scope: input.path.scope)
    declaration.architectures = [manifest.root["_class_name"]?.string].compactMap(\.self)
    detections.references.append(
      input.reference(.local(model), at: place, as: model, kind: .modelConfig, role: .bundled))
    if let base = manifest.base("_name_or_path") {
      let location = input.location(of: base.node)
      declaration.bases = [DeclaredBase(model: base.model, relation: nil, location: location)]
      detections.references.append(
        input.reference(
          base.model, at: location, as: base.node.string ?? base.model.id, kind: .modelConfig, role: .base,
          derivative: model))
    }
    detections.declarations.append(declaration)
    return detections
  }
}
