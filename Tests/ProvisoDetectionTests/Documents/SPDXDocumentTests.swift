import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("SPDX documents")
struct SPDXDocumentTests {
  let detector = SPDXDocument()

  @Test("version 2 names hub models by their addresses")
  func packages() {
    let found = detector.detect(
      "a.spdx.json",
      """
      {"spdxVersion": "SPDX-2.3", "packages": [
        {"name": "a", "licenseConcluded": "NOASSERTION", "licenseDeclared": "MIT",
         "externalRefs": [{"referenceType": "purl", "referenceLocator": "pkg:huggingface/acme/a"}]},
        {"name": "b", "downloadLocation": "git+https://huggingface.co/acme/b"},
        {"name": "c", "downloadLocation": "https://github.com/acme/c"}
      ]}
      """)
    #expect(
      found.references.map { "\($0.location.line) \($0.model.id) \($0.role)" } == ["3 acme/a used", "4 acme/b used"])
    #expect(found.outside.map { $0.licenses.map(\.tag) } == [["MIT"], []])
  }

  @Test("version 3 has packages whose purpose is to be a model or data, as our own documents have them")
  func purposes() {
    let found = detector.detect(
      "a.spdx.json",
      """
      {"@context": "c", "@graph": [
        {"type": "software_Package", "spdxId": "m", "software_primaryPurpose": "model", "software_packageUrl": "pkg:huggingface/acme/a"},
        {"type": "software_Package", "spdxId": "d", "software_primaryPurpose": "data", "software_packageUrl": "pkg:huggingface/acme/data"},
        {"type": "software_Package", "spdxId": "o", "software_primaryPurpose": "model", "software_packageUrl": "pkg:generic/ollama/llama3.2%3A1b"},
        {"type": "software_Package", "spdxId": "l", "software_primaryPurpose": "model", "name": "models/AcmeChat-8B",
         "software_packageUrl": "pkg:generic/local/models/AcmeChat-8B"},
        {"type": "software_Package", "spdxId": "r", "software_primaryPurpose": "application", "name": "acme/app"}
      ]}
      """)
    #expect(
      found.references.map { "\($0.model.registry.rawValue) \($0.model.id) \($0.role)" } == [
        "huggingface acme/a used", "huggingface datasets/acme/data dataset", "ollama llama3.2:1b used",
        "huggingface AcmeChat-8B used",
      ])
  }

  @Test("version 3 has elements that point to each other")
  func graph() {
    let found = detector.detect(
      "a.spdx.json",
      """
      {"@context": "c", "@graph": [
        {"type": "ai_AIPackage", "spdxId": "m", "name": "acme/a"},
        {"type": "ai_AIPackage", "spdxId": "b", "name": "base", "software_packageUrl": "pkg:huggingface/acme/base"},
        {"type": "dataset_DatasetPackage", "spdxId": "d", "name": "acme/data"},
        {"type": "simplelicensing_LicenseExpression", "spdxId": "l", "simplelicensing_licenseExpression": "MIT"},
        {"type": "Relationship", "from": "m", "relationshipType": "hasDeclaredLicense", "to": ["l", "x"]},
        {"type": "Relationship", "from": "m", "relationshipType": "descendantOf", "to": ["b"]}
      ]}
      """)
    #expect(
      found.references.map { "\($0.location.line) \($0.model.id) \($0.role)" } == [
        "2 acme/a used", "3 acme/base base", "3 acme/base used", "4 datasets/acme/data dataset",
      ])
    #expect(found.outside.first?.licenses.map(\.tag) == ["MIT"])
    #expect(found.outside.first?.bases.map(\.model.id) == ["acme/base"])
  }

  @Test(
    "near misses", arguments: ["{}", "[]", #"{"packages": [{"downloadLocation": "https://huggingface.co/acme/b"}]}"#])
  func nearMisses(text: String) {
    #expect(detector.detect("a.spdx.json", text).isEmpty)
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled(#"{"@graph":[{"type":"ai_AIPackage","name":"acme/a","spdxId":"m"}]}"#) {
      #expect(detector.detect("a.spdx.json", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
  }
}
