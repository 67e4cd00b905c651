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
      "from os import path", "FROM ~/a", "FROM a\\b", "SYSTEM \"\"\"\nFROM a", "LICENSE \"\"\"\nFROM a\n\"\"\"",
      "FROM é", "",
    ])
  func nearMisses(text: String) {
    #expect(detector.detect("Modelfile", text).isEmpty)
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
