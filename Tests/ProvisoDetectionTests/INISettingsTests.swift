import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("INI files and properties")
struct INISettingsTests {
  let detector = INISettings()

  @Test(
    "models under keys that ask for one",
    arguments: [
      ("a.ini", "[llm]\nmodel = acme/a-7b ; é", ["2:9-18 acme/a-7b used"]),
      (
        "application.properties", "spring.ai.ollama.chat.options.model=mistral",
        ["1:37-44 mistral used"]
      ),
      ("application.properties", "quarkus.model-id=${MODEL:acme/a-7b}", ["1:26-35 acme/a-7b used"]),
      (
        "a.cfg", "[a]\nmodels =\n  Qwen/Qwen3-8B\n  acme/a-7b",
        ["3:3-16 Qwen/Qwen3-8B used", "4:3-12 acme/a-7b used"]
      ),
      (
        "a.service", "[Service]\nExecStart=/usr/bin/llama-server -hf acme/a-GGUF:Q4_K_M",
        ["2:37-55 acme/a-GGUF:Q4_K_M used"]
      ),
      ("a.conf", "a = b", []), ("a.ini", "# model = acme/a-7b", []),
      ("a.ini", "model_type = llama", []),
    ])
  func found(path: String, text: String, expected: [String]) {
    let found = detector.detect(path, text)
    #expect(found.outlines == expected)
    #expect(found.notifications.isEmpty)
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("[é]\nmodel = 'acme/a' # b\nmodels =\n  Qwen/Qwen3-8B\\\n  b\n") {
      #expect(detector.detect("a.ini", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
  }
}
