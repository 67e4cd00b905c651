import ProvisoCore
import ProvisoHub
import Testing

@Suite("What the hub answers")
struct HubAnswerReaderTests {
  private func answer(_ body: String) async throws -> HubAnswer {
    try await StubHub([.json(body)]).client().ask(try question()).answer
  }

  @Test("license, name, link, bases, gate, commit and day are read")
  func whole() async throws {
    let body = """
      {"_id": "1", "id": "Acme/Chat", "sha": "\(String(repeating: "a", count: 40))",
       "lastModified": "2026-10-01T12:00:00.000Z", "gated": "manual", "downloads": 3, "config": {"x": [1, {}]},
       "tags": ["license:other", "base_model:acme/base", "base_model:quantized:acme/base", "base_model:merge:acme/second"],
       "cardData": {"license": "other", "license_name": "acme-1", "license_link": "LICENSE",
                    "base_model": ["acme/base", "https://huggingface.co/acme/third", "./llama"]}}
      """
    var model = HubModel(id: "Acme/Chat")
    model.licenses = ["other"]
    model.licenseName = "acme-1"
    model.licenseLink = "LICENSE"
    model.bases = [
      .init(id: "acme/base", relation: .quantized), .init(id: "acme/third"), .init(id: "acme/second", relation: .merge),
    ]
    model.otherBases = ["./llama"]
    model.gate = "manual"
    model.commit = String(repeating: "a", count: 40)
    model.changed = "2026-10-01"
    #expect(try await answer(body).get() == model)
  }

  @Test("the hub's tags say what the card does not, and a card that is contradicted by them is contradicted")
  func tags() async throws {
    let silent = try await answer(#"{"id": "acme/chat", "tags": ["license:mit"]}"#).get()
    #expect(silent.licenses == ["mit"])
    let both = try await answer(#"{"id": "acme/chat", "tags": ["license:gemma"], "cardData": {"license": "MIT"}}"#)
      .get()
    #expect(both.licenses == ["MIT", "gemma"])
    let list = try await answer(#"{"id": "acme/chat", "cardData": {"license": ["mit", null, "gemma"]}}"#).get()
    #expect(list.licenses == ["mit", "gemma"])
  }

  @Test(
    "no license is no license",
    arguments: [
      #"{"id": "acme/chat", "tags": []}"#, #"{"id": "acme/chat", "cardData": {}, "gated": false}"#,
      #"{"id": "acme/chat", "cardData": {"license": null}}"#, #"{"id": "acme/chat", "cardData": {"license": ""}}"#,
      #"{"modelId": "acme/chat", "cardData": null, "tags": []}"#,
    ])
  func none(_ body: String) async throws {
    let model = try await answer(body).get()
    #expect(model.licenses.isEmpty && model.gate == nil)
  }

  /// Each of these, half believed, would be a model without a license.
  @Test(
    "an answer that is not what the hub gives is none at all",
    arguments: [
      "", "null", "[]", "1", "\"x\"", "{}", #"{"error": "not found"}"#, #"{"id": "acme/chat"}"#,
      #"{"id": "acme/other", "tags": []}"#, #"{"id": 1, "tags": []}"#, #"{"id": "a/b/c", "tags": []}"#,
      #"{"id": "acme/chat", "cardData": []}"#, #"{"id": "acme/chat", "cardData": "license: mit"}"#,
      #"{"id": "acme/chat", "cardData": {"license": 1}}"#, #"{"id": "acme/chat", "cardData": {"license": {}}}"#,
      #"{"id": "acme/chat", "cardData": {"license": [1]}}"#, #"{"id": "acme/chat", "cardData": {"license_name": []}}"#,
      #"{"id": "acme/chat", "cardData": {"license_link": true}}"#, #"{"id": "acme/chat", "tags": {}}"#,
      #"{"id": "acme/chat", "tags": [{}]}"#, #"{"id": "acme/chat", "tags": [], "gated": 1}"#,
      #"{"id": "acme/chat", "tags": [], "gated": ["auto"]}"#, #"{"id": "acme/chat", "tags": [], "sha": "main"}"#,
      #"{"id": "acme/chat", "tags": [], "lastModified": "yesterday"}"#,
      #"{"id": "acme/chat", "cardData": {"license": "gemma", "license": "mit"}}"#,
      #"{"id": "acme/chat", "cardData": {"license": "mit"}, "cardData": {}}"#,
      #"{"id": "acme/chat", "cardData": {"license": "mit\n\u001b[31m"}}"#,
      #"{"id": "acme/chat", "cardData": {"base_model": 3}}"#, #"{"id": "acme/chat", "tags": []} x"#,
      #"{"id": "acme/chat", "tags": [],}"#, #"{"id": "acme/chat", "tags": [] // }"#,
      #"{"id": "acme/chat", "cardData": {"license": "\#(String(repeating: "x", count: 513))"}}"#,
      #"{"id": "acme/chat", "tags": [], "config": \#(String(repeating: "[", count: 100_000))"#,
      #"{"id": "acme/chat", "tags": [], "config": \#(String(repeating: "{\"a\":", count: 65))1\#(String(repeating: "}", count: 66))"#,
    ])
  func malformed(_ body: String) async throws {
    let answer = try await answer(body)
    guard case .failure(.malformed) = answer else {
      Issue.record("\(answer)")
      return
    }
  }
}
