import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Names within addresses and texts of several names")
struct QualifiedNameTests {
  private func name(_ text: String) -> String? {
    QualifiedName.name(in: text).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }

  @Test(
    "are what a request asks a server for",
    arguments: [
      ("ws://host/v1/realtime?model=acme/chat-7b&language=en", "acme/chat-7b"),
      ("/v1/audio?language=en&model_id=acme/chat-7b", "acme/chat-7b"),
      ("/v1/audio?model=your-org/your-model", nil), ("/v1/audio?model=chat", nil), ("/v1/audio?submodel=acme/a", nil),
      ("what?model=acme/a", nil), ("/v1/audio?", nil), ("?", nil),
    ])
  func asked(text: String, expected: String?) {
    #expect(name(text) == expected)
  }

  @Test("are what stands before or behind two colons")
  func colons() {
    #expect(name("acme/chat::onnx/model.onnx") == "acme/chat")
    #expect(name("bedrock::anthropic.claude-3-haiku") == "anthropic.claude-3-haiku")
    #expect(name("std::vector") == nil)
  }

  @Test("of code and settings, and names from before the hub had owners under any key")
  func files() {
    let code = "text_encoder_type = \"bert-base-uncased\"\nurl = \"ws://h/v1?model=BAAI/bge-m3\"\nmodel_type = \"gpt2\""
    #expect(SourceCode().detectIfFound("a.py", code).names == ["bert-base-uncased", "BAAI/bge-m3"])
    #expect(YAMLSettings().detectIfFound("a.yaml", "url: ws://h/v1?model=BAAI/bge-m3").names == ["BAAI/bge-m3"])
  }
}
