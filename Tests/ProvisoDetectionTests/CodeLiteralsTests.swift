import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Literals of code")
struct CodeLiteralsTests {
  /// `callee(label:) text`, with `#` for a comment, `?` for a key, `+` for a part, `~` for what is put together at run time.
  private func outlines(_ text: String, _ dialect: CodeDialect) -> [String] {
    let source = SourceText(text)
    let code = CodeLiterals.find(in: source, dialect: dialect)
    return code.literals.map { literal in
      let callee = literal.scope.flatMap { code.scopes[$0].callee }.map(source.string(in:))
      let label = literal.label.map(source.string(in:))
      let place = [callee.map { "\($0)(\(literal.argument))" }, label.map { "\($0):" }].compactMap { $0 }
      let marks =
        (literal.isInComment ? "#" : "") + (literal.isKey ? "?" : "") + (literal.isPart ? "+" : "")
        + (literal.isComputed ? "~" : "")
      return (place + [marks + source.string(in: literal.range)]).joined(separator: " ")
    }
  }

  @Test(
    "behind a regular expression, whatever stands in it",
    arguments: [
      ("const f = (s) => s.replace(/`/g, '');\nload('a/b')", ["replace(1) ", "load(0) a/b"]),
      ("s.replace(/\\/*$/, 'x'); load('a/b')", ["replace(1) x", "load(0) a/b"]),
      ("x = /[/'`]/.test(y) && load('a/b')", ["load(0) a/b"]), ("return /'/u;\nload('a/b')", ["load(0) a/b"]),
      ("a = b / c; d = 'e' / f", ["d: e"]), ("x = <a href='b'></a>; y = 'c'", ["href: b", "y: c"]),
      ("f(a) / 2; g('b') // '/'", ["g(0) b"]),
    ])
  func regularExpressions(text: String, expected: [String]) {
    #expect(outlines(text, .javaScript) == expected)
  }

  @Test(
    "behind slashes by the hundred thousand on one line that close nothing, in time that grows with them",
    arguments: ["=/[", "=\\/", "(/[a"])
  func openRegularExpressions(piece: String) {
    let text = "x " + String(repeating: piece, count: 300_000) + "\nload('a/b')"
    var found: [String] = []
    let elapsed = ContinuousClock().measure { found = outlines(text, .javaScript) }
    #expect(found.last?.hasSuffix("a/b") == true && elapsed < .seconds(30))
  }

  @Test(
    "in three quotes are names where they are one word, and raw where the language has them so",
    arguments: [
      ("load(\"\"\"a/b\"\"\")", CodeDialect.python, ["load(0) a/b"]),
      ("load(r\"\"\"a/b\"\"\")", .python, ["load(0) a/b"]), ("load(\"\"\"a b\"\"\")", .python, []),
      ("load(\"\"\"a/b\"\"\")", .java, ["load(0) a/b"]), ("load(R\"(a/b)\")", .cpp, ["load(0) a/b"]),
      ("val d = \"\"\"c:\\\"\"\"\nload(\"a/b\")", .kotlin, ["d: c:\\", "load(0) a/b"]),
      ("val d = \"\"\"a\"\"\"\"; load(\"a/b\")", .scala, ["d: a\"", "load(0) a/b"]),
    ])
  func threeQuotes(text: String, dialect: CodeDialect, expected: [String]) {
    #expect(outlines(text, dialect) == expected)
  }

  @Test("of PHP behind an attribute's sign, and not behind a comment's")
  func attributes() {
    #expect(outlines("#[Agent(model: 'a/b')]\n# 'c'\n", .php) == ["Agent(0) model: a/b"])
  }

