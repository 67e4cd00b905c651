import ProvisoText
import Testing

@Suite("Needles")
struct NeedleSetTests {
  private func matches(_ needles: [String], _ text: [UInt8], ignoresCase: Bool = false) -> [[Int]] {
    var found: [[Int]] = []
    NeedleSet(needles, ignoresCase: ignoresCase).forEachMatch(in: text.span) { needle, offset in
      found.append([needle, offset])
      return true
    }
    return found
  }

  private func matches(_ needles: [String], _ text: String, ignoresCase: Bool = false) -> [[Int]] {
    matches(needles, Array(text.utf8), ignoresCase: ignoresCase)
  }

  @Test("every occurrence of every needle, overlapping ones too, by offset and then by needle")
  func everyOccurrence() {
    #expect(matches(["aa", "aaa", "ab"], "aaaab") == [[0, 0], [1, 0], [0, 1], [1, 1], [0, 2], [2, 3]])
    #expect(matches(["he", "she", "hers", "his"], "ushers") == [[1, 1], [0, 2], [2, 2]])
    #expect(matches(["same", "same"], "same") == [[0, 0], [1, 0]])
  }

  @Test("at the start, at the end, and not beyond it")
  func edges() {
    #expect(matches(["from_pretrained", ".gguf"], ".gguf from_pretrained") == [[1, 0], [0, 6]])
    #expect(matches(["from_pretrained", ".gguf"], "from_pretraine") == [])
    #expect(matches(["ab", "abcdef"], "xxabcde") == [[0, 2]])
    #expect(matches(["abc"], "") == [])
    #expect(matches(["abc"], "ab") == [])
    #expect(matches([], "abc") == [])
  }

  @Test("case counts unless told otherwise, and then for ASCII letters only")
  func caseFolding() {
    #expect(matches(["MoDel_id"], "model_id MODEL_ID MoDel_id") == [[0, 18]])
    #expect(matches(["MoDel_id"], "model_id MODEL_ID MoDel_id", ignoresCase: true) == [[0, 0], [0, 9], [0, 18]])
    // Bytes that differ from letters and signs only in the bit that tells upper from lower case.
    #expect(matches(["a[b@"], "A{B`", ignoresCase: true) == [])
    #expect(matches(["é"], "É", ignoresCase: true) == [])
  }

  @Test("any bytes may be searched, also with a needle longer than the shift table can tell")
  func bytes() {
    #expect(matches(["\u{FFFD}"], [0xFF, 0xEF, 0xBF, 0xBD, 0x00]) == [[0, 1]])
    let long = String(repeating: "ab", count: 400)
    #expect(matches([long], "x" + long + "b" + long) == [[0, 1], [0, 802]])
  }

  @Test("the body ends the search by returning false")
  func stops() {
    var count = 0
    let text = Array("aaaa".utf8)
    NeedleSet(["aa"]).forEachMatch(in: text.span) { _, _ in
      count += 1
      return count < 2
    }
    #expect(count == 2)
  }

  @Test("whether there is any")
  func containsAny() {
    let needles = NeedleSet(["meta-llama/", ".gguf"])
    let with = Array("load('x.gguf')".utf8)
    let without = Array("load('x.ggu')".utf8)
    let found = [needles.containsAny(in: with.span), needles.containsAny(in: without.span)]
    #expect(found == [true, false])
  }

  @Test("finds what a search one by one finds, in texts of few letters", arguments: 0..<200)
  func agreesWithPlainSearch(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    func word(_ length: Int) -> [UInt8] { (0..<length).map { _ in Array("abBc".utf8)[random(4)] } }
    let ignoresCase = seed.isMultiple(of: 2)
    func folded(_ bytes: [UInt8]) -> [UInt8] { ignoresCase ? bytes.map { $0 == 0x42 ? 0x62 : $0 } : bytes }
    let needles = (0...random(6)).map { _ in word(2 + random(4)) }
    let text = word(random(120))
    var expected: [[Int]] = []
    for offset in text.indices {
      for (index, needle) in needles.enumerated()
      where folded(Array(text[offset...])).starts(with: folded(needle)) {
        expected.append([index, offset])
      }
    }
    #expect(matches(needles.map { String(decoding: $0, as: UTF8.self) }, text, ignoresCase: ignoresCase) == expected)
  }
}
