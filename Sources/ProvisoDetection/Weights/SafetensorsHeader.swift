internal import ProvisoCore
internal import ProvisoText

/// safetensors: the `__metadata__` of the header (`modelspec.license`, `license`, base models of LoRA trainers), the sizes of a language
/// model by those of its tensors, and that weights lie here. The tensors are never read.
///
/// Format: eight bytes with the header's length (little endian), then the header as JSON, at most 100 MB by the format's
/// own limit; what is read is bounded by ``maximumHeader``.
struct SafetensorsHeader: WeightDetector {
  let id = "safetensors-header"
  let summary = "The metadata of safetensors files."

  /// Headers of the largest models are about 10 MB; `__metadata__` stands at their start.
  static let maximumHeader = 32 << 20
  private static let mostOrigins = 16
  private static let formatLimit: UInt64 = 100_000_000

  private static let licenseKeys = ["license", "modelspec.license", "general.license"]
  private static let baseKeys = [
    "base_model", "modelspec.base_model", "base_model_name_or_path",
  ]
  /// Of the hub's addresses only: titles and files stand there as well.
  private static let originKeys: KeyValuePairs<String, Relation?> = [
    "modelspec.merged_from": .merge, "source": nil, "source_model": nil, "modelspec.source": nil,
  ]
  private static let loraKeys = ["modelspec.architecture", "ss_base_model_version", "ss_sd_model_name"]
  private static let nameKeys = ["modelspec.title", "model_name", "name"]

  var endings: Set<String> { ["safetensors", "sft"] }

  func wants(_ path: FilePath) -> Bool {
    // `flux1-dev.sft`: the same format under another ending.
    path.fileExtension == "safetensors" || path.fileExtension == "sft"
  }

  func detect(_ input: WeightInput) -> Detections {
    guard let start = input.read(0, 8) else { return WeightFile.unreadable(input) }
    guard start.count == 8 else { return WeightFile.broken(input, "it ends before the length of its header") }
    let length = start.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= Self.formatLimit, length <= UInt64(max(input.size - 8, 0)) else {
      return WeightFile.broken(input, "it claims a header of \(length) bytes in a file of \(input.size)")
    }
    guard length <= UInt64(Self.maximumHeader) else {
      return WeightFile.broken(
        input, "its header of \(length) bytes is larger than the \(Self.maximumHeader) that are read")
    }
    guard let header = input.read(8, Int(length)) else { return WeightFile.unreadable(input) }
    guard header.count == Int(length) else { return WeightFile.broken(input, "it ends inside its header") }
    let root: DataNode
    do {
      root = try JSONReader.read(SourceText(path: input.path.string, bytes: header), dialect: .strict).root
    } catch {
      return WeightFile.broken(input, "its header is not JSON (\(error.message))")
    }
    guard root.isMapping else { return WeightFile.broken(input, "its header is not a JSON object") }
    // Libraries take the last of two values under one key; which of them was meant, nobody knows: all are held.
    let metadata = root.entries.filter { $0.key == "__metadata__" }.flatMap(\.value.entries)
    func values(_ key: String) -> [String] {
      metadata.filter { $0.key == key }.compactMap(\.value.string).filter { !$0.isEmpty }
    }
    func first(_ keys: [String]) -> [String] { keys.lazy.map(values).first { !$0.isEmpty } ?? [] }
    var described = WeightMetadata(
      licenses: first(Self.licenseKeys).compactMap { WeightLicense.read($0, input) }, name: first(Self.nameKeys).last,
      bases: first(Self.baseKeys))
    if described.bases.isEmpty {
      for (key, relation) in Self.originKeys {
        let origins = values(key).flatMap { $0.split { ", \n".contains($0) } }.map(String.init)
          .filter { HubAddress.parse($0) != nil }
        guard !origins.isEmpty else { continue }
        described.bases = Array(origins.prefix(Self.mostOrigins))
        described.relation = relation
        break
      }
    }
    // A whole model of a line whose weights are under a license of its own.
    described.architectures = values("modelspec.architecture").compactMap(LoRABase.shape)
    described.shape = Self.shape(root, isPart: input.path.name.contains("-of-"))
    let lines = Self.loraKeys.flatMap { key in values(key).compactMap { LoRABase.model(key, $0) } }
    if described.bases.isEmpty, let line = lines.first {
      described.bases = [line]
      described.relation = .adapter
      described.remark = "its header names the line of its base, \(line), and not the model"
    }
    return WeightFile.described(input, described)
  }

  /// The sizes of a language model whose tensors have the names that transformers gives them. MLX packs several numbers into one of 32
  /// bits: of packed weights the rows are those of the model, and its width is that of its norms, which are not packed.
  private static func shape(_ root: DataNode, isPart: Bool) -> ModelShape? {
    var embedding: [Int] = []
    var gate: [Int] = []
    var layers: Set<Int> = []
    var norm: [Int] = []
    var isPacked = false
    for entry in root.entries {
      if entry.key.hasSuffix("embed_tokens.weight") {
        embedding = sizes(entry.value)
        isPacked = isPacked || entry.value["dtype"]?.string == packed
      } else if entry.key.hasSuffix(".mlp.gate_proj.weight") {
        gate = sizes(entry.value)
        isPacked = isPacked || entry.value["dtype"]?.string == packed
        let parts = entry.key.split(separator: ".").dropLast(3)
        if parts.dropLast().last == "layers", let layer = parts.last.flatMap({ Int($0) }) { layers.insert(layer) }
      } else if entry.key.hasSuffix(".input_layernorm.weight") {
        norm = sizes(entry.value)
      }
    }
    if isPacked, let width = norm.first {
      for index in embedding.indices.dropFirst() { embedding[index] = width }
      for index in gate.indices.dropFirst() { gate[index] = width }
    } else if isPacked {
      return nil
    }
    guard embedding.count == 2, gate.count == 2, embedding[1] == gate[1] else { return nil }
    // Of weights in several files each has some of the layers.
    let isWhole = !isPart && layers.contains(0) && layers.max() == layers.count - 1
    return ModelShape(
      hidden: gate[1], intermediate: gate[0], vocabulary: embedding[0], layers: isWhole ? layers.count : nil)
  }

  private static let packed = "U32"

  private static func sizes(_ tensor: DataNode) -> [Int] { (tensor["shape"]?.items ?? []).compactMap(\.integer) }
}
