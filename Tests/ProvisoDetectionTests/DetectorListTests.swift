import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("The list of detectors")
struct DetectorListTests {
  @Test("ids are unique and in kebab case, needles in lower case and long enough")
  func metadata() {
    let ids = DetectorList.all.map(\.id) + DetectorList.weights.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(
      ids.allSatisfy { $0.utf8.allSatisfy { ASCII.isLetter($0) && !ASCII.isUpper($0) || $0 == UInt8(ascii: "-") } })
    let needles = DetectorList.all.flatMap(\.needles)
    #expect(needles.allSatisfy { $0 == ASCII.lowercased($0) && $0.utf8.count >= 2 })
  }

  @Test(
    "every detector finds through the runner what it finds alone",
    arguments: [
      ("a.py", "x = load(['Qwen/Qwen3-8B'])"), ("a.py", "CKPT = 'acme/a'; checkpoint = 'acme/b'"),
      ("a.py", "f.from_pretrained('gpt2')"), ("a.swift", "let MODEL = \"acme/a\""), ("a.py", "u = 'hf.co/acme/a'"),
      ("a.py", "x = 'see', 'https://huggingface.co/acme/a'"), ("a.py", "f('acme/a', repo_type='model')"),
      ("config.json", #"{"architectures": ["A"]}"#), ("adapter_config.json", #"{"model": "acme/a"}"#),
      ("model_index.json", #"{"_class_name": "A"}"#), ("a.yml", "base_model: acme/a"), ("Modelfile", "FROM llama3"),
      ("LICENSE", "MIT License"), ("README.md", "---\nlicense: mit\n---\n"), ("a.md", "It is OPEN Source."),
    ])
  func runner(path: String, text: String) {
    let path = FilePath(path)
    let alone = DetectorList.all.filter { $0.wants(path) && !$0.yieldsToOthers }.map { $0.detect(path.string, text) }
    let together = DetectorRunner().detect(path: path, bytes: Array(text.utf8))
    #expect(together.outlines == alone.flatMap(\.outlines))
    #expect(together.declarations.count == alone.map(\.declarations.count).reduce(0, +))
    #expect(together.statements.count == alone.map(\.statements.count).reduce(0, +))
    #expect(!together.isEmpty)
  }

  @Test(
    "files that nobody wants are not read",
    arguments: [("a.xyz", false), ("a.py", true), ("a.gguf", true), ("a.png", false)])
  func wanted(path: String, isWanted: Bool) {
    #expect(DetectorRunner().wants(FilePath(path)) == isWanted)
    #expect(DetectorRunner().detect(path: FilePath("a.xyz"), bytes: Array("model = 'acme/a'".utf8)).isEmpty)
  }
}
