import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("JSON lines")
struct JSONLinesTests {
  @Test("name the model of a batch of requests, once")
  func batch() {
    let line =
      #"{"custom_id": 1, "body": {"model": "acme/tiny-7b", "messages": [{"content": "Qwen/Qwen3-8B"}]}}"# + "\n"
    #expect(JSONLines().detectIfFound("b.jsonl", line + line).outlines == ["1:37-49 acme/tiny-7b used"])
  }

  @Test("are results or a data set where they are no batch")
  func results() {
    #expect(JSONLines().detectIfFound("b.jsonl", "{\"model\": \"acme/tiny-7b\", \"score\": 1}\n").references.isEmpty)
  }

  @Test("of many models are told, not listed")
  func answers() {
    let text = (1...9).map { "{\"model\": \"acme/tiny-\($0)b\", \"text\": \"x\"}\n" }.joined()
    let found = JSONLines().detect("b.jsonl", text)
    #expect(found.references.isEmpty)
    #expect(
      found.notifications.map(\.message) == [
        "Its lines name 9 models, as no batch for one does; they are not listed."
      ])
  }
}
