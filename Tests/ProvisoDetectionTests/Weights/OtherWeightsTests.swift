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
      ("gemma-2b-it-cpu-int4.bin", true), ("gemma-2b-it.task", true), ("build.task", false), ("bert-vocab.bin", false),
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
    #expect(detector.detect("m/gemma-2b-it-cpu-int4.bin", [1, 0, 3, 4]).names == ["gemma-2b-it-cpu-int4.bin"])
    #expect(detector.detect("m/gemma-2b-it.task", Array("name: build".utf8)).isEmpty, "a text")
    #expect(detector.detect("m/llama-7b.bin", [0x80, 2, 0, 0]).isEmpty, "a pickle, which is PyTorch's")
  }
}
