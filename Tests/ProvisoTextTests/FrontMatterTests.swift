import ProvisoText
import Testing

@Suite("Front matter")
struct FrontMatterTests {
  @Test(
    "found between fences on the first line and a later one",
    arguments: [
      ("---\nlicense: mit\n---\n# Card\n", "license: mit\n"),
      ("---\r\nlicense: mit\r\n---\r\n# Card\r\n", "license: mit\r\n"),
      ("\u{FEFF}--- \t\na: 1\n...\nbody", "a: 1\n"),
      ("---\n---\n", ""), ("---\na: 1\n---", "a: 1\n"), ("---\ra: 1\r---\rbody", "a: 1\r"),
      ("\n \n---\na: 1\n---\n", "a: 1\n"), ("<!-- a -->\n---\na: 1\n---\n", "a: 1\n"),
      ("---\na: 1\nb: 2\n\n# Card\n", "a: 1\nb: 2\n"), ("---\na: 1\n# Card\n", "a: 1\n"), ("---\na: 1\n", "a: 1\n"),
      ("---\na: |\n  ---\n----\n--- x\n---  \n", "a: |\n  ---\n----\n--- x\n"),
    ])
  func located(text: String, expected: String) throws {
    let source = SourceText(text)
    let range = try #require(FrontMatter.locate(in: source.bytes))
    #expect(source.string(in: range) == expected)
  }

  @Test(
    "not there",
    arguments: [
      "", "---", "---\n", "# Card\n---\na: 1\n---\n", "----\na: 1\n---\n", "--- a: 1\n---\n", "...\na: 1\n...\n",
      "\n---\nA rule, and words.\n---\n", "<!-- a\n---\na: 1\n---\n",
      "---\nWords: no key.\n".replacing(": ", with: " "),
      "<!-- a -->\n---\n# Card\n",
    ])
  func absent(text: String) throws {
    #expect(FrontMatter.locate(in: Array(text.utf8)) == nil)
    #expect(try FrontMatter.read(SourceText(text)) == nil)
  }

  @Test("is found whatever its length, and one that is too long for YAML is an error, not absent")
  func long() {
    let filler = String(repeating: "#", count: YAMLLimits.default.bytes)
    let source = SourceText("---\n" + filler + "\n---\n" + String(repeating: "body\n", count: 100))
    #expect(FrontMatter.locate(in: source.bytes)?.count == filler.utf8.count + 1)
    #expect(throws: DocumentError.self) { try FrontMatter.read(source) }
  }

  @Test("values have their place in the file, and the body starts after the fence")
  func positions() throws {
    let source = SourceText("\u{FEFF}---\r\nname: 😀\r\nlicense: \"mit\"\r\nlicense: other\r\n---\r\n# Card\r\n")
    let (document, bodyStart) = try #require(try FrontMatter.read(source))
    let license = try #require(document.root?["license"])
    #expect(license.text == "other")
    #expect(source.position(at: license.range.lowerBound) == TextPosition(line: 4, column: 10))
    #expect(document.duplicateKeys.map { source.lineNumber(at: $0.again.lowerBound) } == [4])
    #expect(source.string(in: bodyStart..<source.bytes.count) == "# Card\r\n")
  }

  @Test(
    "errors carry the line of the file",
    arguments: [
      ("---\nlicense: mit\ntags:\n\t- a\n---\n", 4, 1), ("---\nname: A: b\n---\n", 2, 8),
      ("---\nlicense: mit\nname: \"x\n---\nbody \" quote", 3, 7), ("---\n[a\n---\n", 3, 1),
      ("---\r\nlicense: mit\r\nname: [a\r\nb: c\r\n---\r\n", 4, 2),
    ])
  func errors(text: String, line: Int, column: Int) {
    let error = #expect(throws: DocumentError.self) { try FrontMatter.read(SourceText(text)) }
    #expect(error?.position == TextPosition(line: line, column: column))
  }

  @Test("a card cut at any byte is read, refused or not there, never a crash")
  func cut() {
    let bytes = Array("\u{FEFF}---\r\nlicense: mit\r\ntags: [é, \"b\"]\r\n---\r\n# Card".utf8)
    let found = bytes.indices.filter { end in
      ((try? FrontMatter.read(SourceText(path: "cut", bytes: Array(bytes[..<end])))) ?? nil) != nil
    }
    // The first key makes a block of it, and the fence counts as soon as it is whole.
    #expect(found.first == "\u{FEFF}---\r\nlicense:".utf8.count)
    let whole = bytes.count - "\r\n# Card".utf8.count
    #expect(found.suffix(bytes.count - whole) == ArraySlice(whole..<bytes.count))
    #expect(!FrontMatter.isOpen(in: bytes) && FrontMatter.isOpen(in: Array(bytes[..<(whole - 3)])))
  }
}
