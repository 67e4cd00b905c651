import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Ids of models that are known")
struct ListedIDTests {
  private func found(_ path: String, _ text: String) -> [String] {
    DetectorRunner(isListed: { ["acme/piper", "google/gemma-7b"].contains($0.lowercased()) })
      .detect(path: FilePath(path), bytes: Array(text.utf8)).references
      .map { "\($0.location.outline) \($0.model.id) \($0.role.rawValue) \($0.confidence)" }
  }

  @Test(
    "are models by themselves where nothing else in the name or around it says so",
    arguments: [
      ("a.py", "# The model.\nsizes = {\"small\": \"Acme/Piper\"}", ["2:20-30 Acme/Piper used medium"]),
      ("a.ts", "// The model.\nexport const voice = \"acme/piper\";", ["2:23-33 acme/piper used medium"]),
      ("a.json", #"{"voice_model": {"small": "acme/piper"}}"#, ["1:28-38 acme/piper used medium"]),
      ("README.md", "Runs `acme/piper` models.", ["1:7-17 acme/piper mentioned medium"]),
      ("README.md", "| google/gemma-7b | 8 GB |", ["1:3-18 google/gemma-7b mentioned low"]),
      ("README.md", "Such as google/gemma-7b, which is ours.", ["1:9-24 google/gemma-7b mentioned low"]),
      (
        "README.md", "[google/gemma-7b](https://huggingface.co/google/gemma-7b)",
        ["1:19-57 google/gemma-7b mentioned medium"]
      ),
      ("README.md", "[google/gemma-7b](docs/gemma.md)", ["1:2-17 google/gemma-7b mentioned low"]),
    ])
  func found(path: String, text: String, expected: [String]) {
    #expect(found(path, text) == expected)
  }

  @Test(
    "are told from repositories of code, paths and what is nearly one",
    arguments: [
      ("a.py", "# The model.\nTOOL = \"acme/piper\"\n# https://github.com/acme/piper"),
      ("a.py", "# The model.\nsizes = {\"small\": \"acme/pipers\", \"large\": \"xacme/piper\"}"),
      (
        ".github/workflows/a.yml",
        "jobs:\n  a:\n    steps:\n      - uses: acme/piper\n        tool: acme/piper\n# model"
      ),
      ("README.md", "See https://github.com/acme/piper and src/acme/piper/main.c, acme/piper/x and ./acme/piper."),
      ("README.md", "Runs acme/pipers."), ("README.md", "/acme/piper acme/ / piper"),
      ("a.json", #"{"models": 1, "image": "acme/piper"}"#),
    ])
  func others(path: String, text: String) {
    #expect(found(path, text) == [])
  }

  @Test("are asked for once for each slash of a line, however long it is")
  func long() {
    let line = String(repeating: "a/", count: 50_000) + String(repeating: "b", count: 100_000)
    #expect(found("README.md", line) == [])
  }
}
