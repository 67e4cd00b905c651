internal import ProvisoCore
internal import ProvisoText

/// NVIDIA NeMo (`.nemo`): the archive's `model_config.yaml`, with the model that training began from.
///
/// The config has no key for a license. A compressed archive is told: what its config says is not known.
struct NeMoArchive: WeightDetector {
  let id = "nemo-archive"
  let summary = "NeMo archives: model_config.yaml and the model that training began from."

  var endings: Set<String> { ["nemo"] }

  func wants(_ path: FilePath) -> Bool {
    path.fileExtension == "nemo"
  }

  private static let maximumConfig = 4 << 20
  private static let keys: Set<String> = [
    "pretrained_model_name", "pretrained_model_name_or_path", "pretrained_name", "init_from_pretrained_model",
    "base_model",
  ]

  func detect(_ input: WeightInput) -> Detections {
    do {
      if let start = input.read(0, 2), start == [0x1F, 0x8B] {
        return WeightFile.broken(input, "the archive is compressed; unpack it and pack it again without gzip")
      }
      guard let archive = try TarDirectory.read(input.bytes) else {
        return WeightFile.broken(input, "it is no tar archive")
      }
      guard let entry = archive.entries.first(where: { FilePath($0.name).name == "model_config.yaml" }) else {
        return WeightFile.broken(input, "there is no model_config.yaml in it")
      }
      guard entry.range.count <= Self.maximumConfig,
        let bytes = input.bytes.read(entry.range.lowerBound, entry.range.count)
      else { return WeightFile.broken(input, "its model_config.yaml has \(entry.range.count) bytes") }
      return described(input, bytes)
    } catch {
      return WeightFile.broken(input, error.what)
    }
  }

  private func described(_ input: WeightInput, _ config: [UInt8]) -> Detections {
    do {
      let limits = YAMLLimits(aliases: .share(maximumVisits: 100_000))
      let root = try YAMLReader.read(SourceText(path: input.path.string, bytes: config), limits: limits).root
      var bases: [String] = []
      if let root { collect(root, into: &bases) }
      return WeightFile.described(input, WeightMetadata(bases: bases))
    } catch {
      return WeightFile.broken(input, "its model_config.yaml is not YAML (\(error.message))")
    }
  }

  private func collect(_ node: DataNode, into bases: inout [String]) {
    for entry in node.entries {
      if Self.keys.contains(entry.key), let text = entry.value.string, !bases.contains(text) { bases.append(text) }
      collect(entry.value, into: &bases)
    }
    for item in node.items { collect(item, into: &bases) }
  }
}
