import ProvisoFiles
import Testing

@Suite(.enabled(if: TestTree.hasGit))
struct GitAgreementTests {
  @Test("keeps the files that git lists, for patterns as people write them")
  func realPatterns() async throws {
    let tree = try repository([
      "": """
      # a comment
      \\#hash
      \\!bang
      *.log
      !keep.log
      /build
      build2/
      docs/*.txt
      docs/**/deep.md
      **/cache
      a/**/z
      tmp/**
      !tmp/keep.md
      [Tt]est[0-9].py
      [!a-c]x
      [[:upper:]][[:digit:]]*
      file?.bin
      trailing\\ \u{20}
      spaces   \u{20}
      tab\t
      foo**/bar
      foo*bar/baz
      /*.top
      !/keep.top
      []]bracket
      [a
      back\\
      sub/dir/
      nest/*
      !nest/in/
      nest/in/*
      !nest/in/here
      """,
      "docs": "!readme.txt\n*.rst\r\n/only\r\n",
      "docs/more": "\u{FEFF}*.bom\n!*.rst\n",
    ])
    for path in [
      "#hash", "!bang", "a.log", "keep.log", "x/keep.log", "x/b.log", "build/a", "x/build/a", "build2/a", "x/build2",
      "docs/a.txt", "docs/readme.txt", "docs/more/a.txt", "docs/deep.md", "docs/a/b/deep.md", "cache/a", "x/y/cache",
      "a/z", "a/b/z", "a/b/c/z", "b/a/z", "tmp/a", "tmp/keep.md", "tmp/d/keep.md", "test1.py", "Test2.py", "testa.py",
      "ax", "dx", "A1", "A1b", "a1", "file1.bin", "file.bin", "file12.bin", "trailing ", "trailing", "spaces",
      "spaces ", "tab\t", "tab", "foobar", "foo/bar", "fooa/x/bar", "fooa/bar", "x/foobar", "fooxbar/baz",
      "foobar2/baz",
      "a.top", "keep.top", "x/a.top", "]bracket", "[a", "back", "back\\", "sub/dir/a", "x/sub/dir/a", "nest/a",
      "nest/in/a", "nest/in/here", "nest/other/here", "docs/a.rst", "docs/more/a.rst", "docs/only", "docs/x/only",
      "docs/more/a.bom", "docs/a.bom", "plain", "dir/plain",
    ] {
      // Some are in the way of others.
      try? tree.write("", to: path)
    }
    try await expectAgreement(tree)
    let paths = Set(try await tree.walk().paths)
    #expect(
      paths.isSuperset(of: ["keep.log", "docs/readme.txt", "nest/in/here", "x/build/a", "tmp/keep.md", "dir/plain"]))
    #expect(
      paths.isDisjoint(with: ["a.log", "build/a", "tmp/d/keep.md", "nest/other/here", "fooa/x/bar", "docs/only"]))
  }

  @Test("keeps the files that git lists, for patterns nobody would write", arguments: 0..<60)
  func oddPatterns(seed: Int) async throws {
    var random = Random(seed: UInt64(seed))
    let names = ["a", "b", "ab", "abc", "b.c", "a.b", "-", "A", "a-", "[b]", "a b", "*", "\\"]
    let pieces = [
      "a", "b", "c", "ab", "*", "**", "?", "/", "/", "/", "**/", "/**", "[ab]", "[!a]", "[^b]", "[a-c]", "[]-a]",
      "[--b]",
      "[[:alpha:]]", "[[:punct:]b]", "[[:x:]]", "[[:alpha]", "[a-\\c]", "[\\]]", "\\*", "\\a", "\\", "[", ".", "-", " ",
      "\\ ",
      "!", "#", "[z-a]", "***", "A", "b.c", "\t", "[/]", "\\/",
    ]
    func path() -> String {
      (0..<Int.random(in: 1...4, using: &random)).map { _ in names.randomElement(using: &random) ?? "a" }
        .joined(separator: "/")
    }
    func patterns(_ count: Int) -> String {
      (0..<count).map { _ in
        var line = Int.random(in: 0..<4, using: &random) == 0 ? "!" : ""
        for _ in 0..<Int.random(in: 1...6, using: &random) { line += pieces.randomElement(using: &random) ?? "" }
        return line + (Int.random(in: 0..<8, using: &random) == 0 ? "\r" : "")
      }
      .joined(separator: "\n")
    }
    // The last line keeps a part of the tree where an earlier one ignores all of it.
    let tree = try repository(["": patterns(10) + "\n!/[ab]*\n"])
    for _ in 0..<150 { try? tree.write("", to: path()) }
    for name in ["a", "b", "a/b", "ab"] { try? tree.write(patterns(3), to: name + "/.gitignore") }
    try tree.write(patterns(3), to: ".git/info/exclude")
    try await expectAgreement(tree)
  }

  @Test("keeps what is tracked although it is ignored", arguments: [2, 3, 4])
  func tracked(indexVersion: Int) async throws {
    let tree = try repository(["": "*.gguf\nmodels/\n"])
    for path in ["a.gguf", "b.gguf", "models/a", "models/b", "models/deep/c", "models/deep/d", "models/other/e", "x"] {
      try tree.write(path, to: path)
    }
    try tree.run("git", "add", "-f", "a.gguf", "models/a", "models/deep/c")
    if indexVersion == 3 { try tree.run("git", "add", "-N", "x") }
    try tree.run("git", "update-index", "--index-version", String(indexVersion))
    #expect(try await tree.walk().paths == [".gitignore", "a.gguf", "models/a", "models/deep/c", "x"])
    try await expectAgreement(tree)
    #expect(try await tree.walk("models").paths == ["a", "b", "deep/c", "deep/d", "other/e"])
  }

  @Test("a damaged index leaves what is not ignored in place", arguments: [2, 4])
  func damagedIndex(version: Int) async throws {
    let tree = try repository(["": "*.gguf\n"])
    for path in ["a.gguf", "d/b.gguf", "d/bc.gguf"] { try tree.write("", to: path) }
    try tree.run("git", "add", "-f", ".")
    try tree.run("git", "update-index", "--index-version", String(version))
    let index = try FileReader.readAbsolute(path: tree.absolute(".git/index"), limit: 1 << 20)
    var random = Random(seed: UInt64(version))
    var wholeCount = 0
    for length in stride(from: index.count, through: 0, by: -3) {
      var damaged = Array(index[..<length])
      if let place = damaged.indices.randomElement(using: &random) {
        damaged[place] = .random(in: 0...255, using: &random)
      }
      try FileWriter.writeAtomically(damaged, to: tree.absolute(".git/index"))
      let walk = try await tree.walk()
      #expect(walk.paths.first == ".gitignore")
      #expect(walk.paths.count == 1 || walk.troubles == [])
      if walk.paths.count == 4 { wholeCount += 1 }
    }
    #expect(wholeCount > 0)
  }

  @Test("keeps what is tracked in a repository with SHA-256 names and in a worktree")
  func otherRepositories() async throws {
    let tree = try TestTree()
    try tree.run("git", "init", "-q", "--object-format=sha256", "main")
    try tree.write("*.bin\n", to: "main/.gitignore")
    try tree.write("", to: "main/a.bin")
    try tree.write("", to: "main/b.bin")
    try tree.run("git", "-C", "main", "add", "-f", "a.bin", ".gitignore")
    #expect(try await tree.walk("main").paths == [".gitignore", "a.bin"])
    try tree.run("git", "-C", "main", "-c", "user.name=n", "-c", "user.email=e", "commit", "-qm", "m")
    try tree.run("git", "-C", "main", "worktree", "add", "-q", "../tree")
    try tree.write("", to: "tree/b.bin")
    #expect(try await tree.walk("tree").paths == [".gitignore", "a.bin"])
  }

  @Test("uses the ignore files between the repository and the directory that is scanned")
  func belowTheRoot() async throws {
    let tree = try repository(["": "*.log\n/one/two/secret\n", "one": "*.tmp\n/two/x\n", "one/two": "!b.log\n"])
    try tree.write("info\n", to: ".git/info/exclude")
    for name in ["a.log", "b.log", "a.tmp", "secret", "x", "info", "y"] { try tree.write("", to: "one/two/" + name) }
    #expect(try await tree.walk("one/two").paths == [".gitignore", "b.log", "y"])
    let all = try await tree.walk("one/two") { $0.respectIgnoreFiles = false }
    #expect(all.fileCount == 8)
  }

  @Test("a repository inside another goes by its own ignore files")
  func nested() async throws {
    let tree = try repository(["": "*.log\n"])
    try tree.makeDirectory("inner")
    try tree.run("git", "init", "-q", "inner")
    try tree.write("*.tmp\n", to: "inner/.gitignore")
    for name in ["inner/a.log", "inner/a.tmp", "a.log"] { try tree.write("", to: name) }
    #expect(try await tree.walk().paths == [".gitignore", "inner/.gitignore", "inner/a.log"])
  }

  private func repository(_ ignoreFiles: [String: String]) throws -> TestTree {
    let tree = try TestTree()
    try tree.run("git", "init", "-q")
    for (directory, text) in ignoreFiles {
      try tree.write(text, to: directory.isEmpty ? ".gitignore" : directory + "/.gitignore")
    }
    return tree
  }

  private func expectAgreement(_ tree: TestTree) async throws {
    let listed = try tree.run("git", "ls-files", "-z", "--others", "--cached", "--exclude-standard")
    let expected = Set(listed.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    let found = Set(try await tree.walk().paths)
    #expect(expected.subtracting(found) == [], "git lists them, the walk does not")
    #expect(found.subtracting(expected) == [], "the walk lists them, git does not")
  }
}

/// SplitMix64: the same trees on every run.
private struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
