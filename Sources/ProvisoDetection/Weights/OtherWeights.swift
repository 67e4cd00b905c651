internal import ProvisoCore
internal import ProvisoText

/// Weights in formats that state nothing, or that nobody reads here: that they are there.
///
/// TensorFlow's `saved_model.pb`, Flax, ONNX Runtime's own format, OpenVINO, ExecuTorch, Caffe, Paddle, MNN, LiteRT-LM, and the files of whisper.cpp
/// and of llama.cpp from before GGUF, which are known by their first four bytes.
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
  }

  private static func isGGML(_ path: FilePath) -> Bool {
    path.fileExtension == "bin" && path.lowercasedName.contains("ggml")
  }

  func detect(_ input: WeightInput) -> Detections {
    guard Self.isGGML(input.path) else { return WeightFile.described(input) }
    guard let start = input.read(0, 4) else { return WeightFile.unreadable(input) }
    let magics = ["lmgg", "fmgg", "tjgg", "algg"].map { Array($0.utf8) }
    return magics.contains(start) ? WeightFile.described(input) : Detections()
  }
}
