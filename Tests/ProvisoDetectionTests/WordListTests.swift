import Testing

@testable import ProvisoDetection

@Suite("Lists kept as text")
struct WordListTests {
  @Test("of pairs say what each first word stands for; one that is left over says nothing")
  func pairs() {
    #expect(WordList.pairs("a x/y\n  b z\n") == ["a": "x/y", "b": "z"])
    #expect(WordList.pairs("a") == [:] && WordList.pairs("") == [:])
  }
}