  @Test(
    "of Python",
    arguments: [
      ("x = 'a/b'", ["x: a/b"]),
      ("f(\"a/b\", 'c')", ["f(0) a/b", "f(1) c"]),
      ("m.f(key='a', *r, **k)", ["f(0) key: a"]),
      ("f(\n  a,\n  model=\n    'x/y',\n  revision = 'v1',\n)", ["f(1) model: x/y", "f(2) revision: v1"]),
      ("f(g('a'), 'b')", ["g(0) a", "f(1) b"]),
      ("model = \\\n  'x/y'\nz('w')", ["model: x/y", "z(0) w"]), ("model = \\\r\n  'x/y'", ["model: x/y"]),
      ("d = {\"model\": \"x/y\", 'n': 1, k: 'v'}", ["?model", "model: x/y", "?n", "k: v"]),
      ("d['model'] = 'x/y'", ["?model", "model: x/y"]), ("a['k'][0] = 'v'", ["?k", "v"]),
      ("model: str = 'x/y'", ["model: x/y"]), ("self.model: Optional[str] = 'x'", ["model: x"]),
      ("def f(model: str = 'x/y', n: int = 1) -> str:\n  return 'r'", ["f(0) model: x/y", "r"]),
      ("if ready: other = 'a'\nelse: model = 'b'", ["other: a", "model: b"]),
      ("(model := 'x/y')", ["model: x/y"]), ("names += ['x/y']", ["x/y"]), ("a != 'b'", ["a: b"]),
      ("f(a == 'b')", ["f(0) a: b"]), ("return ('a', 'b')", ["a", "b"]), ("x = ('a')", ["a"]),
      ("f('a' + b, c + 'd', 'e' % g, p / 'h')", ["f(0) +a", "f(1) +d", "f(2) +e", "f(3) +h"]),
      ("f('a/' 'b')", ["f(0) +a/", "f(0) +b"]), ("f('a', 'b')\ng('c')", ["f(0) a", "f(1) b", "g(0) c"]),
      ("'a'\n'b'", ["a", "b"]),
      ("f(f'a', rb'b', F\"{c}\", fr'{d}/e')", ["f(0) a", "f(2) ~{c}", "f(3) ~{d}/e"]),
      ("f(r'a', u'b', R\"c\")", ["f(0) a", "f(1) b", "f(2) c"]),
      ("x if'a' else\"b\"", ["a", "b"]), ("'''a \"b\" 'c' '''; x = 'd'", ["x: d"]),
      ("\"\"\"a\nb = 'c'\n\"\"\"\nx = 'd'", ["x: d"]), ("\"\"\"\"a\"\"\" 'b'", ["+\"a", "+b"]),
      ("'a\\'b' 'c'", ["+a\\'b", "+c"]), ("'a\\\nb'", ["a\\\nb"]), ("'a\nx = 'b'", ["x: b"]),
      ("# it's \"a/b\" here\nx = 'c'", ["#a/b", "x: c"]), ("# 5\" disk\nx = 'c'", ["x: c"]),
      ("x = 'a' # don't \"b\nf('c')", ["x: a", "f(0) c"]), ("# \"a\"\rx = 'b'", ["#a", "x: b"]),
      ("'#' + '//'", ["+#", "+//"]), ("x = 'é😀'", ["x: é😀"]), ("modèle = 'a'", ["modèle: a"]),
    ])
  func python(text: String, expected: [String]) {
    #expect(outlines(text, .python) == expected)
  }

