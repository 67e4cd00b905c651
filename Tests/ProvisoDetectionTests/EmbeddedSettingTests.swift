import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Files inside values")
struct EmbeddedSettingTests {
  @Test(
    "are read as what their keys say, at their places in the file",
    arguments: [
      ("data:\n  config.yaml: |\n    model: Qwen/Qwen3-8B\n", ["3:12-25 Qwen/Qwen3-8B used"]),
      (
        "data:\n  serving.properties: |\n    option.model_id=TheBloke/Llama-2-13B-fp16\n",
        ["3:21-46 TheBloke/Llama-2-13B-fp16 used"]
      ),
      ("data:\n  r2r.toml: |-\n    model = \"acme/bge-en\"\n", ["3:14-25 acme/bge-en used"]),
      ("data:\n  a.env: |\n    MODEL=acme/a-7b\n", ["3:11-20 acme/a-7b used"]),
      ("data:\n  run.sh: |\n    vllm serve Qwen/Qwen3-8B --port 8000\n", ["3:16-29 Qwen/Qwen3-8B used unpinned"]),
      ("data:\n  note.md: |\n    model: acme/a-7b\n", []),
    ])
  func blocks(text: String, expected: [String]) {
    let found = YAMLSettings().detect("cm.yaml", text)
    #expect(found.outlines == expected)
    #expect(found.notifications.isEmpty)
  }

  @Test(
    "are read as JSON where they begin like it",
    arguments: [
      ("envVars:\n  MODELS: >\n    [\n      { \"id\": \"Qwen/Qwen3-8B\" }\n    ]\n", ["4:16-29 Qwen/Qwen3-8B used"]),
      ("env:\n  MODELS: '[{\"id\":\"Qwen/Qwen3-8B\"}]'\n", ["2:20-33 Qwen/Qwen3-8B used"]),
      ("environment:\n  - MODELS=[{\"name\":\"Qwen/Qwen3-8B\"}]\n", ["2:22-35 Qwen/Qwen3-8B used"]),
      ("prompt: \"[INST] say Qwen/Qwen3-8B [/INST]\"\n", []),
    ])
  func json(text: String, expected: [String]) {
    #expect(YAMLSettings().detect("values.yaml", text).outlines == expected)
  }

  @Test("in the variables of an .env file")
  func environment() {
    #expect(EnvironmentFile().detect(".env", "MODELS=[{\"id\": \"Qwen/Qwen3-8B\"}]\n").names == ["Qwen/Qwen3-8B"])
  }

  @Test("one level deep, and nothing is a trap")
  func hostile() {
    let nested = (0..<40).reduce("") { $0 + String(repeating: " ", count: $1) + "a.yaml: |\n" }
    #expect(YAMLSettings().detect("a.yaml", nested).references.isEmpty)
    for bytes in spoiled("data:\n  a.json: |\n    {\"model\": \"Qwen/Qwen3-8Bé\"}\n  b: '[{\"id\": \"Qwen/é\"}]'") {
      #expect(YAMLSettings().detect("a.yaml", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
  }
}
