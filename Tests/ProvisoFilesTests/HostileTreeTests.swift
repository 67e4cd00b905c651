import ProvisoFiles
import Testing

@Suite struct HostileTreeTests {
  @Test("pipes, sockets and devices are notes and are never opened")
  func notRegular() async throws {
    let tree = try TestTree("a")
    try tree.run("mkfifo", "pipe")
    let hasSocket = tree.makeSocket("socket")
    let walk = try await tree.walk()
    #expect(walk.paths == ["a"])
    #expect(walk.fileCount == 1)
    #expect(walk.kinds["pipe"] == .notRegular(.fifo))
    #expect(walk.kinds["socket"] == (hasSocket ? .notRegular(.socket) : nil))
    #expect(walk.troubles.allSatisfy { $0.level == .note && !$0.isIncomplete })
  }

  @Test("a file that becomes a pipe after the walk blocks nobody")
  func becomesPipe() async throws {
    let tree = try TestTree("a")
    let file = try #require(try await tree.walk().files.first)
    try tree.remove("a")
    try tree.run("mkfifo", "a")
    #expect(throws: FileTrouble(path: "a", kind: .notRegular(.fifo))) { try FileReader.read(file, limit: 10) }
    #expect(throws: FileTrouble(path: "a", kind: .notRegular(.fifo))) { try FileReader.readHead(file, count: 10) }
  }

  @Test("a file that vanishes after the walk is a trouble of its own")
  func vanishes() async throws {
    let tree = try TestTree("a", "d/b")
    let walk = try await tree.walk()
    try tree.remove("a")
    try tree.remove("d")
    for file in walk.files {
      let expected = FileTrouble(path: file.path, kind: .notFound)
      #expect(throws: expected) { try FileReader.read(file, limit: 10) }
      #expect(expected.isIncomplete)
    }
  }

  @Test("files stay readable when the root is moved")
  func rootMoves() async throws {
    let tree = try TestTree()
    try tree.write("x", to: "d/a")
    let file = try #require(try await tree.walk("d").files.first)
    try tree.run("mv", "d", "e")
    #expect(try FileReader.read(file, limit: 10) == Array("x".utf8))
  }

  @Test("a name may hold line ends, escape codes and quotes")
  func controlCharacters() async throws {
    let name = "a\n\u{1B}[31mred\u{7F}\"'\\\t\u{202E}"
    let tree = try TestTree(name)
    try tree.link("dangling\u{1B}", to: "x")
    let walk = try await tree.walk()
    #expect(walk.paths == [name])
    #expect(try FileReader.read(walk.files[0], limit: 10) == [])
    #expect(walk.troubles.allSatisfy { !$0.message.utf8.contains { $0 < 0x20 } })
  }

  @Test("a name that is not UTF-8 is shown with replacement characters and still opened")
  func notUTF8() async throws {
    let tree = try TestTree()
    // Two names that look alike.
    guard tree.create("1", as: [0x61, 0xFF]), tree.create("2", as: [0x61, 0xFE]) else { return }
    let walk = try await tree.walk()
    #expect(walk.paths == ["a\u{FFFD}", "a\u{FFFD}"])
    #expect(try walk.files.map { try FileReader.read($0, limit: 10) } == [Array("2".utf8), Array("1".utf8)])
    #expect(walk.troubles.map(\.kind) == [.nameNotUTF8, .nameNotUTF8])
  }

  @Test("directories deeper than a path can be long are walked and read, or reported", arguments: [1000, 3000])
  func deep(maximumDepth: Int) async throws {
    let tree = try TestTree()
    let depth = 2000
    #expect(tree.makeDeep(depth))
    let walk = try await tree.walk { $0.maximumDepth = maximumDepth }
    if maximumDepth < depth {
      #expect(walk.paths == [])
      #expect(walk.troubles.map(\.kind) == [.tooDeep(limit: maximumDepth)])
    } else {
      #expect(walk.paths == [String(repeating: "deep/", count: depth) + "file"])
      #expect(try walk.files.map { try FileReader.read($0, limit: 10) } == [Array("deep".utf8)])
      // A link can only be resolved as a whole path.
      #expect(walk.troubles.map(\.kind) == [.ioError(TestTree.nameTooLong)])
    }
  }

  @Test("a directory that vanishes or becomes a link during the walk is a trouble, and nothing else is read for it")
  func directoryChanges() async throws {
    let outside = try TestTree("secret")
    let tree = try TestTree("a/x", "b/y", "c/z")
    let walk = try await tree.walk(jobs: 1) { options in
      // The filter sees a directory before it is entered.
      options.exclude = { path, isDirectory in
        if isDirectory && path[0] == UInt8(ascii: "b") { _ = try? tree.run("rm", "-r", "b") }
        if isDirectory && path[0] == UInt8(ascii: "c") {
          _ = try? tree.run("mv", "c", ".hg")
          try? tree.link("c", to: outside.path)
        }
        return false
      }
    }
    #expect(walk.paths == ["a/x"])
    #expect(walk.kinds == ["b": .notFound, "c": .notFound])
    #expect(walk.troubles.map(\.isIncomplete) == [true, true])
  }

  @Test("what may not be read is a warning, and the rest is walked", .disabled(if: TestTree.isRoot))
  func noPermission() async throws {
    let tree = try TestTree("locked/a", "b", "c")
    try tree.run("chmod", "0", "locked", "b")
    let walk = try await tree.walk()
    try tree.run("chmod", "700", "locked")
    #expect(walk.paths == ["b", "c"])
    #expect(walk.kinds == ["locked": .permissionDenied])
    #expect(throws: FileTrouble(path: "b", kind: .permissionDenied)) { try FileReader.read(walk.files[0], limit: 10) }
  }
}
