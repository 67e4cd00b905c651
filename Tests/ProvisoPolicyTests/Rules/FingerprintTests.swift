import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("A fingerprint")
struct FingerprintTests {
  @Test("is the same for the same parts on every machine")
  func stable() {
    #expect(Fingerprint.of(["AIL302", "acme/model"]) == "89ef197b02ab8b40878ae00198bb4237")
  }

  @Test("has 32 hexadecimal digits, also for nothing", arguments: [[], [""], ["AIL302"], ["ü", "🦙"]])
  func form(parts: [String]) {
    let text = Fingerprint.of(parts)
    #expect(text.utf8.count == 32)
    #expect(text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) })
  }

  @Test(
    "tells parts apart that read alike together",
    arguments: [
      (["ab", "c"], ["a", "bc"]), (["a", ""], ["a"]), (["", "a"], ["a", ""]), (["a"], ["A"]),
      (["a", "b"], ["b", "a"]),
    ])
  func separated(one: [String], other: [String]) {
    #expect(Fingerprint.of(one) != Fingerprint.of(other))
  }

  @Test("does not collide over many subjects, in neither half")
  func spread() {
    let all = (0..<20_000).map { Fingerprint.of(["AIL302", "acme/model-\($0)", "llama3.1", "src/a.py"]) }
    #expect(Set(all).count == all.count)
    #expect(Set(all.map { $0.prefix(16) }).count == all.count)
    #expect(Set(all.map { $0.suffix(16) }).count == all.count)
  }
}
