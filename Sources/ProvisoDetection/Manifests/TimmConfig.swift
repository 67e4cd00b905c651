internal import ProvisoCore
internal import ProvisoText

/// `config.json` of timm: the architecture, and under `pretrained_cfg` the license of the pretrained weights and the hub
/// repository they came from.
struct TimmConfig: Detector {
  let id = "timm-config"
  let summary = "config.json of timm: pretrained weights, their license and where they came from."
  let needles = ["pretrained_cfg"]

  var endings: Set<String> { ["json"] }

  func wants(_ path: FilePath) -> Bool {
    path.lowercasedName == "config.json"
  }

  func detect(_ input: DetectionInput) -> Detections {
    // What is no JSON is told by the detector of transformers' configs, which has the same needles or is not called.
    guard let root = try? JSONReader.read(input.source).root, let architecture = root["architecture"],
      architecture.string != nil, let pretrained = root["pretrained_cfg"], pretrained.isMapping
    else { return Detections() }
    let licenses = [pretrained["license"]].compactMap { node in
      node.flatMap { node in node.string.map { DeclaredLicense(tag: $0, location: input.location(of: node)) } }
    }
    let source = pretrained["hf_hub_id"].flatMap { node in
      node.string.flatMap(HubName.model).map { (model: $0, node: node) }
    }
    return input.model(
      at: input.location(of: architecture), licenses: licenses.filter { !$0.tag.isEmpty },
      bases: [source].compactMap { $0 })
  }
}
