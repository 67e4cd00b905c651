import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Prompt files")
struct PromptTemplateTests {
  let detector = PromptTemplate()

  @Test(
    "the model of the front matter",
    arguments: [
      ("a.prompt", "---\nmodel: ollama/llama3.2\ninput:\n  schema: x\n---\n{{model}}", ["2:8-23 ollama/llama3.2 used"]),
      (
        "a.prompty", "---\nmodel:\n  api: chat\n  configuration:\n    name: Qwen/Qwen3-8B\n---\nsystem:",
        ["5:11-24 Qwen/Qwen3-8B used"]
      ),
    ])
  func found(path: String, text: String, expected: [String]) {
    #expect(detector.wants(FilePath(path)))
    #expect(detector.detect(path, text).references.map(\.outline) == expected)
  }

  @Test(
    "the prompt itself names nothing", arguments: ["model: Qwen/Qwen3-8B", "", "---\nmodel: x", "---\n---\nmodel: a/b"])
  func nearMisses(text: String) {
    #expect(detector.detect("a.prompt", text).names == [])
  }
}
