import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Recorded requests")
struct RecordedRequestsTests {
  let detector = RecordedRequests()

  @Test(
    "each model once, at its first place",
    arguments: [
      (
        "POST /v1\n{\"model\":\"gemma3:1b\",\"x\":1}HTTP/1.1 200\n{\"model\":\"gemma3:1b\"}",
        ["2:11-20 gemma3:1b used"]
      ),
      ("data: {\"é😀\":1,\"model\": \"gpt-4-0125-preview\"}", ["1:26-44 gpt-4-0125-preview used"]),
      ("body: \"{\\\"model\\\":\\\"acme/a-7b\\\"}\"", ["1:21-30 acme/a-7b used"]),
      ("{\"model\":3}", []), ("{\"model\":\"\"}", []), ("{\"model\":\"m\"}", []),
      ("model: acme/a-7b", []),
      ("{\"type\":\"text/html\"}", []), ("\"model\":", []), ("\"model\":\"", []), (":", []),
    ])
  func found(text: String, expected: [String]) {
    #expect(detector.detect("testdata/a.httprr", text).outlines == expected)
  }

  @Test(
    "wanted by extension, texts only among tests",
    arguments: [
      ("a.httprr", true), ("tests/a.txt", true), ("a.txt", false), ("x/TestData/a.txt", true),
      ("a.har", true),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("{\"model\": \"acme/é\"}\n{\\\"model\\\":\\\"gpt-4o\\\"}") {
      #expect(detector.detect("a.http", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
  }
}
