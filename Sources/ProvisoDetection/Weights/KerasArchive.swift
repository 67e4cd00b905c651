internal import ProvisoCore
internal import ProvisoText

/// Keras: that a model lies in an archive (`.keras`) or in an HDF5 file (`.h5`, `.hdf5`).
///
/// Neither format has a place for a license. HDF5 is read by nobody but its own library, so a `.h5` counts where its name says
/// that it is a model, or where the head of the file has the attributes that Keras writes.
struct KerasArchive: WeightDetector {
  let id = "keras-archive"
  let summary = "Keras models, as archives and as HDF5."

  var endings: Set<String> { ["h5", "hdf5", "keras"] }

  func wants(_ path: FilePath) -> Bool {
    ["keras", "h5", "hdf5"].contains(path.fileExtension)
  }

  func isWeights(pointerAt path: FilePath) -> Bool {
    path.fileExtension == "keras" || WeightName(path).saysModel
  }

  func detect(_ input: WeightInput) -> Detections {
    guard let head = input.read(0, Self.searchedHead) else {
      return isWeights(pointerAt: input.path) ? WeightFile.unreadable(input) : Detections()
    }
    if head.starts(with: Self.hdf5) {
      guard WeightName(input.path).saysModel || Self.isKeras(head) || input.path.fileExtension == "keras" else {
        return Detections()
      }
      return WeightFile.described(input)
    }
    guard input.path.fileExtension == "keras" else {
      guard isWeights(pointerAt: input.path) else { return Detections() }
      return WeightFile.unknown(input, Array(head.prefix(64)), "it is no HDF5")
    }
    do {
      guard let archive = try ZipDirectory.read(input.bytes) else {
        return WeightFile.broken(input, "it is neither an archive nor HDF5")
      }
      guard archive.entries.contains(where: { $0.name == "config.json" }) else {
        return WeightFile.broken(input, "its archive has no config.json")
      }
      return WeightFile.described(input)
    } catch {
      return WeightFile.broken(input, error.what)
    }
  }

  private static let hdf5: [UInt8] = [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let searchedHead = 16 << 10
  private static let attributes = NeedleSet(
    ["keras_version", "model_weights", "layer_names", "model_config"], ignoresCase: false)

  private static func isKeras(_ head: [UInt8]) -> Bool {
    var isFound = false
    attributes.forEachMatch(in: head.span) { _, _ in
      isFound = true
      return false
    }
    return isFound
  }
}
