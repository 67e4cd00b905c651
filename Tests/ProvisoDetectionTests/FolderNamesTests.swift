import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Names that are folders of the tree")
struct FolderNamesTests {
  private func kept(_ name: String, _ path: String, _ confidence: Confidence = .medium, in paths: [String]) -> Bool {
    let reference = ModelReference(
      model: .huggingFace(name), location: Location(path: path, line: 1), asWritten: name, kind: .document,
      role: .mentioned, confidence: confidence)
    return !FolderNames.left(out: Detections(references: [reference])) { folder in
      paths.contains { $0.hasPrefix("\(folder)/") }
    }.references.isEmpty
  }

  @Test(
    "are no models",
    arguments: [
      ("zephyr/zephyr-7b-alpha", "README.md", "zephyr/zephyr-7b-alpha/config.yaml"),
      ("zephyr/zephyr-7b-alpha", "docs/a.md", "docs/zephyr/zephyr-7b-alpha/sub/a.py"),
    ])
  func folder(name: String, path: String, file: String) {
    #expect(!kept(name, path, in: ["a.py", file]))
  }

  @Test("unless a call loads them, the owner is known, or the folder is another")
  func other() {
    let files = ["zephyr/zephyr-7b-alpha/config.yaml", "Qwen/Qwen3-4B/a.py"]
    #expect(kept("zephyr/zephyr-7b-alpha", "a.py", .high, in: files))
    #expect(kept("Qwen/Qwen3-4B", "a.md", in: files))
    #expect(kept("zephyr/zephyr-7b", "a.md", in: files))
    #expect(kept("zephyr/zephyr-7b-alpha", "a.md", in: ["docs/zephyr/zephyr-7b-alpha/a.md", "zephyr/zephyr-7b-alpha"]))
  }
}
