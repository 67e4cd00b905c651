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

  @Test("a detector that names endings wants no file with another, whatever it is called")
  func endings() {
    let all = Set(DetectorList.all.flatMap(\.endings)).union(DetectorList.weights.flatMap(\.endings))
    let paths = all.union(["pdf", "xyz", "env", "envrc"]).flatMap { ending in
      Self.stems.map { FilePath(ending.isEmpty ? $0 : "\($0).\(ending)") }
    }
    for detector in DetectorList.all {
      let endings = detector.endings
      let others = paths.filter { !endings.isEmpty && !endings.contains($0.fileExtension) && detector.wants($0) }
      #expect(others.isEmpty, "\(detector.id) wants \(others.map(\.string))")
    }
    for detector in DetectorList.weights {
      let endings = detector.endings
      let others = paths.filter { !endings.isEmpty && !endings.contains($0.fileExtension) && detector.wants($0) }
      #expect(others.isEmpty, "\(detector.id) wants \(others.map(\.string))")
    }
  }

  /// What files are called that detectors know by their names, some in folders that mean something.
  private static let stems = [
    "", "a", "a.cdx", "a.mlmodelc/metadata", "a.spdx", "a.yaml", "adapter_config", "axolotl", "bom", "config",
    "Dockerfile",
    "docker-bake", "docker-compose", "Earthfile", "ggml-model", "install", "Jenkinsfile", "Justfile", "LICENSE",
    "llama-7b-q4", "Makefile", "mergekit_config", "meta", "MLmodel", "MODEL_CARD", "model.safetensors.index",
    "model_index",
    "Modelfile", "modules", "OAI_CONFIG_LIST", "open_clip_config", "package", "params", "PKGBUILD", "Procfile",
    "pytorch_model",
    "README", "REUSE", "spdx", "tests/a", "training_args", ".bashrc", ".env", ".envrc", ".gitmodules", ".profile",
    ".reuse/dep5", ".zshrc",
  ]

  @Test("the search for the words of the detectors tells of the mark")
  func mark() {
    let runner = DetectorRunner(mark: "so: waive ")
    let hasMark = { (path: String, text: String) in
      runner.read(path: FilePath(path), bytes: Array(text.utf8)).hasMark
    }
    // Texts with words of detectors and without; what all detectors want unasked, none wants, and what is no text.
    for text in ["", "model = 'acme/a'\n", "version https://git-lfs.github.com/spec/v1\n"] {
      for path in ["a.py", "a.swift", "a.yaml", "a.json", "LICENSE", "README.md", "a.xyz", "tokenizer.json"] {
        #expect(!hasMark(path, text))
        #expect(hasMark(path, "\(text)# proviso: waive AIL501 it is known"))
        #expect(hasMark(path, "\(text) # proviso: waive AIL501\n# proviso: waive AIL502"))
      }
    }
    // Who names none is told that it may.
    #expect(DetectorRunner().read(path: FilePath("a.py"), bytes: []).hasMark)
  }
}