  @Test(
    "of Swift",
    arguments: [
      ("let id = \"a/b\"", ["id: a/b"]), ("let id: String = \"a/b\"", ["id: a/b"]),
      ("let id =\n  \"a/b\"\nf(\"c\")", ["id: a/b", "f(0) c"]),
      ("load(id: \"a\", revision: \"b\") { f(\"c\") }", ["load(0) id: a", "load(1) revision: b", "f(0) c"]),
      ("load(\n  id:\n    \"a\"\n)", ["load(0) id: a"]), ("try await Hub.load(\"a\")", ["load(0) a"]),
      ("func f(id: String = \"a\", _ b: Int) {}", ["f(0) id: a"]),
      ("{ let dataset = f()\n  return \"a\" }", ["a"]), ("case .model: return \"a\"", ["a"]),
      ("case small = \"a\", big = \"b\"", ["small: a", "big: b"]),
      ("case \"k\": id = \"a\"\ndefault: id = \"b\"", ["k", "id: a", "id: b"]),
      ("[\"model\": \"a\", .id: \"b\"]", ["?model", "model: a", "id: b"]),
      ("d[\"model\"] = \"a\"", ["?model", "model: a"]), ("let models = [\"a\", \"b\"]", ["a", "b"]),
      ("f(id: big ? \"a\" : \"b\", c: \"d\")", ["f(0) id: a", "f(0) id: b", "f(1) c: d"]),
      ("let id = big\n  ? \"a\"\n  : \"b\"", ["id: a", "id: b"]), ("f(a?.b, x ?? \"c\")", ["f(1) c"]),
      ("\"a \\(b) c\"; \"d\"", ["~a \\(b) c", "d"]),
      ("\"\\(f(\"x)\\\"\"))\"; g(\"d\")", ["~\\(f(\"x)\\\"\"))", "g(0) d"]),
      ("\"\\(\"\\(\"a\")\")\"; \"b\"", ["~\\(\"\\(\"a\")\")", "b"]), ("f(\"a\\\"b\")", ["f(0) a\\\"b"]),
      ("f(#\"a \"b\" \\(c)\"#, ##\"d\"#\"##)", ["f(0) a \"b\" \\(c)", "f(1) d\"#"]),
      ("#\"a \\#(b)\"#; \"c\"", ["~a \\#(b)", "c"]), ("#\"\\\"#; \"c\"", ["\\", "c"]),
      ("\"\"\"\n  \"a\" \\(\n  b) 'c\n  \"\"\"; \"d\"", ["d"]), ("#\"\"\"\n\"\"\" x\n\"\"\"#; \"d\"", ["d"]),
      ("/* \"a\" /* \"b\" */ it's \"c\" */ \"d\"", ["#a", "#b", "#c", "d"]), ("// don't \"a\"\n\"b\"", ["#a", "b"]),
      ("/* open \"a\"", ["#a"]), ("f('a', \"b\")", ["f(1) b"]), ("`in`(\"a\")", ["a"]),
      ("T.from(pretrained: \"a\")", ["from(0) pretrained: a"]), ("#if DEBUG\nf(\"a\")\n#endif", ["f(0) a"]),
      ("f(\"a\"", ["f(0) a"]), ("\"a\nlet b = \"c\"", ["b: c"]),
    ])
  func swift(text: String, expected: [String]) {
    #expect(outlines(text, .swift) == expected)
  }

  @Test(
    "of the languages with braces",
    arguments: [
      (.javaScript, "const model = \"a/b\"", ["model: a/b"]),
      (.javaScript, "const m = { model: 'a', \"id\": 'b' }", ["model: a", "?id", "id: b"]),
      (.javaScript, "f('t', `a/b`, `x/${y}`)", ["f(0) t", "f(1) a/b", "f(2) ~x/${y}"]),
      (.javaScript, "const x = ok ? 'a'\n  : 'b';\nlet y = 'c'", ["x: a", "x: b", "y: c"]),
      (.javaScript, "function f(model: string = 'a', id?: string = 'b') {}", ["f(0) model: a", "f(1) id: b"]),
      (.javaScript, "<p>don't</p>\nconst z = 'c'", ["z: c"]), (.javaScript, "return { model: 'a' }", ["model: a"]),
      (.kotlin, "val model: String = \"a\"\nval n = \"x/$y\"", ["model: a", "n: ~x/$y"]),
      (.kotlin, "f(name = \"a\", c = 'x', d = \"\"\"b c\"\"\")", ["f(0) name: a"]),
      (.java, "String model = \"a\"; char c = '\"'; m.name(\"b\")", ["model: a", "name(0) b"]),
      (.go, "m := \"a\"\nx := T{Model: \"b\", L: []string{\"c\"}}", ["m: a", "T(0) Model: b", "string(0) c"]),
      (.go, "f(`a/b`, 'x')", ["f(0) a/b"]), (.go, "const M = \"a\"", ["M: a"]),
      (.rust, "fn f<'a>(x: &'a str) { Self::A => \"a\", }", ["A: a"]),
      (.rust, "Repo::new(r\"a\\\".to_string(), r#\"b\"c\"#)", ["new(0) a\\", "new(1) b\"c"]),
      (.rust, "let m = vec![\"a\", \"b\"];", ["a", "b"]),
      (
        .csharp, "string ModelId { get; set; } = \"a\"; var p = @\"c:\\\"; f(id: \"b\")",
        ["ModelId: a", "p: c:\\", "f(0) id: b"]
      ),
      (.cpp, "auto m = R\"x(\"no name\")x\"; std::string n = \"a\"; int k = 1'000;", ["n: a"]),
      (
        .ruby, "model = \"a\" # \"b\"\nf(model: 'c', :id => \"d\")\ng(\"#{x}/e\")",
        ["model: a", "#b", "f(0) model: c", "f(1) id: d", "g(0) ~#{x}/e"]
      ),
      (.php, "$model = \"a\"; $c = ['model' => 'b'];", ["model: a", "?model", "model: b"]),
      (.r, "model <- \"a\"\nf(name = 'b')", ["model: a", "f(0) name: b"]),
      (.julia, "model = \"a\"\nx = \"$y/b\"", ["model: a", "x: ~$y/b"]),
      (.dart, "final model = 'a';\nf(model: \"b\");", ["model: a", "f(0) model: b"]),
      (.scala, "val model = \"a\"", ["model: a"]), (.groovy, "src 'a'\ndest b + '/c'", ["a", "+/c"]),
    ] as [(CodeDialect, String, [String])])
  func braces(dialect: CodeDialect, text: String, expected: [String]) {
    #expect(outlines(text, dialect) == expected)
  }

