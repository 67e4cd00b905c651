import Testing

@testable import ProvisoDetection

@Suite("What is kept of texts that files repeat")
struct TextMemoTests {
  private func value(_ memo: TextMemo<Int>, _ text: String, tag: UInt8 = 0, make: () -> Int) -> Int {
    memo.value(of: text.utf8.span, 0..<text.utf8.count, tag: tag, orMake: make)
  }

  @Test("is made once, and is another one for another tag")
  func kept() {
    let memo = TextMemo<Int>()
    #expect(value(memo, "acme/a") { 1 } == 1)
    #expect(value(memo, "acme/a") { 2 } == 1)
    #expect(value(memo, "acme/a", tag: 1) { 3 } == 3)
    #expect(value(memo, "acme/b") { 4 } == 4)
  }

  @Test("is of the bytes in the range alone")
  func ranges() {
    let memo = TextMemo<Int>()
    let text = "\"acme/a\" \"acme/b\""
    #expect(memo.value(of: text.utf8.span, 1..<7, orMake: { 1 }) == 1)
    #expect(memo.value(of: text.utf8.span, 10..<16, orMake: { 2 }) == 2)
    #expect(value(memo, "acme/a") { 3 } == 1)
  }

  @Test("is right however many texts there are, and whether a text is short enough to be kept or not")
  func many() {
    let memo = TextMemo<Int>()
    let texts = (0..<20_000).map { "acme/model-\($0)" } + [String(repeating: "a", count: 129)]
    for _ in 0..<2 {
      for (number, text) in texts.enumerated() { #expect(value(memo, text) { number } == number) }
    }
  }
}
