import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Models in Swift")
struct SwiftCodeTests {
  let detector = SourceCode()

  @Test(
    "found with their places and revisions",
    arguments: [
      ("ModelConfiguration(id: \"acme/a\")", ["1:25-31 acme/a used unpinned"]),
      ("ModelConfiguration(\n  id: \"acme/a\",\n  revision: \"v1\"\n)", ["2:8-14 acme/a used named v1"]),
      ("try await AutoTokenizer.from(pretrained: \"acme/a\")", ["1:43-49 acme/a used unpinned"]),
      ("Hub.Repo(id: \"acme/a\")", ["1:15-21 acme/a used"]),
      ("hub.snapshot(from: \"acme/a\")", ["1:21-27 acme/a used unpinned"]),
      ("let modelID: String = \"acme/a\"", ["1:24-30 acme/a used"]),
      ("static let model =\n  \"acme/a\"", ["2:4-10 acme/a used"]),
      ("var modelID: String { \"acme/a\" }", ["1:24-30 acme/a used"]),
      ("let models = [\"small\": \"acme/a\"]", ["1:25-31 acme/a used"]),
      ("let x = \"mlx-community/Qwen3-4B-4bit\"", ["1:10-37 mlx-community/Qwen3-4B-4bit used"]),
      ("/// e.g. \"mlx-community/a-1\"", ["1:11-28 mlx-community/a-1 mentioned"]),
      ("LMModel(name: \"qwen3:4b\", configuration: x)", ["1:16-24 qwen3:4b mentioned"]),
      ("// Ollama\nLMModel(name: \"qwen3:4b\", configuration: x)", ["2:16-24 qwen3:4b used"]),
      ("let x = \"😀\"; let model = #\"acme/a\"#", ["1:29-35 acme/a used"]),
    ])
  func found(text: String, expected: [String]) {
    #expect(detector.detect("Sources/A.swift", text).outlines == expected)
    #expect(detector.detectIfFound("Sources/A.swift", text).outlines == expected)
  }

  @Test(
    "near misses",
    arguments: [
      "let x = \"acme/a\"", "let model = \"acme/\\(name)\"", "let model = \"acme/\" + name", "// model = \"acme/a\"",
      "/* let model = \"acme/a\" */", "let model = load()\nlet path = \"acme/a\"", "let model = make(\"acme/a\")",
      "let model = \"\"\"\n  acme/a\n  \"\"\"", "let datasets = [Repo2(id: \"Qwen/a\")]", "let title = \"Tokens/sec\"",
      "let modelType = \"acme/a\"", "if model == other { return \"acme/a\" }", "LLMRegistry.shared",
      "let config: ModelFiles = [.unet: \"unet/config.json\"]", "let model = #\"acme/\\#(name)\"#", "\"", "\"\\(",
    ])
  func nearMisses(text: String) {
    #expect(detector.detect("Sources/A.swift", text).names == [])
  }

  @Test("nothing is a trap")
  func hostile() {
    let text =
      "let m = try await load(id: \"acme/\\(x(\"y\"))\")\nlet model: String = #\"acme/a\"# /* \"Qwen/é\" */ // 😀"
    for bytes in spoiled(text) {
      #expect(detector.detect("a.swift", bytes: bytes).isWithin(SourceText(path: "a.swift", bytes: bytes)))
    }
  }
}
