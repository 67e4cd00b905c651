internal import ProvisoCore
internal import ProvisoText

/// `metadata.json` of a compiled Core ML model (`.mlmodelc`): license, author and what the author added.
struct CoreMLCompiled: Detector {
  let id = "coreml-compiled"
  let summary = "metadata.json of compiled Core ML models: license, and what they were made from."
  let needles = ["modeltype", "generatedclassname", "specificationversion"]

  var endings: Set<String> { ["json"] }

  func wants(_ path: FilePath) -> Bool {
    path.lowercasedName == "metadata.json" && FilePath(path.directory).fileExtension == "mlmodelc"
  }

  func detect(_ input: DetectionInput) -> Detections {
    let root: DataNode
    do {
      root = try JSONReader.read(input.source).root
    } catch {
      return Detections(notifications: [JSONManifest.unreadable(input, error)])
    }
    guard let model = root.items.first ?? (root.isMapping ? root : nil), model.isMapping else { return Detections() }
    let mark = model.entries.first { ["modelType", "generatedClassName"].contains($0.key) }
    let weights = WeightInput(path: input.path, bytes: ByteSource([]), recognize: input.recognize)
    let licenses = [model["license"]].compactMap { node -> DeclaredLicense? in
      guard let node, var license = WeightLicense.read(node.string, weights) else { return nil }
      license.location = input.location(of: node)
      return license
    }
    let keys = ["base_model", "source_model", "model_id", "hf_model_id", "huggingface_id"]
    let bases = keys.compactMap { key -> (model: ModelName, node: DataNode)? in
      guard let node = model["userDefinedMetadata"]?[key], let text = node.string, text.contains("/"),
        let base = BaseName.model(in: text)
      else { return nil }
      return (base, node)
    }
    return input.model(
      at: input.location(mark?.keyRange ?? model.range), kind: .weights, licenses: licenses,
      bases: Array(bases.prefix(1)), relation: .converted)
  }
}
