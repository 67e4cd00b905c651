import ProvisoText
import Testing

@Suite("YAML: what is read")
struct YAMLReaderTests {
  @Test(
    "plain scalars follow the core schema",
    arguments: [
      ("", "null"), ("~", "null"), ("null", "null"), ("NULL", "null"), ("nUll", "'nUll'"),
      ("true", "true"), ("True", "true"), ("FALSE", "false"), ("tRue", "'tRue'"),
      ("NO", "'NO'"), ("yes", "'yes'"), ("on", "'on'"),
      ("0", "i:0"), ("-12", "i:-12"), ("+7", "i:+7"), ("0x1F", "i:0x1F"), ("0o17", "i:0o17"), ("017", "i:017"),
      ("0xG", "'0xG'"), ("0o8", "'0o8'"), ("-0x1", "'-0x1'"), ("1_000", "'1_000'"), ("+", "'+'"), ("0x", "'0x'"),
      ("3.1", "d:3.1"), (".5", "d:.5"), ("5.", "d:5."), ("1e3", "d:1e3"), ("-1.5E-3", "d:-1.5E-3"), ("1e", "'1e'"),
      (".", "'.'"), ("1.2.3", "'1.2.3'"), (".inf", "d:.inf"), ("-.INF", "d:-.INF"), (".nan", "d:.nan"),
      ("inf", "'inf'"), ("2024-05-01", "'2024-05-01'"), ("12:30", "'12:30'"), ("llama3.1", "'llama3.1'"),
    ])
  func coreSchema(text: String, expected: String) throws {
    let root = try YAMLReader.read(SourceText("key: \(text)\n")).root
    #expect(root?["key"]?.outline == expected)
  }

  @Test(
    "quotes and tags decide before the schema does",
    arguments: [
      ("'3'", "'3'"), ("\"true\"", "'true'"), ("''", "''"), ("!!str 3", "'3'"), ("!!str", "''"),
      ("!!int \"3\"", "i:3"), ("!!int three", "'three'"), ("!!float 3", "d:3"), ("!!bool 'true'", "true"),
      ("!!null ''", "null"), ("!mine 3", "'3'"), ("! 3", "'3'"), ("!!timestamp 2024-05-01", "'2024-05-01'"),
    ])
  func quotesAndTags(text: String, expected: String) throws {
    let root = try YAMLReader.read(SourceText("key: \(text)\n")).root
    #expect(root?["key"]?.outline == expected)
  }

  @Test("collections, block scalars and escapes")
  func collections() throws {
    let text = """
      list:
      - one
      -
        - two: 2
          three:
      flow: {a: [1, b], "c d": 'it''s'}
      literal: |
        first
          second

      folded: >-
        one
        two
      escaped: "\\u00e9\\n"
      """
    let expected =
      "{list: ['one', [{two: i:2, three: null}]], flow: {a: [i:1, 'b'], c d: 'it's'}, "
      + "literal: 'first\n  second\n', folded: 'one two', escaped: 'é\n'}"
    #expect(outcome(text) { source throws(DocumentError) in try YAMLReader.read(source).root } == expected)
  }

  @Test("a key that is a collection is called by its text")
  func templateKeys() throws {
    let root = try YAMLReader.read(SourceText("image: {{ .Values.image }}\n? [a, b]\n: 1\n")).root
    #expect(root?.outline == "{image: {{ .Values.image }: null}, [a, b]: i:1}")
  }

  @Test("an empty stream has no root, an empty document a null one")
  func emptiness() throws {
    #expect(try YAMLReader.read(SourceText("")).root == nil)
    #expect(try YAMLReader.read(SourceText("\u{FEFF}# nothing\n")).root == nil)
    #expect(try YAMLReader.read(SourceText("---\n")).root?.isNull == true)
  }

  @Test("the first document or all of them")
  func streams() throws {
    let source = SourceText("a: 1\n---\n- b\n...\n---\nc\n")
    #expect(try YAMLReader.read(source).root?.outline == "{a: i:1}")
    #expect(try YAMLReader.readAll(source).compactMap { $0.root?.outline } == ["{a: i:1}", "['b']", "'c'"])
    #expect(try YAMLReader.readAll(SourceText("")).isEmpty)
  }

