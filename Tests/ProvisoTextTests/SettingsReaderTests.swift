import ProvisoText
import Testing

extension SettingsDocument {
  /// The tree, and what is commented out behind a `#`.
  var outline: String {
    root.outline + commented.map { " #\($0.key): \($0.value.outline)" }.joined()
  }
}

@Suite("INI and properties")
struct INIReaderTests {
  @Test(
    "sections, keys, comments and values of several lines",
    arguments: [
      ("", "{}"), ("a = b", "{a: 'b'}"), ("a: b\nc=d=e", "{a: 'b', c: 'd=e'}"),
      ("[s]\na=1\n[t]\n", "{s: {a: i:1}, t: {}}"),
      ("a.b = c ; d\n; e = f\n! g", "{a.b: 'c'} #e: 'f'"), ("a = \"b ; c\" # d", "{a: 'b ; c'}"),
      ("[s]\na =\n  b\n  # x\n  c\nd = e", "{s: {a: ['b', 'c'], d: 'e'}}"),
      ("a = b\\\n    c\nd = e", "{a: ['b', 'c'], d: 'e'}"), ("a = true\r\nb =\r\n", "{a: true, b: null}"),
      ("plain words\na = http://b#c", "{a: 'http://b#c'}"), ("\u{FEFF}a=b", "{a: 'b'}"),
    ])
  func values(text: String, expected: String) throws {
    #expect(try INIReader.read(SourceText(text)).outline == expected)
  }

  @Test("a list over several lines keeps the place of each item")
  func lists() throws {
    let source = SourceText("[s]\nmodels =\n  é/a\n  b/c\n")
    let items = try #require(try INIReader.read(source).root["s"]?["models"]?.items)
    #expect(items.map { source.string(in: $0.range) } == ["é/a", "b/c"])
  }

  @Test("an open section and too many keys are errors")
  func errors() {
    #expect(throws: DocumentError.self) { try INIReader.read(SourceText("[s\na=b")) }
    #expect(throws: DocumentError.self) {
      try INIReader.read(SourceText("a=1\nb=2"), limits: SettingsLimits(entries: 1))
    }
    #expect(throws: DocumentError.self) { try INIReader.read(SourceText("a=1"), limits: SettingsLimits(bytes: 2)) }
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("[é]\na = 'b' # c\n; d = e\\\n  f\n") {
      _ = try? INIReader.read(SourceText(path: "t", bytes: bytes))
    }
  }
}

@Suite(".env files")
struct DotenvReaderTests {
  @Test(
    "variables, quotes, comments",
    arguments: [
      ("A=b\nexport C = d", "{A: 'b', C: 'd'}"), ("A=b # c\nD=e#f", "{A: 'b', D: 'e#f'}"),
      ("A='b # c' # d\nE=\"f\ng\"\nH=i", "{A: 'b # c', E: 'f\ng', H: 'i'}"), ("A=\"b \\\" c\"", "{A: 'b \\\" c'}"),
      ("# A=b\n#C='d\nE=f", "{E: 'f'} #A: 'b' #C: ''d'"), ("# words, no = sign here = x\n", "{}"),
      ("A=\nB=1\n", "{A: null, B: i:1}"), ("A=${B:-c}", "{A: '${B:-c}'}"), ("words\n=x\nA=`b`", "{A: 'b'}"),
      ("A=b\r\nC=d\r\n", "{A: 'b', C: 'd'}"),
    ])
  func values(text: String, expected: String) throws {
    #expect(try DotenvReader.read(SourceText(text)).outline == expected)
  }

  @Test("a value in quotes that is not closed is an error")
  func errors() throws {
    let error = #expect(throws: DocumentError.self) { try DotenvReader.read(SourceText("A=b\nC=\"d\nE=f")) }
    #expect(error?.position == TextPosition(line: 2, column: 3))
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("export A = \"é\\n\" # x\n# B='c'\nD=${E}\r\n") {
      _ = try? DotenvReader.read(SourceText(path: "t", bytes: bytes))
    }
  }
}
