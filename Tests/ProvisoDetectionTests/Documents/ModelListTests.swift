import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Lists of models in plain text")
struct ModelListTests {
  @Test(
    "one a line, with the file behind a comma or not",
    arguments: [
      ("models.txt", "acme/a-GGUF,a.Q4_K.gguf\r\n", ["1:1-12 acme/a-GGUF used"]),
      (
        "ci/model-list.txt", "# small ones\n  acme/a | 3\nacme-7b.gguf\n\ntiny\n",
        ["2:3-9 acme/a used", "3:1-13 acme-7b.gguf used"]
      ),
      // Sentences are no list, and other lists hold other things.
      ("models.txt", "Put models into the folder acme/a here.\nacme/a\n", []), ("words.txt", "acme/a\n", []),
      ("models.txt", "", []),
    ])
  func found(path: String, text: String, expected: [String]) {
    #expect(Document().detect(path, text).outlines == expected)
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("é acme/a,😀\n#\nacme/b-7b;x\r\n") {
      #expect(Document().detect("models.txt", bytes: bytes).isWithin(SourceText(path: "models.txt", bytes: bytes)))
    }
  }
}
