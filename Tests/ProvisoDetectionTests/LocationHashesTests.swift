import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Line hashes of locations")
struct LocationHashesTests {
  @Test("every location of every kind gets the hash of its line")
  func all() throws {
    let text =
      "---\nlicense: mit\nbase_model: acme/base-1\n---\n# Acme\n\nAcme is open source.\n"
    let found = DetectorRunner().detect(path: FilePath("README.md"), bytes: Array(text.utf8))
    let hashes = LineHashes(of: SourceText(text))
    let declaration = try #require(found.declarations.first)
    let places =
      found.references.map(\.location) + found.statements.map(\.location) + [declaration.location]
      + declaration.licenses.map(\.location) + declaration.bases.map(\.location)
    #expect(Set(places.map(\.line)) == [2, 3, 7])
    #expect(places.allSatisfy { $0.lineHash != nil && $0.lineHash == hashes[line: $0.line] })
  }

  @Test("weight files have none")
  func weights() {
    let found = SafetensorsHeader().detect("model.safetensors", WeightBytes.safetensors("{}"))
    #expect(found.references.map(\.location.lineHash) == [nil])
  }
}
