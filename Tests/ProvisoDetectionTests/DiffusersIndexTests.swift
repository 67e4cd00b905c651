import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Indexes of diffusers")
struct DiffusersIndexTests {
  let detector = DiffusersIndex()

  @Test("make their folder a model, made from another")
  func index() {
    let found = detector.detect(
      "m/model_index.json",
      "{\n\t\"_class_name\": \"A😀\", \"_name_or_path\": \"acme/a\",\r\n \"vae\": [\"diffusers\", \"V\"]}")
    #expect(found.outlines == ["2:2-15 m bundled", "2:42-48 acme/a base"])
    #expect(found.declarations.map(\.model) == ["m"])
    #expect(found.declarations.flatMap(\.bases).map(\.model) == [.huggingFace("acme/a")])
  }

  @Test("near misses", arguments: ["{}", #"{"_name_or_path": "acme/a"}"#, #"{"a": {"_class_name": "A"}}"#])
  func nearMisses(text: String) {
    #expect(detector.detect("m/model_index.json", text).isEmpty)
  }

  @Test(
    "wanted by name",
    arguments: [("m/model_index.json", true), ("model.index.json", false), ("model_index.json.bak", false)])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }
}
