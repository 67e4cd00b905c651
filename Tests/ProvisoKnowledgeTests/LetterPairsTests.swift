import Testing

@testable import ProvisoKnowledge

@Suite("Pairs of letters")
struct LetterPairsTests {
  private let pairs = LetterPairs(["ll", "ge", "l"].map { Array($0.utf8) })

  @Test("what was put in is there, at the beginning and at the end")
  func there() {
    #expect(pairs.contains(beginningOf: "llama") && pairs.contains(beginningOf: "gemma"))
    #expect(pairs.contains(beginningOf: "l") && pairs.contains(endOf: "small"))
  }

  @Test("hardly anything else is, and in nothing there is none", arguments: ["", "a", "le", "mistral", "lé"])
  func notThere(word: String) {
    #expect(!pairs.contains(beginningOf: word) && !pairs.contains(endOf: word))
    #expect(!LetterPairs([]).contains(beginningOf: word))
  }
}
