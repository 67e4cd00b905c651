internal import ProvisoCore
internal import ProvisoText

/// `open_clip_config.json` of OpenCLIP: a model lies here, with the text tower of another (`hf_model_name`) in it.
struct OpenCLIPConfig: Detector {
  let id = "openclip-config"
  let summary = "open_clip_config.json: a CLIP model and the text tower in it."
  let needles = ["model_cfg"]

  var endings: Set<String> { ["json"] }

  func wants(_ path: FilePath) -> Bool {
    path.lowercasedName == "open_clip_config.json"
  }

  func detect(_ input: DetectionInput) -> Detections {
    let (manifest, notifications) = JSONManifest.read(input)
    guard let manifest, let model = manifest.root.entries.last(where: { $0.key == "model_cfg" }) else {
      return Detections(notifications: notifications)
    }
    let tower = model.value["text_cfg"]?["hf_model_name"].flatMap { node in
      node.string.flatMap(HubName.model).map { (model: $0, node: node) }
    }
    // An architecture that was trained from nothing has no base.
    let isPretrained = model.value["text_cfg"]?["hf_model_pretrained"]?.boolean != false
    var found = input.model(
      at: input.location(model.keyRange), bases: isPretrained ? [tower].compactMap { $0 } : [])
    found.notifications += notifications
    return found
  }
}
