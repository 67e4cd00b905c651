import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Modelfiles")
struct ModelfileTests {
  let detector = Modelfile()

  @Test(
    "name their base",
    arguments: [
      ("FROM llama3.1:8b\n", ["ollama llama3.1:8b 1:6-17"]), ("  from  mistral  \r\n", ["ollama mistral 1:9-16"]),
      ("# 😀\nFROM acme/a:q4", ["ollama acme/a:q4 2:6-15"]),
      ("FROM hf.co/acme/a:Q4_K_M", ["huggingface acme/a 1:6-25"]),
      ("SYSTEM \"\"\"\nFROM x1\n\"\"\" \t\nFROM llama2", ["ollama llama2 4:6-12"]),
      ("SYSTEM \"\"\"one\"\"\"\nFROM llama2", ["ollama llama2 2:6-12"]),
      ("TEMPLATE \"a\"\nFROM llama2", ["ollama llama2 2:6-12"]),
    ])
  func found(text: String, expected: [String]) {
    let found = detector.detect("Modelfile", text)
    #expect(found.references.map { "\($0.model.registry) \($0.model.id) \($0.location.outline)" } == expected)
    #expect(found.references.allSatisfy { $0.role == .used && $0.kind == .modelfile && $0.revision == .unpinned })
  }

  @Test("make what FROM names a base of the weights beside them, surely with an adapter")
  func bases() throws {
    func base(_ text: String) throws -> DeclaredBase {
      try #require(detector.detect("m/Modelfile", text).declarations.first?.bases.first)
    }
    let plain = try base("FROM llama3.1:8b\n")
    #expect(plain.model.id == "llama3.1:8b" && plain.relation == nil && plain.confidence == .low)
    let adapted = try base("FROM llama3.1:8b\nADAPTER ./lora.gguf\n")
    #expect(adapted.relation == .adapter && adapted.confidence == .high)
    #expect(detector.detect("m/Modelfile", "FROM ./a.gguf\nADAPTER ./lora.gguf\n").declarations.isEmpty)
  }

  @Test(
    "near misses",
    arguments: [
      "FROM ./a.gguf", "FROM /models/a", "FROM a.gguf", "FROM model.safetensors", "FROM", "FROM ", "FROMllama2",
      "# FROM a",
      "from os import path", "FROM ~/a", "FROM a\\b", "SYSTEM \"\"\"\nFROM a", "FROM é", "LICENSE",
      "LICENSE \"\"\"\n\"\"\"", "",
    ])
  func nearMisses(text: String) {
    #expect(detector.detect("Modelfile", text).isEmpty)
  }

  @Test(
    "state the license of the folder's model",
    arguments: [
      ("LICENSE CC BY-NC 4.0", "CC BY-NC 4.0 1:9-21"),
      ("FROM a1\nLICENSE \"\"\"CC BY-NC 4.0\"\"\"", "CC BY-NC 4.0 2:12-24"),
      (
        "LICENSE \"\"\"\nThis model is licensed under the Llama 3.1 Community License.\n\"\"\"",
        "Llama 3.1 Community License 2:1-62"
      ),
      ("LICENSE \"\"\"\nFROM a1\n\"\"\"", "FROM a1 2:1-8"),
    ])
  func licenses(text: String, expected: String) throws {
    let found = try #require(detector.detect("m/Modelfile", text).declarations.last)
    #expect(found.licenses.map { "\($0.tag) \($0.location.outline)" } == [expected])
    #expect(found.model == "m" && found.source == .modelfile && !found.establishesModel)
  }

  @Test("state it by a whole text")
  func licenseText() throws {
    let words = String(repeating: "You may use it. ", count: 20)
    let source = SourceText(
      path: "m/Modelfile", bytes: Array("FROM a1\nLICENSE \"\"\"\n\(words)\n\"\"\"\nSYSTEM hi\n".utf8))
    let input = DetectionInput(path: FilePath("m/Modelfile"), source: source) { text in
      text.string(in: 0..<text.bytes.count).contains("hi")
        ? nil : LicenseRecognition(license: "acme", isUsePolicy: false, similarity: 1, differences: [])
    }
    let found = try #require(detector.detect(input).declarations.last)
    #expect(found.source == .licenseFile && found.licenses.map(\.tag) == ["acme"])
    #expect(found.licenses.map(\.isWithin) == [true] && found.location.line == 3)
  }

  @Test(
    "wanted by name",
    arguments: [
      ("Modelfile", true), ("a/modelfile", true), ("Modelfile.chat", true), ("chat.Modelfile", true),
      ("Modelfile.swift", false), ("modelfile.py", false), ("Modelfiles", false), ("Modelfile/a", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("FROM llama3\r\nSYSTEM \"\"\"é\n\"\"\"\nFROM hf.co/acme/a\n") {
      #expect(detector.detect("Modelfile", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
  }
}
