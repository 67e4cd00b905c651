import ProvisoText
import Testing

@Suite("Globs")
struct GlobTests {
  @Test(
    "paths that match, and near misses",
    arguments: [
      // One segment.
      ("*.md", ["a.md", ".md", "x/y/a.md", "é.md"], ["a.mdx", "a.md/x", "amd"]),
      ("/*.md", ["a.md"], ["x/a.md"]), ("src/*", ["src/a", "src/.a", "src/a/"], ["src", "src/a/b", "x/src/a"]),
      ("a?c", ["abc", "aéc", "a😀c", "x/abc"], ["ac", "a/c", "abbc"]), ("a*c", ["ac", "abbc"], ["a/c", "acd"]),
      // Folders.
      ("research/**", ["research/a", "research/a/b"], ["research", "researches/a", "x/research/a"]),
      ("**/test", ["test", "a/test", "a/b/test", "a/test/b"], ["atest", "tests"]),
      ("a/**/b", ["a/b", "a/x/b", "a/x/y/b", "a/x/b/c"], ["ab", "a/xb", "x/a/b"]),
      ("a/**/*.py", ["a/m.py", "a/b/c/m.py"], ["m.py", "a/m.pyc"]), ("**", ["", "a", "a/b/c"], []),
      ("a**b", ["ab", "axxb"], ["a/b"]), ("a**/b", ["a/b", "ax/b"], ["a/x/b"]),
      // Plain names are folders too.
      ("docs", ["docs", "docs/a", "docs/a/b", "x/docs/a", "docs/"], ["docs2", "mydocs", "docs.md"]),
      ("web/src", ["web/src", "web/src/a"], ["x/web/src", "web/src2"]), ("./web", ["web/a"], []),
      ("docs/", ["docs/", "docs/a/b", "x/docs/a"], ["docs", "docs2/a"]), ("/docs/", ["docs/a"], ["x/docs/a", "docs"]),
      ("third_party/models/*/LICENSE*", ["third_party/models/x/LICENSE.md"], ["third_party/models/LICENSE"]),
      // Sets.
      ("[a-c]x", ["ax", "cx"], ["dx", "x", "a-x"]), ("[!a-c]x", ["dx", "éx"], ["ax"]), ("[^a]x", ["bx"], ["ax"]),
      ("a[!x]b", ["ayb"], ["a/b", "axb"]), ("[]a]x", ["]x", "ax"], ["bx"]), ("[a-]x", ["-x", "ax"], ["bx"]),
      ("[à-é]x", ["çx"], ["zx"]), ("[\\]]", ["]"], ["\\"]),
      // Braces.
      ("*.{yml,yaml}", ["a.yml", "x/a.yaml"], ["a.y", "a.yml,yaml"]), ("{a,b/c}/d", ["a/d", "b/c/d"], ["x/a/d"]),
      ("x{,y}z", ["xz", "xyz"], ["xyyz"]), ("{a,{b,c}d}", ["a", "bd", "cd"], ["b", "ad"]),
      ("{**/a,b*}/c", ["a/c", "x/a/c", "bb/c"], ["x/b/c"]), ("a,b}", ["a,b}"], ["a"]),
      // Escapes.
      ("\\*.md", ["*.md"], ["a.md"]), ("\\{a\\,b\\}", ["{a,b}"], ["a"]),
    ] as [(String, [String], [String])])
  func matching(pattern: String, matches: [String], misses: [String]) throws {
    let glob = try Glob(pattern)
    #expect(matches.filter { !glob.matches($0) } == [])
    #expect(misses.filter { glob.matches($0) } == [])
  }

  @Test(
    "patterns that are none",
    arguments: [
      ("", "The pattern is empty."), ("/", "The pattern is empty."), ("a[b", "A [ is not closed by a ]."),
      ("[]", "A [ is not closed by a ]."), ("[a\\", "A [ is not closed by a ]."), ("[a-", "A [ is not closed by a ]."),
      ("{a,b", "A { is not closed by a }."), ("a\\", "The pattern ends in a single backslash."),
      ("[z-a]", "The range z-a is the wrong way round."),
      ("[[:alpha:]]", "Named sets such as [:alpha:] are not supported; write [a-zA-Z]."),
      (String(repeating: "{", count: 9), "Braces are nested more than 8 levels deep."),
      (String(repeating: "a", count: 1025), "A pattern is at most 1024 bytes long."),
    ])
  func errors(pattern: String, message: String) {
    #expect(throws: GlobError(message: message)) { try Glob(pattern) }
  }

  @Test(
    "hostile patterns take no longer than their length says",
    arguments: [
      String(repeating: "a*", count: 500) + "b", String(repeating: "**/", count: 300) + "b",
      String(repeating: "{a,aa}", count: 170) + "b", String(repeating: "{a*,*a}", count: 140) + "b",
      String(repeating: "{,a}", count: 250) + "b", "{" + String(repeating: ",", count: 1000) + "}b",
    ])
  func hostilePatterns(pattern: String) throws {
    let path = String(repeating: "a", count: 2_000)
    let elapsed = try ContinuousClock().measure {
      let glob = try Glob(pattern)
      #expect(!glob.matches(path))
    }
    #expect(elapsed < .seconds(60))
  }

  @Test("a pattern cut at any character is a glob or an error, never a crash")
  func cut() {
    let pattern = "/a\\**/{b,[!\\]-x]?,**}/**/[]c]{d,{e,f}}/"
    let made = (0...pattern.count).map { (try? Glob(String(pattern.prefix($0))))?.matches("a*/b/c/cd/x") }
    #expect(made.contains { $0 == nil })
    #expect(made.last == .some(.some(true)))
  }

  @Test(
    "tells the folder that all lie in which match",
    arguments: [
      ("services/summary/**", "services/summary/"), ("a/b.py", "a/"), ("/a/b*.py", "a/"), ("./a/**", "a/"),
      ("b.py", ""),
      ("**/b.py", ""), ("a*/b.py", ""), ("{a,b}/c.py", ""), ("a/{b,c}/d", "a/"), ("a\\*/b", "a*/"), ("a/", ""),
    ])
  func folder(pattern: String, folder: String) throws {
    #expect(try Glob(pattern).folder == folder)
  }

  @Test(
    "looks for what has to stand in a path before anything else",
    arguments: [("**/x*long?y.py", "a/x1longzy.py", true), ("**/x*long?y.py", "a/x1lonzy.py", false), ("*", "ä", true)])
  func needle(pattern: String, path: String, matches: Bool) throws {
    #expect(try Glob(pattern).matches(path) == matches)
  }
}
