import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Training configurations")
struct TrainingConfigTests {
  let detector = TrainingConfig()

  @Test(
    "name the model that is trained, with its revision",
    arguments: [
      ("base_model: acme/a\n", ["1:13-19 acme/a base unpinned"]),
      ("base_model:  \"acme/a\" # 😀", ["1:15-21 acme/a base unpinned"]),
      ("x: '😀'\r\nbase_model: 'acme/a'\r\n", ["2:14-20 acme/a base unpinned"]),
      ("base_model: &m acme/a\nother: *m", ["1:16-22 acme/a base unpinned"]),
      ("base_model: gpt2", ["1:13-17 gpt2 base unpinned"]),
      ("{x: é😀, model_name_or_path: acme/a}", ["1:30-36 acme/a base unpinned"]),
      ("model_name_or_path: acme/a\nmodel_revision: v1", ["1:21-27 acme/a base named v1"]),
      ("base_model: acme/a\nrevision_of_model: 12", ["1:13-19 acme/a base named 12"]),
      (
        "models:\n- pretrained_model_name_or_path: acme/a\n- x:\n    base_model: acme/b",
        ["2:34-40 acme/a base unpinned", "4:17-23 acme/b base unpinned"]
      ),
      (
        "base_model: acme/a\n---\nbase_model: acme/b\n",
        ["1:13-19 acme/a base unpinned", "3:13-19 acme/b base unpinned"]
      ),
      ("base_model: https://huggingface.co/acme/a", ["1:13-42 https://huggingface.co/acme/a base unpinned"]),
    ])
  func found(text: String, expected: [String]) {
    let found = detector.detect("a.yaml", text)
    #expect(found.outlines == expected && found.notifications.isEmpty)
  }

  @Test(
    "near misses",
    arguments: [
      "base_model: ./out", "base_model: ${BASE_MODEL}", "base_model: /data/acme/a", "base_model: 3", "base_model:",
      "base_model: true", "base_model: [acme/a]", "base_model: {a: acme/a}", "base_models: acme/a", "model: acme/a",
      "base_model_config: acme/a", "# base_model: acme/a", "x: |\n  base_model: acme/a", "base_model: your-org/model",
      "datasets:\n- path: acme/a", "", "\u{0}",
    ])
  func nearMisses(text: String) {
    #expect(detector.detect("a.yml", text).names == [])
  }

  @Test("a template is read line by line, and that is told")
  func template() {
    let text =
      "{% if x %}\nbase_model: \"acme/a\" # a\n{% endif %}\r\n  - model_name_or_path: acme/b\r\n# base_model: acme/c\nbase_model: {{ m }}\n"
    let found = detector.detect("a.yaml", text)
    #expect(found.outlines == ["2:14-20 acme/a base unpinned", "4:25-31 acme/b base unpinned"])
    #expect(found.notifications.map(\.level) == [.note] && !found.isIncomplete)
  }

  @Test("nothing is a trap, and a hundred thousand visits by aliases are enough")
  func hostile() {
    for bytes in spoiled("a: &x\n  base_model: 'acme/é'\nb: [*x, {model_name_or_path: acme/b}]\r\n") {
      #expect(detector.detect("a.yaml", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
    let bomb =
      "base_model: acme/a\na0: &a0 [1]\n"
      + (1..<30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    #expect(detector.detect("a.yaml", bomb).names == ["acme/a"])
    #expect(detector.detect("a.yaml", bomb).notifications.count == 1)
    let deep = String(repeating: "[", count: 20_000) + "\nbase_model: acme/a"
    #expect(detector.detect("a.yaml", deep).names == ["acme/a"])
  }

  @Test("wanted by extension", arguments: [("a.yaml", true), ("A.YML", true), ("yaml", false), ("a.yaml.j2", false)])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }
}
