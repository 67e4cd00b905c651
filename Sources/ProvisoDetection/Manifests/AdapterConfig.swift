internal import ProvisoCore
internal import ProvisoText

/// `adapter_config.json` of PEFT, and MLX's: the base that an adapter needs (`base_model_name_or_path`, `revision`).
struct AdapterConfig: Detector {
  let id = "adapter-config"
  let summary = "adapter_config.json: the base model of an adapter."
  let needles = ["base_model_name_or_path", "peft_type", "\"model\""]

  var endings: Set<String> { ["json"] }

  func wants(_ path: FilePath) -> Bool {
    path.lowercasedName == "adapter_config.json"
  }

  func detect(_ input: DetectionInput) -> Detections {
    let (manifest, notifications) = JSONManifest.read(input)
    var detections = Detections(notifications: notifications)
    guard let manifest else { return detections }
    let model = input.path.directory
    let base = manifest.base("base_model_name_or_path") ?? manifest.base("model")
    let place = base.map { input.location(of: $0.node) } ?? input.location(manifest.root.range)
    var declaration = ModelDeclaration(
      model: model, source: .adapterConfig, location: place, scope: input.path.scope)
    let parent = manifest.root["base_model_name_or_path"].flatMap { Self.isParent($0, of: model) ? $0 : nil }
    if let parent {
      declaration.pathBases = [
        DeclaredBase(model: .local(".."), relation: .adapter, location: input.location(of: parent))
      ]
    } else if base == nil {
      declaration.unreadBases = manifest.unreadBases("base_model_name_or_path")
    }
    // Of itself, without a base, it is the settings of a run; weights beside it say that they are there.
    if base != nil || parent != nil || !declaration.unreadBases.isEmpty {
      detections.references.append(input.bundled(at: place, kind: .adapterConfig))
    }
    if let base {
      let revision = manifest.root["revision"]?.string.map(Revision.init(written:)) ?? .unpinned
      let named = input.base(base, relation: .adapter, revision: revision, kind: .adapterConfig)
      declaration.bases = [named.declared]
      detections.references.append(named.reference)
    }
    detections.declarations.append(declaration)
    return detections
  }

  /// `..`: the adapter lies in a folder of its base's. The root of the tree is no folder that one could name.
  private static func isParent(_ node: DataNode, of model: String) -> Bool {
    ["..", "../"].contains(node.string) && model.utf8.contains(UInt8(ascii: "/"))
  }
}
