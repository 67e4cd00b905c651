import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Words that say of what kind a model is")
struct KindNamesTests {
  private func found(_ path: String, _ text: String) -> [String] {
    DetectorRunner().detect(path: FilePath(path), bytes: Array(text.utf8)).references
      .sorted { $0.location < $1.location }.map { "\($0.location.outline) \($0.model.id)" }
  }

  @Test(
    "name none of Ollama's models where something is held against them, or metadata is set to them",
    arguments: [
      ("a.go", "// ollama\nok := slices.Contains([]string{\"gemma3\", \"gemma4\"}, architecture)"),
      ("a.js", "// ollama\nif (kinds.includes(['gemma3', 'gemma4'])) {}"),
      ("a.cpp", "// ollama\nset_str(meta, \"general.architecture\", \"gemma3\");"),
    ])
  func kinds(path: String, text: String) {
    #expect(found(path, text) == [])
  }

  @Test("are names where something is done with them")
  func names() {
    #expect(found("a.go", "// ollama\npull([]string{\"gemma3\"})") == ["2:16-22 gemma3"])
    #expect(found("a.cpp", "// ollama\npull(\"http://localhost\", \"gemma3\");") == ["2:27-33 gemma3"])
  }

  @Test(
    "name none where nothing speaks of Ollama",
    arguments: [
      "LLM_ARCHITECTURES = [\"gpt2\", \"phi3\", \"gemma2\"]",
      "writer.add_tokenizer_model(\"gpt2\")", "qwen2_tokenizer = \"qwen2\"",
      "gpt2Tokenizer = \"gpt2\"", "# VideoLLaMA, videollama\nf(x, \"gemma3\")",
    ])
  func elsewhere(text: String) {
    #expect(found("a.py", text) == [])
  }

  @Test("name none in a list in which an architecture's name stands")
  func listed() {
    #expect(found("a.h", "array<string_view, 3> LLM = {\"gemma2\", \"gptoss\", \"qwen2_5_vl\", \"phi3small\"};") == [])
    #expect(found("a.py", "LLMS = [\"qwen2_vl\", \"gemma-2-9b\"]") == ["1:22-32 gemma-2-9b"])
    #expect(found("a.py", "LLMS = [\"phi3\", \"gemma2\"]").count == 2)
  }

  @Test("a word that stands alone under a model's key is a name", arguments: ["phi3", "gemma2"])
  func alone(name: String) {
    #expect(found("a.py", "MODEL = \"\(name)\"").map { $0.split(separator: " ")[1] } == [Substring(name)])
  }
}
