import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("TOML configuration")
struct TOMLSettingsTests {
  let detector = TOMLSettings()

  @Test(
    "models under keys that ask for one",
    arguments: [
      ("[tool.bentoml]\nmodel_id = \"acme/a-7b\"", ["2:13-22 acme/a-7b used"]),
      ("[[models]]\nname = 'Qwen/Qwen3-8B'", ["2:9-22 Qwen/Qwen3-8B used"]),
      ("llm.model = \"llama3.2:3b\" # é", ["1:14-25 llama3.2:3b used"]),
      ("base_model = \"acme/a\"\nrevision = \"v1\"", ["1:15-21 acme/a base named v1"]),
    ])
  func found(text: String, expected: [String]) {
    let found = detector.detect("a.toml", text)
    #expect(found.outlines == expected)
    #expect(found.notifications.isEmpty)
  }

  @Test(
    "traps",
    arguments: [
      "[package]\nname = \"model-7b\"", "model = 3",
      "repository = \"https://github.com/acme/model\"",
      "[dependencies]\ntokenizers = \"0.21\"", "model_type = \"llama\"", "# model = \"acme/a-7b\"",
      "",
    ])
  func traps(text: String) {
    #expect(detector.detect("a.toml", text).names == [])
  }

  @Test("what is no TOML is told")
  func broken() {
    #expect(detector.detect("a.toml", "model = acme/a").notifications.map(\.level) == [.note])
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("[a]\nmodel = \"acme/é\"\nb = {c = ['Qwen/Qwen3-8B']}\n") {
      #expect(detector.detect("a.toml", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
  }
}