  @Test("what follows the first document is not read")
  func restIgnored() throws {
    #expect(try YAMLReader.read(SourceText("a: 1\n---\n[: broken")).root?.outline == "{a: i:1}")
  }

  @Test("repeated keys are kept, the last wins, and each is reported")
  func duplicateKeys() throws {
    let source = SourceText("a: 1\nb: {x: 1, y: 2, 'x': 3}\na: 2\n\"a\": 3\n")
    let document = try YAMLReader.read(source)
    #expect(document.root?["a"]?.text == "3")
    #expect(document.root?["b"]?["x"]?.text == "3")
    #expect(document.duplicateKeys.map(\.key) == ["x", "a", "a"])
    #expect(document.duplicateKeys.map { source.string(in: $0.again) } == ["'x'", "a", "\"a\""])
    #expect(document.duplicateKeys.map { source.lineNumber(at: $0.first.lowerBound) } == [2, 1, 1])
    #expect(document.duplicateKeys.map { source.lineNumber(at: $0.again.lowerBound) } == [2, 3, 4])
  }

  @Test("repeated keys are found in large mappings too")
  func duplicateKeysInLargeMappings() throws {
    let keys = (0..<500).map { "k\($0)" } + ["k7", "k499", "k7"]
    let source = SourceText(keys.map { "\($0): 1\n" }.joined())
    let duplicates = try YAMLReader.read(source).duplicateKeys
    #expect(duplicates.map(\.key) == ["k7", "k499", "k7"])
    #expect(duplicates.map { source.lineNumber(at: $0.first.lowerBound) } == [8, 500, 8])
    #expect(duplicates.map { source.lineNumber(at: $0.again.lowerBound) } == [501, 502, 503])
  }
}

@Suite("YAML: where it stands")
struct YAMLPositionTests {
  @Test(
    "ranges are exact bytes, whatever the line ends and characters before them",
    arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func ranges(lineEnd: String, start: String) throws {
    let lines = [
      "# é😀 comment", "plain: two words  # note", "\"qu😀ted\": 'sin''gle'", "list:", "- é", "- [a😀, {b: \"c\"}]",
      "last: end",
    ]
    let source = SourceText(start + lines.joined(separator: lineEnd))
    let root = try #require(try YAMLReader.read(source).root)
    #expect(
      root.leaves(in: source) == [
        "plain", "two words", "\"qu😀ted\"", "'sin''gle'", "list", "é", "a😀", "b", "\"c\"", "last", "end",
      ])
    #expect(source.string(in: try #require(root["list"]?.items.last?.range)) == "[a😀, {b: \"c\"}]")
    let last = try #require(root["last"])
    #expect(source.position(at: last.range.lowerBound) == TextPosition(line: 7, column: 7))
  }

  @Test("an emoji before a value counts two columns")
  func columns() throws {
    let source = SourceText("😀é: x\n")
    let value = try #require(try YAMLReader.read(source).root?["😀é"])
    #expect(value.range == 8..<9)
    #expect(source.position(at: value.range.lowerBound) == TextPosition(line: 1, column: 6))
  }

  @Test("block collections and scalars end with their last text, not with the blank lines after it")
  func blockEnds() throws {
    let source = SourceText("a:\n  b:\n  - c\n\n# note\n\nd: |\n  text\n\n\ne: >\n  more\n# note\n")
    let root = try #require(try YAMLReader.read(source).root)
    #expect(source.string(in: try #require(root["a"]?.range)) == "b:\n  - c")
    #expect(source.string(in: try #require(root["d"]?.range)) == "|\n  text")
    #expect(source.string(in: try #require(root["e"]?.range)) == ">\n  more")
  }

  @Test("a part of a text is read with the offsets of the whole")
  func partOfText() throws {
    let source = SourceText("# Ü\n---\nname: é x\n---\nbody: [")
    let range = 9..<(9 + "name: é x\n".utf8.count)
    let document = try YAMLReader.read(source, range: range)
    let name = try #require(document.root?["name"])
    #expect(source.string(in: name.range) == "é x")
    #expect(source.position(at: name.range.lowerBound) == TextPosition(line: 3, column: 7))
  }

  @Test("a range outside the text reads as nothing")
  func rangeOutside() throws {
    #expect(try YAMLReader.read(SourceText("a: 1"), range: 40..<50).root == nil)
  }
}
