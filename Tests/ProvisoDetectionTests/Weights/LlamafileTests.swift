import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoDetection

@Suite("llamafiles")
struct LlamafileTests {
  let detector = Llamafile()
  private static let weights = WeightBytes.gguf([
    ("general.license", .string("llama3.1")), ("general.name", .string("Acme")),
    ("general.base_model.0.repo_url", .string("https://huggingface.co/meta-llama/Llama-3.1-8B")),
  ])

  @Test("state what the GGUF in them states")
  func metadata() {
    let bytes = BinaryBytes.zip(
      [.init(".args", [1]), .init("acme.gguf", Self.weights)], prefix: Array("MZqFpD='\n".utf8))
    let found = detector.detect("bin/acme.llamafile", bytes)
    #expect(found.outlines == ["1:1-1 acme.llamafile bundled", "1:1-1 meta-llama/Llama-3.1-8B base"])
    #expect(found.declarations.flatMap(\.licenses).map(\.tag) == ["llama3.1"])
    #expect(found.references.first?.remark == "the weights acme.gguf inside")
    #expect(found.notifications.isEmpty)
  }

  @Test("the runner alone is no model")
  func runner() {
    #expect(detector.detect("llamafile.llamafile", BinaryBytes.zip([.init(".args", [1])])).isEmpty)
  }

  @Test("what cannot be read is told")
  func broken() {
    for bytes in [
      [], Array("MZqFpD='\n".utf8), BinaryBytes.zip([.init("a.gguf", Self.weights, method: 8)]),
      BinaryBytes.zip([.init("a.gguf", [1, 2, 3])]),
    ] {
      let found = detector.detect("a.llamafile", bytes)
      #expect(found.isIncomplete && found.names == ["a.llamafile"])
    }
  }
}
