internal import ProvisoCore
internal import ProvisoText

/// Pickles of scikit-learn and its kin (`.pkl`, `.pickle`, `.joblib`) whose name says that a model is in them.
///
/// Never unpickled: whatever a pickle says of itself, saying it would run code.
struct PickledModel: WeightDetector {
  let id = "pickled-model"
  let summary = "Pickled models, by name: nothing is unpickled."

  var endings: Set<String> { ["joblib", "pickle", "pkl"] }

  func wants(_ path: FilePath) -> Bool {
    ["pkl", "pickle", "joblib"].contains(path.fileExtension) && WeightName(path).saysModel
  }

  func detect(_ input: WeightInput) -> Detections {
    guard let start = input.read(0, 64) else { return WeightFile.unreadable(input) }
    // Protocol 2 and later; zlib, gzip, lz4, xz and bzip2, which joblib compresses with.
    let starts: [[UInt8]] = [
      [0x80], [0x78], [0x1F, 0x8B], [0x04, 0x22, 0x4D, 0x18], [0xFD, 0x37], [0x42, 0x5A],
    ]
    guard starts.contains(where: { start.starts(with: $0) }) else {
      return WeightFile.unknown(input, start, "it does not begin as a pickle")
    }
    return WeightFile.described(input)
  }
}
