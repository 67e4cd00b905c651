import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Configurations of sentence-transformers")
struct SentenceTransformersConfigTests {
  let detector = SentenceTransformersConfig()

  @Test(
    "make their folder a model",
    arguments: [
      ("m/modules.json", "[{\"idx\": 0,\n\"type\": \"sentence_transformers.models.Transformer\"}]", "2:10-50"),
      ("m/config_sentence_transformers.json", "{\"__version__\":\n{\"sentence_transformers\": \"2.0.0\"}}", "2:28-33"),
    ])
  func config(path: String, text: String, place: String) {
    let found = detector.detect(path, text)
    #expect(found.outlines == ["\(place) m bundled"])
    #expect(found.declarations.map(\.establishesModel) == [true])
  }

  @Test(
    "near misses",
    arguments: ["[]", "{}", #"[{"type": "webpack.Module"}]"#, #"{"__version__": {"transformers": "4"}}"#, "1"])
  func nearMisses(text: String) {
    #expect(detector.detect("m/modules.json", text).isEmpty)
  }

  @Test("what is no JSON is told")
  func broken() {
    #expect(detector.detect("m/modules.json", "[{\"type\": \"sentence_transformers").isIncomplete)
  }
}