  @Test("literals are found below the depth that is followed, and after it", arguments: [10, 256, 257, 5_000])
  func deep(depth: Int) {
    let text =
      "f(" + String(repeating: "[", count: depth) + "'a'" + String(repeating: "]", count: depth) + ", x='b')\nz = 'c'"
    #expect(outlines(text, .python).map { $0.suffix(4) }.map(String.init).suffix(2) == ["x: b", "z: c"])
    #expect(outlines(text, .python).count == 3)
  }

  @Test("brackets that close nothing are passed over")
  func unbalanced() {
    #expect(outlines(String(repeating: ")", count: 1_000) + "f(x='a'", .python) == ["f(0) x: a"])
  }

  @Test("literals of more than 512 bytes are none", arguments: [(512, 1), (513, 0)])
  func long(length: Int, count: Int) {
    #expect(outlines("'" + String(repeating: "a", count: length) + "'", .python).count == count)
    #expect(outlines("# \"" + String(repeating: "a", count: length) + "\"", .python).count == count)
  }

  @Test(
    "nothing is a trap, and ranges lie in the file",
    arguments: [
      CodeDialect.python, .swift, .javaScript, .kotlin, .go, .rust, .csharp, .cpp, .ruby, .php, .r,
    ])
  func hostile(dialect: CodeDialect) {
    let text =
      "x: T = f(a[\"k\"], r#\"\\(b(\"c\"))\"#, '''d''', /* \"e\" */ {'m': \"x/y\"} ? 1 : \\\r\n \"é😀\") # \"q\""
    for bytes in spoiled(text) {
      let code = CodeLiterals.find(in: SourceText(path: "a", bytes: bytes), dialect: dialect)
      #expect(code.literals.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= bytes.count })
      #expect(code.literals.allSatisfy { $0.scope.map(code.scopes.indices.contains) ?? true })
    }
    for byte in UInt8.min...UInt8.max {
      let code = CodeLiterals.find(
        in: SourceText(path: "a", bytes: [UInt8](repeating: byte, count: 3_000)), dialect: dialect)
      #expect(code.literals.allSatisfy { $0.range.upperBound <= 3_000 })
    }
  }

  @Test("interpolations inside one another end somewhere")
  func nestedInterpolation() {
    let text = String(repeating: "\"\\(", count: 20_000)
    #expect(outlines(text, .swift).allSatisfy { $0.utf8.count < 600 })
  }

  @Test("a comment in a comment ends in languages that nest them, and is text in the others")
  func nestedComments() {
    let text = "/* a /* b */ c = \"d\" */ e = \"f\""
    func literals(_ dialect: CodeDialect) -> [Bool] {
      CodeLiterals.find(in: SourceText(path: "a", bytes: Array(text.utf8)), dialect: dialect).literals.map(
        \.isInComment)
    }
    for dialect in [CodeDialect.swift, .kotlin, .scala, .rust, .dart] { #expect(literals(dialect) == [true, false]) }
    for dialect in [CodeDialect.java, .go, .javaScript, .cpp] { #expect(literals(dialect) == [false, false]) }
  }
}
