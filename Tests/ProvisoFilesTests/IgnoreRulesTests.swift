import ProvisoFiles
import Testing

@Suite struct IgnoreRulesTests {
  @Test(
    "a line ignores what gitignore(5) says",
    arguments: [
      ("*.log", "a.log", true), ("*.log", "d/a.log", true), ("*.log", "a.log2", false),
      ("/a", "a", true), ("/a", "d/a", false), ("d/a", "d/a", true), ("d/a", "e/d/a", false),
      ("a/", "a", false), ("a/", "a/b", true), ("**/a", "d/e/a", true), ("d/**", "d/e/f", true),
      ("d/**/a", "d/a", true), ("d/**/a", "d/e/f/a", true), ("d/*/a", "d/e/f/a", false), ("d*a", "d/a", false),
      ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("[[:digit:]]", "7", true), ("[[:digit:]]", "x", false),
      ("\\#a", "#a", true), ("#a", "#a", false), ("\\!a", "!a", true), ("a\\ ", "a ", true), ("a   ", "a", true),
      ("a\r", "a", true), ("\u{FEFF}a", "a", true), ("a\0b", "a", true), ("", "a", false), ("/", "a", false),
      ("[", "[", false), ("a\\", "a", false), ("*\n!a", "a", false), ("d\n!d/a", "d/a", true), ("A", "a", false),
    ])
  func line(pattern: String, path: String, isIgnored: Bool) async throws {
    let tree = try TestTree(path)
    try tree.write(pattern, to: ".gitignore")
    #expect(try await tree.walk().paths.contains(path) == !isIgnored)
  }

  @Test("a hostile pattern takes no more than its length times that of the name")
  func hostilePatterns() async throws {
    let name = String(repeating: "a", count: 100)
    let tree = try TestTree("a" + name, String(repeating: name + "/", count: 4) + name)
    // They end in a class, since a plain byte at the end would settle it at once.
    let patterns = [
      String(repeating: "a*", count: 100) + "[b]", String(repeating: "**/", count: 300) + "[b]",
      String(repeating: "*a**", count: 80) + "/[b]", String(repeating: "[a-z]*", count: 90) + "?[b]",
      "**/" + String(repeating: "*a/**/", count: 30) + "[b]", "**/a" + String(repeating: "*a", count: 90) + "/[b]",
    ]
    try tree.write(patterns.joined(separator: "\n"), to: ".gitignore")
    // Without a bound it takes longer than anybody waits, on any machine.
    #expect(try await tree.walk().fileCount == 3)
  }

  @Test("an ignore file over a mebibyte is reported and not used")
  func tooLarge() async throws {
    let tree = try TestTree("a.log", "d/b.log")
    try tree.write("*.log\n" + String(repeating: "#", count: 1 << 20), to: "d/.gitignore")
    let walk = try await tree.walk()
    #expect(walk.paths == ["a.log", "d/.gitignore", "d/b.log"])
    #expect(walk.troubles.map(\.path) == ["d/.gitignore"])
    #expect(walk.kinds["d/.gitignore"] == .ignoreFileTooLarge(size: 1_048_582, limit: 1_048_576))
    #expect(walk.troubles.map(\.isIncomplete) == [false])
  }

  @Test("an ignore file with more rules than may be in force is reported and not used")
  func tooManyRules() async throws {
    let tree = try TestTree("a.log")
    try tree.write("*.log\n" + String(repeating: "x\n", count: 20_000), to: ".gitignore")
    let walk = try await tree.walk()
    #expect(walk.paths == [".gitignore", "a.log"])
    #expect(walk.kinds == [".gitignore": .tooManyIgnoreRules(limit: 20_000)])
  }

  @Test(
    "an ignore file with more patterns than can be held against every file is reported and not used, plain names aside")
  func tooManyPatterns() async throws {
    func walk(_ lines: [String]) async throws -> (paths: [String], kinds: [String: FileTrouble.Kind]) {
      let tree = try TestTree("a.log")
      try tree.write((["*.log"] + lines).joined(separator: "\n"), to: ".gitignore")
      let walk = try await tree.walk()
      return (walk.paths, walk.kinds)
    }
    let wild = try await walk((0..<8_000).map { "**/x\($0)*.py" })
    #expect(wild.paths == [".gitignore", "a.log"] && wild.kinds == [".gitignore": .tooManyIgnoreRules(limit: 20_000)])
    let plain = try await walk((0..<8_000).map { "folder/x\($0).py" })
    #expect(plain.paths == [".gitignore"] && plain.kinds.isEmpty)
    let long = try await walk(Array(repeating: String(repeating: "*a", count: 2_000), count: 20))
    #expect(long.paths == [".gitignore", "a.log"])
  }

  @Test("an ignore file that is a link is reported and not followed, as git does")
  func link() async throws {
    let tree = try TestTree("a.log")
    try tree.write("*.log", to: "rules")
    try tree.link(".gitignore", to: "rules")
    let walk = try await tree.walk()
    #expect(walk.paths == ["a.log", "rules"])
    #expect(walk.kinds == [".gitignore": .ignoreFileNotRead])
  }

  @Test(
    "a broken git index is reported: what it tracks is not known",
    arguments: ["", "DIRC", "DIRC\0\0\0\u{2}\0\0\0\u{9}xx"])
  func brokenIndex(content: String) async throws {
    let tree = try TestTree("a.log")
    try tree.write("*.log", to: ".gitignore")
    try tree.write(content, to: ".git/index")
    let walk = try await tree.walk()
    #expect(walk.paths == [".gitignore"])
    #expect(walk.kinds == [".git/index": .gitIndexNotRead])
    #expect(walk.troubles.map(\.isIncomplete) == [true])
  }
}
