import ProvisoText
import Testing

@Suite("TOML: what is read")
struct TOMLReaderTests {
  @Test(
    "the values of TOML 1.0",
    arguments: [
      ("", "{}"), ("a = 1", "{a: i:1}"), ("a = +1.5e3 # c", "{a: d:+1.5e3}"), ("a = true", "{a: true}"),
      ("a = inf\nb = nan", "{a: d:inf, b: d:nan}"), ("a = 1_000", "{a: i:1_000}"), ("a = 0xDEAD", "{a: i:0xDEAD}"),
      ("a = 0b1_0", "{a: i:0b1_0}"), ("a = 0b12", "{a: '0b12'}"), ("a = 0b", "{a: '0b'}"),
      ("a = 1979-05-27T07:32:00Z", "{a: '1979-05-27T07:32:00Z'}"),
      ("a = 1979-05-27 07:32:00", "{a: '1979-05-27 07:32:00'}"),
      (#"a = "b\tc\u00e9\U0001F600\"\\""#, "{a: 'b\tcé😀\"\\'}"), ("a = 'C:\\b'", "{a: 'C:\\b'}"),
      ("a = \"\"\"\nb\n\"c\"\\\n   d\"\"\"", "{a: 'b\n\"c\"d'}"), ("a = '''\r\nb'c'''", "{a: 'b'c'}"),
      ("a = \"\"\"b\"\"\"\"\"", "{a: 'b\"\"'}"), ("a = \"\"", "{a: ''}"),
      ("a = [1, [\"b\"], # c\n {c = 2},\n]", "{a: [i:1, ['b'], {c: i:2}]}"), ("a = []", "{a: []}"),
      ("a = {b.c = 1, \"d e\" = 2}", "{a: {b: {c: i:1}, d e: i:2}}"),
      ("a.b . \"c.d\" = 1\na.e = 2", "{a: {b: {c.d: i:1}, e: i:2}}"),
      ("x = 0\n[a.b]\nc = 1\n[a]\nd = 2\n['e f']", "{x: i:0, a: {b: {c: i:1}, d: i:2}, e f: {}}"),
      ("[[a]]\nb = 1\n[a.c]\nd = 2\n[[a]]\n[[a.e]]\nf = 3", "{a: [{b: i:1, c: {d: i:2}}, {e: [{f: i:3}]}]}"),
      ("\u{FEFF}a = 1\r\nb = 2\r\n", "{a: i:1, b: i:2}"), ("a = 1\na = 2", "{a: i:1, a: i:2}"),
    ])
  func values(text: String, expected: String) throws {
    #expect(try TOMLReader.read(SourceText(text)).outline == expected)
  }

  @Test("ranges are exact bytes, quotes included")
  func ranges() throws {
    let source = SourceText("k = 1\n[t]\n\"ü\" = '😀'\nl = [\"a\"]")
    let root = try TOMLReader.read(source)
    #expect(root.leaves(in: source) == ["k", "1", "t", "\"ü\"", "'😀'", "l", "\"a\""])
    let value = try #require(root["t"]?["ü"])
    #expect(source.position(at: value.range.lowerBound) == TextPosition(line: 3, column: 7))
  }
}

@Suite("TOML: what is refused, and where")
struct TOMLErrorTests {
  private func outcome(_ text: String, limits: TreeLimits = .default) -> String {
    ProvisoTextTests.outcome(text) { source throws(DocumentError) in try TOMLReader.read(source, limits: limits) }
  }

  @Test(
    "errors say what was expected and what was found",
    arguments: [
      ("a", "1:2 Expected = after the key, found the end of the text."),
      ("= 1", "1:1 Expected a key, found '='."), ("a = ", "1:5 Expected a value, found the end of the text."),
      ("a = b", "1:5 Expected a value; text must stand in quotes."),
      ("a = 1 b = 2", "1:7 Expected the end of the line, found 'b'."),
      ("[a", "1:1 The name of the table that starts here is not closed by ]."),
      ("a = \"b\n\"", "1:5 The text in quotes that starts here is not closed."),
      ("a = '''b", "1:5 The text in quotes that starts here is not closed."),
      (#"a = "\q""#, "1:6 A backslash must be followed by one of \" \\ b e f n r t u U x."),
      (#"a = "\uD800""#, "1:6 The escape is no Unicode character."),
      ("a = [1 2]", "1:8 Expected a comma or ] after the value, found '2'."),
      ("a = {b = 1 c = 2}", "1:12 Expected a comma or } after the value, found 'c'."),
    ])
  func mistakes(text: String, expected: String) {
    #expect(outcome(text) == expected)
  }

  @Test("depth, count and size are bounded")
  func bounds() {
    #expect(
      outcome("a = " + String(repeating: "[", count: 100_000))
        == "1:69 The values are nested more than 64 levels deep.")
    #expect(
      outcome(String(repeating: "a.", count: 100_000) + "a = 1")
        == "1:129 The tables are nested more than 64 levels deep.")
    #expect(outcome("a = [1,2]", limits: TreeLimits(nodes: 2)) == "1:8 The text has more than 2 values.")
    #expect(
      outcome("a = 1", limits: TreeLimits(bytes: 4)) == "1:1 The TOML is 5 bytes long; at most 4 are read.")
  }

  @Test("many tables under one name take no quadratic time")
  func manyTables() throws {
    let text = String(repeating: "[[a.b]]\nc = 1\n", count: 50_000)
    #expect(try TOMLReader.read(SourceText(text))["a"]?["b"]?.items.count == 50_000)
  }

  @Test("a text cut at any byte, or with any byte changed, is read or refused, never a crash")
  func cutAndChanged() {
    let text = "[a.\"é\"]\nb = [1, \"\\u00e9\", '''x'''] # c\n[[d]]\ne = {f = \"\"\"g\\\n h\"\"\"}\n"
    let outcomes = spoiled(text).map { bytes in
      (try? TOMLReader.read(SourceText(path: "t", bytes: bytes))) != nil
    }
    #expect(Set(outcomes) == [true, false])
  }
}
