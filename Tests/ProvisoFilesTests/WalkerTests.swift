import ProvisoFiles
import Testing

@Suite struct WalkerTests {
  @Test("knows the folders that its files lie in")
  func folders() async throws {
    let walk = try await TestTree("a/b/c", "a-b/c", "a.txt", "z/").walk()
    #expect(["a", "a/b", "a-b"].allSatisfy(walk.hasFiles(below:)))
    #expect(!["", "b", "a/b/c", "a.txt", "a/", "z", "zz"].contains(where: walk.hasFiles(below:)))
  }

  @Test("finds all files, hidden ones too, but not the data of version control")
  func finds() async throws {
    let tree = try TestTree(
      "a", ".hidden/.b", "d/e/f", "empty/", ".git/config", ".hg/x", "d/.svn/x", ".gitx", "sub/.git")
    let walk = try await tree.walk()
    #expect(walk.paths == [".gitx", ".hidden/.b", "a", "d/e/f"])
    #expect(walk.fileCount == 4)
    #expect(walk.troubles == [])
  }

  @Test("sorts by the bytes of the paths")
  func sorts() async throws {
    let tree = try TestTree("a/x", "a.c", "a-b", "B", "é", "z", "a/é", "a/e")
    #expect(try await tree.walk().paths == ["B", "a-b", "a.c", "a/e", "a/x", "a/é", "z", "é"])
  }

  @Test("gives the same for any number of jobs", arguments: [0, 1, 3, 16])
  func jobs(jobs: Int) async throws {
    let tree = try TestTree()
    for index in 0..<300 { try tree.write("", to: "d\(index % 7)/e\(index % 31)/f\(index)") }
    for index in 0..<20 { try tree.link("d\(index % 7)/l\(index)", to: "nowhere") }
    let walk = try await tree.walk(jobs: jobs)
    #expect(walk.paths == walk.paths.sorted())
    #expect(walk.fileCount == 300)
    #expect(walk.paths.count == 300)
    #expect(walk.troubles == (try await tree.walk(jobs: 2)).troubles)
    #expect(walk.troubles.count == 20)
  }

  @Test("keeps the wanted files and counts the others")
  func wants() async throws {
    let tree = try TestTree("a.py", "d/b.py", "d/c.md", "e/f.md")
    let walk = try await tree.walk { options in
      options.wants = { path, name in
        // The name is the end of the path.
        name.count <= path.count && name[name.count - 1] == UInt8(ascii: "y")
      }
    }
    #expect(walk.paths == ["a.py", "d/b.py"])
    #expect(walk.fileCount == 4)
  }

  @Test("gives the filters the path below the scan root and the name")
  func filterArguments() async throws {
    let tree = try TestTree("top/d/b.py", ".git/HEAD")
    let walk = try await tree.walk("top") { options in
      options.wants = { path, name in
        path.count == "d/b.py".utf8.count && name.count == "b.py".utf8.count && name[0] == UInt8(ascii: "b")
      }
      options.exclude = { path, isDirectory in path.count != (isDirectory ? 1 : 6) }
    }
    #expect(walk.paths == ["d/b.py"])
  }

  @Test("leaves out what is excluded or not included")
  func scope() async throws {
    let tree = try TestTree("a.py", "d/b.py", "d/c.md", "e/f.py")
    let walk = try await tree.walk { options in
      options.exclude = { path, isDirectory in isDirectory && path[0] == UInt8(ascii: "e") }
      options.include = { _, name in name[name.count - 1] == UInt8(ascii: "y") }
    }
    #expect(walk.paths == ["a.py", "d/b.py"])
    #expect(walk.fileCount == 2)
  }

  @Test("a root that is a file is that file")
  func rootFile() async throws {
    let tree = try TestTree()
    try tree.write("text", to: "d/a.py")
    try tree.link("link.py", to: "d/a.py")
    for (root, name) in [("d/a.py", "a.py"), ("link.py", "link.py")] {
      let walk = try await tree.walk(root) { $0.wants = { _, _ in false } }
      #expect(walk.paths == [name])
      #expect(walk.fileCount == 1)
      let file = try #require(walk.files.first)
      #expect(try FileReader.read(file, limit: 10) == Array("text".utf8))
    }
  }

  @Test("a root that is a link to a directory is that directory")
  func rootLink() async throws {
    let tree = try TestTree("d/a")
    try tree.link("link", to: "d")
    #expect(try await tree.walk("link").paths == ["a"])
  }

  @Test("a root that is not there or no file is an error", arguments: ["missing", "file/below", "a\0b"])
  func missingRoot(path: String) async throws {
    let tree = try TestTree("file")
    await #expect(throws: FileTrouble(path: tree.absolute(path), kind: .notFound)) { try await tree.walk(path) }
  }

  @Test("a root that is a pipe is an error and is not opened")
  func pipeAsRoot() async throws {
    let tree = try TestTree()
    try tree.run("mkfifo", "pipe")
    await #expect(throws: FileTrouble(path: tree.absolute("pipe"), kind: .notRegular(.fifo))) {
      try await tree.walk("pipe")
    }
  }

  @Test("enters no deeper than it may, and says so")
  func maximumDepth() async throws {
    let tree = try TestTree("a", "1/a", "1/2/a", "1/2/3/a")
    let walk = try await tree.walk { $0.maximumDepth = 2 }
    #expect(walk.paths == ["1/2/a", "1/a", "a"])
    #expect(walk.kinds == ["1/2/3": .tooDeep(limit: 2)])
    #expect(walk.troubles.map(\.isIncomplete) == [true])
  }

  @Test("keeps no more files than it may, the first ones, and says so")
  func maximumFiles() async throws {
    let tree = try TestTree("a", "b", "c", "d/e")
    let walk = try await tree.walk { $0.maximumFiles = 2 }
    #expect(walk.paths == ["a", "b"])
    #expect(walk.fileCount == 4)
    #expect(walk.kinds == [".": .tooMany(limit: 2)])
    #expect(try await tree.walk { $0.maximumFiles = 4 }.troubles == [])
  }
}
