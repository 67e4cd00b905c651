internal import ProvisoCore
internal import ProvisoText

/// Weights in formats that state nothing, or that nobody reads here: that they are there.
///
/// TensorFlow's `saved_model.pb`, Flax, ONNX Runtime's own format, OpenVINO, ExecuTorch, Caffe, Paddle, MNN, LiteRT-LM, the files of whisper.cpp
/// and of llama.cpp from before GGUF, which are known by their first four bytes, and those of MediaPipe (`gemma-2b-it-cpu-int4.bin`), which are named
/// after their models.
struct OtherWeights: WeightDetector {
  let id = "other-weights"
  let summary = "Weights in formats without a place for a license, by name."

  private static let extensions: Set<String> = [
    "ort", "caffemodel", "pdiparams", "mnn", "litertlm", "rten", "ggml", "tfmodel", "pte",
  ]
  private static let names: Set<String> = [
    "saved_model.pb", "flax_model.msgpack", "frozen_inference_graph.pb", "openvino_model.bin",
  ]

  func wants(_ path: FilePath) -> Bool {
    Self.extensions.contains(path.fileExtension) || Self.names.contains(path.lowercasedName) || Self.isGGML(path)
      || Self.isNamed(path)
  }

  private static func isGGML(_ path: FilePath) -> Bool {
    path.fileExtension == "bin" && path.lowercasedName.contains("ggml")
  }

  /// A family and a size or a format in the name.
  private static func isNamed(_ path: FilePath) -> Bool {
    guard ["bin", "task"].contains(path.fileExtension) else { return false }
    let words = ModelWords(String(path.name.dropLast(path.fileExtension.utf8.count + 1)))
    return words.hasFamily && (words.hasSize || words.hasFormat) && !words.isNoModel
  }

  func detect(_ input: WeightInput) -> Detections {
    guard Self.isGGML(input.path) else {
      return Self.isNamed(input.path) ? named(input) : WeightFile.described(input)
    }
    guard let start = input.read(0, 4) else { return WeightFile.unreadable(input) }
    let magics = ["lmgg", "fmgg", "tjgg", "algg"].map { Array($0.utf8) }
    return magics.contains(start) ? WeightFile.described(input) : Detections()
  }

  private func named(_ input: WeightInput) -> Detections {
    guard let start = input.read(0, 512) else { return WeightFile.unreadable(input) }
    // What begins as an archive or a pickle is left to those who read it; no text has a zero in it.
    guard start.contains(0), !start.starts(with: [0x50, 0x4B, 3, 4]), !start.starts(with: [0x80, 2]),
      !(input.path.fileExtension == "task" && start.dropFirst(4).starts(with: "TFL3".utf8))
    else { return Detections() }
    return WeightFile.described(input)
  }
}
