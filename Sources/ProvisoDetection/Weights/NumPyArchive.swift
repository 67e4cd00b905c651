internal import ProvisoCore
internal import ProvisoText

/// Weights in an archive of NumPy (`.npz`), as MLX saves them: by the names of what is in it. Other archives hold data.
struct NumPyArchive: WeightDetector {
  let id = "num-py-archive"
  let summary = "Archives of NumPy with weights in them, by the names of their arrays."

  var endings: Set<String> { ["npz"] }

  func wants(_ path: FilePath) -> Bool { path.fileExtension == "npz" }

  /// An archive of arrays may be anything.
  func isWeights(pointerAt path: FilePath) -> Bool { WeightName(path).saysModel }

  func detect(_ input: WeightInput) -> Detections {
    do {
      guard let archive = try ZipDirectory.read(input.bytes) else {
        guard WeightName(input.path).saysModel else { return Detections() }
        return WeightFile.unknown(input, input.read(0, 64) ?? [], "it is no archive")
      }
      guard archive.entries.contains(where: { Self.isWeight($0.name) }) else { return Detections() }
      return WeightFile.described(input)
    } catch {
      return WeightName(input.path).saysModel ? WeightFile.broken(input, error.what) : Detections()
    }
  }

  /// `layers.0.attention.wq.weight.npy`, and the parts of a quantized one.
  private static func isWeight(_ name: String) -> Bool {
    let parts = name.split(separator: ".")
    guard parts.count > 2, parts.last == "npy" else { return false }
    return weights.contains(String(parts[parts.count - 2]))
  }

  private static let weights: Set<String> = ["weight", "scales", "lora_a", "lora_b"]
}
