import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("CycloneDX documents")
struct CycloneDXDocumentTests {
  let detector = CycloneDXDocument()
  private static let text = """
    {"bomFormat": "CycloneDX", "components": [
      {"type": "machine-learning-model", "name": "a", "purl": "pkg:huggingface/acme/a@0123456789abcdef0123456789abcdef01234567",
       "licenses": [{"license": {"id": "MIT"}}, {"expression": "Apache-2.0 OR MIT"}, {"license": {"name": "Acme", "url": "u"}}],
       "pedigree": {"ancestors": [{"type": "machine-learning-model", "group": "acme", "name": "base"}]}},
      {"type": "library", "name": "numpy", "purl": "pkg:pypi/numpy@2",
       "components": [{"type": "machine-learning-model", "group": "acme", "name": "nested"}]}
    ]}
    """

  @Test("name models with their licenses and ancestors")
  func document() throws {
    let found = detector.detect("bom.json", Self.text)
    #expect(
      found.references.map { "\($0.location.line) \($0.model.id) \($0.role)" } == [
        "2 acme/a used", "4 acme/base base", "6 acme/nested used",
      ])
    #expect(found.references.first?.revision == .commit("0123456789abcdef0123456789abcdef01234567"))
    #expect(found.references.map(\.kind) == [.bom, .bom, .bom])
    let outside = try #require(found.outside.first)
    #expect(outside.model.id == "acme/a" && outside.source == .bom)
    #expect(outside.licenses.map(\.tag) == ["MIT", "Apache-2.0 OR MIT", "Acme"])
    #expect(outside.bases.map(\.model.id) == ["acme/base"])
  }

  @Test(
    "what our own documents call models that are none of the hub's, and data",
    arguments: [
      (
        #"{"type": "machine-learning-model", "name": "models/AcmeChat-8B", "purl": "pkg:generic/local/models/AcmeChat-8B"}"#,
        "huggingface AcmeChat-8B used"
      ),
      (
        #"{"type": "machine-learning-model", "name": "llama3.2:1b", "purl": "pkg:generic/ollama/llama3.2%3A1b"}"#,
        "ollama llama3.2:1b used"
      ),
      (
        #"{"type": "machine-learning-model", "name": "x", "purl": "pkg:docker/ai/smollm2%3A360M"}"#,
        "docker ai/smollm2:360M used"
      ),
      (
        #"{"type": "data", "name": "corpus", "purl": "pkg:huggingface/acme/corpus"}"#,
        "huggingface datasets/acme/corpus dataset"
      ),
    ])
  func others(component: String, expected: String) {
    let found = detector.detect("bom.json", "{\"bomFormat\": \"CycloneDX\", \"components\": [\(component)]}")
    #expect(found.references.map { "\($0.model.registry.rawValue) \($0.model.id) \($0.role)" } == [expected])
  }

  @Test(
    "near misses",
    arguments: [
      "{}", "[]", #"{"components": [{"purl": "pkg:huggingface/acme/a"}]}"#,
      #"{"bomFormat": "CycloneDX", "components": [{"type": "library", "group": "acme", "name": "a"}]}"#,
      #"{"bomFormat": "CycloneDX", "components": [{"purl": "pkg:huggingface/"}, {"purl": "pkg:huggingface/%FF/a"}, 1]}"#,
    ])
  func nearMisses(text: String) {
    #expect(detector.detect("bom.json", text).isEmpty)
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled(#"{"bomFormat":"CycloneDX","components":[{"purl":"pkg:huggingface/acme/a@%41"}]}"#) {
      #expect(detector.detect("bom.json", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
    let deep = String(repeating: #"{"components":["#, count: 60) + String(repeating: "]}", count: 60)
    #expect(detector.detect("bom.json", #"{"bomFormat":"CycloneDX","components":[\#(deep)]}"#).references.isEmpty)
  }
}
