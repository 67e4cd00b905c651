internal import ProvisoCore
internal import ProvisoText

/// `model.safetensors.index.json` and `pytorch_model.bin.index.json`: the map of weights that are split over several files.
/// The model is there even where its parts are left out of the tree.
struct WeightIndex: Detector {
  let id = "weight-index"
  let summary = "The index of weights that are split over several files."
  let needles = ["weight_map"]

  var endings: Set<String> { ["json"] }

  func wants(_ path: FilePath) -> Bool {
    path.lowercasedName.hasSuffix(".safetensors.index.json") || path.lowercasedName.hasSuffix(".bin.index.json")
  }

  func detect(_ input: DetectionInput) -> Detections {
    let (manifest, notifications) = JSONManifest.read(input)
    guard let manifest, let map = manifest.root.entries.last(where: { $0.key == "weight_map" }) else {
      return Detections(notifications: notifications)
    }
    let model = WeightName(input.path).owner == input.path.string ? input.path.directory : WeightName(input.path).owner
    let place = input.location(map.keyRange)
    let files = Set(map.value.entries.compactMap(\.value.string)).count
    return Detections(
      references: [
        input.reference(
          .local(model), at: place, as: input.path.name, kind: .weights, role: .bundled,
          remark: "weights in \(files == 1 ? "one file" : "\(files) files")")
      ],
      declarations: [
        ModelDeclaration(model: model, source: .weightMetadata, location: place, scope: input.path.scope)
      ], notifications: notifications)
  }
}
