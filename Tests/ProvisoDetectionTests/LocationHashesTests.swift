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

  @Test("weights and pointers to them have that of their first line, however large they are")
  func weights() {
    let pointer = Array(
      "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "0", count: 64))\nsize 5\n".utf8)
    let large = WeightBytes.safetensors("{}") + [UInt8](repeating: 0x41, count: 1 << 16)
    for bytes in [pointer, large] {
      let found = DetectorRunner().detect(weightsAt: FilePath("m/model.safetensors"), bytes: ByteSource(bytes))
      let hash = LineHashes(of: SourceText(path: "m/model.safetensors", bytes: bytes))[line: 1]
      #expect(!found.references.isEmpty && found.references.allSatisfy { $0.location.lineHash == hash })
    }
  }
}
