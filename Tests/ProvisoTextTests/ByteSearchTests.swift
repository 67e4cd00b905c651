import ProvisoText
import Testing

@Suite("The search for one word")
struct ByteSearchTests {
  @Test(
    "finds it wherever it stands",
    arguments: [
      "waive", "# waive AIL501", "wai waive", "wawaive", "waivwaive", "a\nwaive\n", "\u{1F600}waive", "xxxxwaive",
      "waivewaive",
    ])
  func found(text: String) {
    let bytes = Array(text.utf8)
    let isThere = ByteSearch("waive").stands(in: bytes.span)
    #expect(isThere)
  }

  @Test("and nowhere else", arguments: ["", "waiv", "aive", "Waive", "w aive", "waivf", "evaiw"])
  func absent(text: String) {
    let bytes = Array(text.utf8)
    let isThere = ByteSearch("waive").stands(in: bytes.span)
    #expect(!isThere)
  }

  @Test("agrees with a look at every place")
  func every() {
    let letters: [UInt8] = [0x61, 0x62]
    for number in 0..<(1 << 10) {
      let bytes = (0..<10).map { letters[number >> $0 & 1] }
      for word in ["a", "ab", "aab", "abab", "bbb"] {
        let expected = bytes.indices.contains { bytes[$0...].starts(with: word.utf8) }
        let isThere = ByteSearch(word).stands(in: bytes.span)
        #expect(isThere == expected)
      }
    }
  }
}
