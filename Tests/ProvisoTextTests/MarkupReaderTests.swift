import ProvisoText
import Testing

@Suite("Texts of XML")
struct MarkupReaderTests {
  private func outline(_ text: String) throws -> [String] {
    try MarkupReader.read(SourceText(text)).map { "\($0.element)\($0.attribute.map { "@\($0)" } ?? ""): \($0.text)" }
  }

  @Test(
    "attributes and texts in order",
    arguments: [
      ("<a b='c' d = \"e\"/>", ["a@b: c", "a@d: e"]), ("<a> x\n <b>y</b> z</a>", ["b: y"]),
      ("<?xml v?><!DOCTYPE a><!-- <c>n</c> --><a>&lt;b&amp;&quot;&#x41;</a>", ["a: <b&\"&#x41;"]),
      ("<key>model</key>\n<string>o/n</string>", ["key: model", "string: o/n"]), ("a < b > c", []), ("", []),
      ("<a\n b=\"c\"\n>d</a>", ["a@b: c", "a: d"]), ("<a b c=d/>", []),
    ])
  func texts(text: String, expected: [String]) throws {
    #expect(try outline(text) == expected)
  }

  @Test("what is not closed is an error, and all is bounded")
  func errors() {
    for text in ["<a b=\"c", "<!-- a", "<a b", "<![CDATA[ x"] {
      #expect(throws: DocumentError.self) { try MarkupReader.read(SourceText(text)) }
    }
    #expect(throws: DocumentError.self) {
      try MarkupReader.read(SourceText("<a b='c'/>"), limits: MarkupLimits(bytes: 2))
    }
    #expect(throws: DocumentError.self) {
      try MarkupReader.read(SourceText("<a b='c' d='e'/>"), limits: MarkupLimits(texts: 1))
    }
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("<?a?><b c='é'>d &amp; e</b><!-- f --><g/>") {
      _ = try? MarkupReader.read(SourceText(path: "t", bytes: bytes))
    }
  }
}
