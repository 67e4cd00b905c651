import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Paths of weights")
struct WeightPathsTests {
  let detector = WeightPaths()

  @Test(
    "are found wherever they stand",
    arguments: [
      ("a.yml", "model_path: ./models/chat.gguf # x", "1:13-31 ./models/chat.gguf used"),
      ("a.py", "load('m/é.onnx')", "1:7-15 m/é.onnx used"),
      ("Modelfile", "FROM ./chat.GGUF", "1:6-17 ./chat.GGUF used"),
      ("a.swift", "let u = \"Models/A.mlpackage\"", "1:10-28 Models/A.mlpackage used"),
      (".env", "MODEL=/models/a.safetensors", "1:7-28 /models/a.safetensors used"),
      (
        "App.xcodeproj/project.pbxproj",
        "A /* a-7b.gguf */ = {isa = PBXFileReference; name = \"a-7b.gguf\"; path = \"Models/a-7b.gguf\"; };",
        "1:74-90 Models/a-7b.gguf used"
      ),
    ])
  func paths(path: String, text: String, outline: String) {
    #expect(detector.detect(path, text).outlines == [outline])
  }

  @Test(
    "far behind the beginning of a line nothing is looked for that would make it a comment", .timeLimit(.minutes(1)))
  func longLine() {
    let line = String(repeating: "x ", count: 4_000_000) + String(repeating: "load(m/a.gguf) ", count: 900)
    #expect(detector.detect("a.py", line).references.count == 900)
  }

  @Test(
    "near misses",
    arguments: [
      "https://a.example/m/a.gguf", "a: '*.gguf'", "p = f'{name}.gguf'", "x = \"${MODELS}/a.gguf\"", "torch.ptr",
      "a.pt.md", "import a.pt(x)", ".gguf", "a.ggufx", "%s.onnx", "'huggingface.co/acme/a/blob/main/a.gguf'",

    ])
  func nearMisses(text: String) {
    #expect(detector.detect("a.py", text).outlines == [])
  }

  @Test(
    "in a repository of the hub are that repository's",
    arguments: [
      ("Dockerfile", "COPY acme/a-GGUF/a-Q4_K_M.gguf /m", "acme/a-GGUF"),
      ("a.yml", "f: bartowski/a/a-Q4_K_M.gguf", "bartowski/a"), ("a.py", "# see acme/a-GGUF/b/a.gguf", "acme/a-GGUF"),
    ])
  func repositories(path: String, text: String, id: String) {
    #expect(detector.detect(path, text).references.map(\.model) == [.huggingFace(id)])
  }

  @Test("reports of this tool and indexes of weights name what they do not use")
  func reports() {
    let report = #"{"schemaVersion": "1.0", "tool": {"name": "proviso"}, "path": "m/a.gguf"}"#
    #expect(detector.detect("report.json", report).isEmpty)
    #expect(!detector.wants(FilePath("model.safetensors.index.json")))
  }

  @Test(
    "what JSON records of a file is no use of it, unless it is one of the hub's, which is fetched",
    arguments: [
      (#"{"files": [{"path": "./models/a/b.gguf", "size": 12}]}"#, 0), (#"{"./models/a/b.gguf": "9f86d0"}"#, 0),
      (#"{"file": "acme/a-GGUF/a.gguf", "sha256": "9f86d0"}"#, 1), (#"{"path": "./models/a/b.gguf", "depth": 3}"#, 1),
      (#"{"models": [{"path": "./models/a/b.gguf", "sha256": "9f86d0"}]}"#, 1),
    ])
  func recorded(text: String, count: Int) {
    #expect(detector.detect("svc/a.json", text).references.count == count)
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("a: ./m/é😀.gguf, b.onnx") {
      #expect(detector.detect("a.yml", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
    let long = String(repeating: "a/", count: 100_000) + "a.gguf"
    #expect(detector.detect("a.yml", long).references.isEmpty)
  }
}
