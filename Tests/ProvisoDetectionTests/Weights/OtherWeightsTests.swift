import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Weights in other formats")
struct OtherWeightsTests {
  let detector = OtherWeights()

  @Test(
    "wanted by name",
    arguments: [
      ("m/saved_model.pb", true), ("a.pb", false), ("a.ort", true), ("ggml-base.en.bin", true), ("a.bin", false),
      ("m/flax_model.msgpack", true), ("a.msgpack", false), ("a.litertlm", true),
      ("a.pte", true), ("openvino_model.bin", true), ("llama-2-7b.ggmlv3.q4_0.bin", true),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test("are models")
  func models() {
    #expect(detector.detect("m/saved_model.pb", [1]).declarations.map(\.model) == ["m"])
    #expect(detector.detect("m/ggml-base.bin", Array("lmgg".utf8)).names == ["ggml-base.bin"])
    #expect(detector.detect("m/llama-2-7b.ggmlv3.q4_0.bin", Array("tjgg".utf8)).names == ["llama-2-7b.ggmlv3.q4_0.bin"])
    #expect(detector.detect("m/openvino_model.bin", [1]).declarations.map(\.model) == ["m"])
    #expect(detector.detect("m/ggml-base.bin", [1, 2, 3, 4]).isEmpty)
  }
}
