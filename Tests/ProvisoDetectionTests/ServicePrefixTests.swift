import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Names of Ollama's behind the service")
struct ServicePrefixTests {
  @Test(
    "are the model",
    arguments: [("ollama:codestral", "codestral"), ("ollama:llama3.2:3b", "llama3.2:3b")])
  func named(text: String, expected: String) {
    #expect(NameJudge.judge(text, in: .bare)?.model == ModelName(registry: .ollama, id: expected))
  }

  @Test("others are an image and its tag", arguments: ["ollama:latest", "ollama:0.5.1", "ollama:", "ollama:a b"])
  func images(text: String) {
    #expect(ServicePrefix.verdict(text) == nil)
  }

  @Test("in code")
  func code() {
    let text = "from langchain.chat_models import init_chat_model\nm = init_chat_model(\"ollama:codestral\")\n"
    #expect(SourceCode().detect("a.py", text).outlines == ["2:22-38 ollama:codestral used"])
  }
}
