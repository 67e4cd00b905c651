import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Names of weight files")
struct WeightNameTests {
  @Test(
    "say which model a file belongs to",
    arguments: [
      ("m/model.safetensors", "m"), ("model-00001-of-00002.safetensors", "."), ("m/tf_model.h5", "m"),
      ("m/style.safetensors", "m/style.safetensors"), ("m/modelx.onnx", "m/modelx.onnx"),
      ("m/chat-00003-of-00010.gguf", "m/chat-00001-of-00010.gguf"), ("m/chat-3-of-10.gguf", "m/chat-3-of-10.gguf"),
      ("m/chat_00002_of_00002.bin", "m/chat_00001_of_00002.bin"), ("00001-of-00002.gguf", "00001-of-00002.gguf"),
      ("A/B.mlpackage/Data/c/model.mlmodel", "A/B.mlpackage"), ("B.mlmodelc/weights/weight.bin", "B.mlmodelc"),
      ("m/onnx/model_quantized.onnx", "m"), ("m/onnx/other.onnx", "m/onnx/other.onnx"),
    ])
  func owner(path: String, model: String) {
    #expect(WeightName(FilePath(path)).owner == model)
  }
}
