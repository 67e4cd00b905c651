import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("How often words stand in a file") struct WordCountsTests {
  private func counts(_ text: String) -> WordCounts { WordCounts(SourceText(path: "a.py", bytes: Array(text.utf8))) }

  @Test("tells a word that stands there once from one that stands there more often, or not at all")
  func once() {
    let counts = counts("models = [a]\nprint(a, b2)\n")
    #expect(counts.isOnce("models"))
    #expect(counts.isOnce("b2"))
    #expect(!counts.isOnce("a"))
    #expect(!counts.isOnce("missing"))
  }

  @Test("keeps thousands of words apart")
  func many() {
    let words = (0..<20_000).map { "word\($0)x" }
    let counts = counts((words + words.dropFirst(10_000)).joined(separator: " "))
    #expect(words[..<10_000].allSatisfy(counts.isOnce))
    #expect(!words[10_000...].contains(where: counts.isOnce))
  }

  @Test("says of no word that it stands there once where words were chosen to share a place")
  func hostile() {
    // Words whose hashes end alike: all go to one place of any table up to 2^12.
    func hash(_ word: String) -> UInt64 {
      word.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
    var words: [String] = []
    var number = 0
    while words.count < 700 {
      let word = "w\(number)"
      if hash(word) & 0xFFF == 7 { words.append(word) }
      number += 1
    }
    let counts = counts(words.joined(separator: " "))
    #expect(!words.contains(where: counts.isOnce))
  }
}
