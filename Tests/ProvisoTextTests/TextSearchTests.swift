import ProvisoText
import Testing

@Suite("Text in text") struct TextSearchTests {
  @Test(
    "finds what the standard library finds in plain text",
    arguments: ["", "a", "ab", "ba", "aab", "abaab", "ï", "→b"])
  func finds(_ word: String) {
    for text in ["", "a", "abaab", "aaab", "x→b", "naïve ab", "ababaab"] {
      let bytes = Array(text.utf8)
      let wanted = Array(word.utf8)
      let starts = bytes.indices.filter { bytes[$0...].starts(with: wanted) }
      let first = wanted.isEmpty ? 0 : starts.first
      #expect(text.contains(word) == (first != nil), "\(text) \(word)")
      #expect(
        text.firstRange(of: word).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } == first)
      #expect(bytes[...].firstRange(of: word)?.lowerBound == first)
    }
  }

  @Test("finds a word in a part of a text, with places of the whole text")
  func parts() throws {
    let text = "llama: a llama"
    let rest = text.dropFirst()
    let range = try #require(rest.firstRange(of: "llama"))
    #expect(text[..<range.lowerBound] == "llama: a ")
    #expect(Array("xx](b".utf8)[1...].firstRange(of: "](") == 2..<4)
  }

  @Test("finds a word that a combining mark follows, where no comparison of characters would")
  func marks() {
    #expect("non-commercial\u{301} use".contains("non-commercial"))
  }

  @Test("replaces from the left, none within another")
  func replaces() {
    #expect("aaa b aa".replacing("aa", with: "-") == "-a b -")
    #expect("a/b/c".replacing("/", with: "") == "abc")
    #expect("abc".replacing("x", with: "y") == "abc")
    #expect("".replacing("x", with: "y") == "")
  }
}
