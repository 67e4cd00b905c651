import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Enumerations of models")
struct ModelEnumerationsTests {
  private func found(_ path: String, _ text: String) -> [String] {
    SourceCode().detectIfFound(path, text).references.map {
      "\($0.location.line):\($0.location.column) \($0.asWritten)"
    }
  }

  @Test(
    "whose name says so have models as their cases' values",
    arguments: [
      (
        "A.swift", "enum FogModelType: String {\n  case a = \"llama3.3\"\n  case b = \"phi4\"\n}",
        ["2:13 llama3.3", "3:13 phi4"]
      ),
      (
        "A.kt", "enum class ModelType(val id: String) {\n  A(\"llama3.3\"), B(\"phi4\")\n}",
        ["2:6 llama3.3", "2:21 phi4"]
      ),
      (
        "A.java", "public enum OllamaModel implements X {\n  A(\"mistral\"),\n  B(\"gemma\")\n}",
        ["2:6 mistral", "3:6 gemma"]
      ),
      ("a.ts", "export enum ModelType {\n  A = \"llama3.3\",\n}", ["2:8 llama3.3"]),
      (
        "a.py", "class ModelType(str, Enum):\n    A = \"llama3.3\"\n    B = \"mistral\"",
        ["2:10 llama3.3", "3:10 mistral"]
      ),
    ])
  func cases(path: String, text: String, expected: [String]) {
    #expect(found(path, text) == expected)
  }

  @Test(
    "others do not",
    arguments: [
      ("A.swift", "enum Weather: String {\n  case a = \"phi4\"\n}"), ("A.java", "enum Tool { A(\"mistral\") }"),
      ("a.py", "class ModelType(Base):\n    A = \"mistral\""), ("a.py", "class Color(str, Enum):\n    A = \"gemma\""),
    ])
  func others(path: String, text: String) {
    #expect(found(path, text) == [])
  }
}
