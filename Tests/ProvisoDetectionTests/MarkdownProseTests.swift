import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Prose of Markdown")
struct MarkdownProseTests {
  @Test(
    "is parted into sentences",
    arguments: [
      ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]), ("One\n  two\n\nthree", ["One two", "three"]),
      ("# Title\nText", ["Title".withHash, "Text"]), ("- one\n- two\n  more", ["- one", "- two more"]),
      ("v1.2 is out", ["v1.2 is out"]), ("a\r\nb\rc", ["a b c"]), ("", []), ("---\na: 1\n---\nText", ["Text"]),
    ])
  func sentences(text: String, expected: [String]) {
    #expect(MarkdownProse(SourceText(text)).sentences().map(\.text) == expected)
  }

  @Test(
    "leaves out what is not the author's",
    arguments: [
      "```\nx\n```", "~~~ py\nx\n~~~", "```\nx", "> x", "    x", "\tx", "<!-- x -->", "<!--\nx\n-->", "`x`", "\"x\"",
      "[](x)",
    ])
  func masked(text: String) {
    #expect(MarkdownProse(SourceText("A\n\n" + text)).sentences().map(\.text).filter { $0.contains("x") } == [])
  }

  @Test("an inch does not hide the next line, and a fence of the other kind closes none")
  func ends() {
    #expect(MarkdownProse(SourceText("5\" a\nb")).sentences().map(\.text) == ["5 b"])
    #expect(MarkdownProse(SourceText("```\n~~~\nx\n```\ny")).sentences().map(\.text) == ["y"])
  }

  @Test("knows where a phrase stands")
  func places() throws {
    let source = SourceText("😀 One. It is\nOpen Source now.")
    let sentence = try #require(MarkdownProse(source).sentences().last)
    let range = try #require(sentence.location(ofPhrase: "open source", in: source))
    #expect(source.position(at: range.lowerBound) == TextPosition(line: 2, column: 1))
    #expect(sentence.location(ofPhrase: "is open", in: source) == nil)
  }
}

extension String {
  fileprivate var withHash: String { "# " + self }
}
