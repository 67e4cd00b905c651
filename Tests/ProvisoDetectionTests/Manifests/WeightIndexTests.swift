import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Indexes of split weights")
struct WeightIndexTests {
  let detector = WeightIndex()
  private static let text =
    "{\"metadata\": {},\n \"weight_map\": {\"a\": \"model-00001-of-00002.safetensors\", \"b\": \"model-00002-of-00002.safetensors\"}}"

  @Test("make a model of the parts, be they there or not")
  func index() {
    let found = detector.detect("m/model.safetensors.index.json", Self.text)
    #expect(found.outlines == ["2:2-14 model.safetensors.index.json bundled"])
    #expect(found.declarations.map(\.model) == ["m"])
    #expect(found.references.map(\.remark) == ["weights in 2 files"])
  }

  @Test(
    "near misses",
    arguments: [("m/model.safetensors.index.json", "{}"), ("m/model.safetensors.index.json", "[\"weight_map\"]")])
  func nearMisses(path: String, text: String) {
    #expect(detector.detect(path, text).isEmpty)
  }

  @Test(
    "wanted by name",
    arguments: [
      ("pytorch_model.bin.index.json", true), ("a.safetensors.index.json", true), ("index.json", false),
      ("model.safetensors", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }
}
