import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Names of models in comments")
struct CommentedNamesTests {
  private func found(_ path: String, _ text: String) -> [String] {
    DetectorRunner(isListed: { $0.lowercased() == "google/siglip" }).detect(
      path: FilePath(path), bytes: Array(text.utf8)
    )
    .references.map { "\($0.location.outline) \($0.model.id) \($0.role.rawValue) \($0.confidence)" }
  }

  @Test(
    "are mentioned, whatever the language's sign is",
    arguments: [
      ("a.sh", "# hf download google/gemma-2-9b-it\nls", "1:15-35 google/gemma-2-9b-it mentioned low"),
      ("a.yaml", "a: 1 # or google/gemma-2-9b-it, which is larger", "1:11-31 google/gemma-2-9b-it mentioned low"),
      (".env", "# google/gemma-2-9b-it\nA=1", "1:3-23 google/gemma-2-9b-it mentioned low"),
      ("Dockerfile", "# For google/gemma-2-9b-it.\nFROM python", "1:7-27 google/gemma-2-9b-it mentioned low"),
    ])
  func mentioned(path: String, text: String, expected: String) {
    #expect(found(path, text) == [expected])
  }

  @Test("of code that names nothing else are not looked for")
  func codeAlone() {
    #expect(found("a.go", "x := 1 // google/gemma-2-9b-it") == [])
  }

  @Test(
    "are mentioned in code, where it names a model besides",
    arguments: [
      ("a.py", "x = load_model('google/siglip')  # {google/gemma-2-9b-it}", "1:37-57"),
      ("a.rs", "//! | Gemma | `google/gemma-2-9b-it` | no |\nlet model = \"google/siglip\";", "1:16-36"),
      ("a.ts", "/**\n * Defaults to google/gemma-2-9b-it\n */\nconst model = 'google/siglip'", "2:16-36"),
      ("a.go", "model := \"google/siglip\" // google/gemma-2-9b-it", "1:29-49"),
      ("a.swift", "//google/gemma-2-9b-it\nlet model = \"google/siglip\"", "1:3-23"),
    ])
  func inCode(path: String, text: String, place: String) {
    #expect(found(path, text).contains("\(place) google/gemma-2-9b-it mentioned low"))
  }

  @Test("give way to a use of the model in the same file, and count once")
  func yields() {
    #expect(
      found("a.sh", "# google/gemma-2-9b-it\nhf download google/gemma-2-9b-it")
        == ["2:13-33 google/gemma-2-9b-it used high"])
    #expect(found("a.yaml", "# google/gemma-2-9b-it\n# google/gemma-2-9b-it\n").count == 1)
  }

  @Test(
    "are not looked for in code, in addresses and paths, and of nothing that is not sure to be a model",
    arguments: [
      ("a.rs", "use google::gemma; let a = 8 / google/gemma_2b;"), ("a.go", "// https://acme.com/google/gemma-2-9b-it"),
      ("a.go", "// see docs/google/gemma-2-9b-it"), ("a.py", "# google/gemma-2-9b-it/config"),
      ("a.py", "# google/flax"),
      ("a.py", "# google/gemma"), ("a.py", "# acme/tiny-7b"), ("a.py", "# google/gemma-2-9b-{size}"),
      ("a.json", "{\"a\": \"# google/flax\"}"), ("a.sh", "echo \"a # google/flax-7b\""),
      ("a.yaml", "datasets:\n  # google/data-7b: 1000\n  - x"),
    ])
  func none(path: String, text: String) {
    #expect(found(path, text) == [])
  }

  @Test("a file of nothing but owners is read in one pass")
  func hostile() {
    let text = "# " + String(repeating: "google/ google/google/", count: 10_000)
    #expect(found("a.sh", text) == [])
    #expect(
      found("a.rs", "let model = \"google/siglip\";\n" + String(repeating: "// google/gemma-2-9b-it ", count: 20_000))
        .count == 2)
  }
}
