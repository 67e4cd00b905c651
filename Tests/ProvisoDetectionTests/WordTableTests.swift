import Testing

@testable import ProvisoDetection

@Suite("A table of words")
struct WordTableTests {
  private let table = WordTable("llama qwen2.5 QWQ a")

  @Test("holds its words in any case", arguments: ["llama", "LLaMA", "Qwen2.5", "qwq", "a"])
  func held(word: String) {
    #expect(table.contains(word))
  }

  @Test("holds nothing else", arguments: ["", "lama", "llamas", "qwen2,5", "qwen25", "b", "\u{0}", "ll\u{E4}ma"])
  func others(word: String) {
    #expect(!table.contains(word))
  }

  @Test("is asked for a part of a text")
  func parts() {
    let text = "meta-llama/x"
    let answers = [5..<10, 4..<10, 5..<5].map { table.contains(text.utf8.span, $0) }
    #expect(answers == [true, false, false])
  }

  @Test("tells cases apart where they count")
  func exact() {
    let table = WordTable("GetEnv getenv", ignoresCase: false)
    #expect(table.contains("GetEnv") && table.contains("getenv"))
    #expect(!table.contains("getEnv") && !table.contains("GETENV"))
  }

  @Test("gives the place of a word among all of them")
  func places() {
    #expect(table.words == ["a", "llama", "qwen2.5", "qwq"])
    let places = table.words.map { table.index(of: $0.utf8.span, 0..<$0.utf8.count) }
    #expect(places == [0, 1, 2, 3])
  }

  @Test("holds words of any length and number")
  func many() {
    let words = (0..<3_000).map { "w" + String(repeating: "x", count: $0 % 90) + String($0) }
    let table = WordTable(words)
    #expect(words.allSatisfy { table.contains($0) })
    #expect(words.allSatisfy { !table.contains($0 + "-") })
  }
}
