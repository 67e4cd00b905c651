import ProvisoFiles
import Testing

@Suite struct FileWriterTests {
  @Test("writes a new file and replaces an old one, leaving nothing beside it")
  func replaces() async throws {
    let tree = try TestTree()
    for text in ["one", "", "a longer text than the first"] {
      try FileWriter.writeAtomically(Array(text.utf8), to: tree.absolute("report"))
      #expect(try FileReader.readAbsolute(path: tree.absolute("report"), limit: 100) == Array(text.utf8))
    }
    #expect(try await tree.walk().paths == ["report"])
  }

  @Test("writes what comes in pieces, whole or not at all")
  func pieces() async throws {
    let tree = try TestTree("old")
    try FileWriter.writeAtomically(to: tree.absolute("old")) { write in
      for piece in ["a", "", "bc"] { write(Array(piece.utf8)) }
    }
    #expect(try FileReader.readAbsolute(path: tree.absolute("old"), limit: 100) == Array("abc".utf8))
    #expect(throws: FileTrouble.self) {
      // No write to it succeeds.
      try FileWriter.writeAtomically(to: "/dev/full") { write in for _ in 0..<3 { write([0x78]) } }
    }
  }

  @Test("keeps the permissions of the file that it replaces, and a link to it")
  func keeps() throws {
    let tree = try TestTree("d/report")
    try tree.run("chmod", "640", "d/report")
    try tree.link("link", to: "d/report")
    try FileWriter.writeAtomically([0x78], to: tree.absolute("link"))
    #expect(try tree.run("stat", "-c", "%a %s", "d/report") == Array("640 1\n".utf8))
    #expect(try tree.run("readlink", "link") == Array("d/report\n".utf8))
  }

  @Test("says why it cannot write, and leaves what was there", arguments: ["d", "missing/report", "file/report"])
  func fails(path: String) async throws {
    let tree = try TestTree("d/old", "file")
    let error = #expect(throws: FileTrouble.self) {
      try FileWriter.writeAtomically([0x78], to: tree.absolute(path))
    }
    #expect(error?.path == tree.absolute(path))
    #expect(error?.message.hasPrefix("It could not be written: ") == true)
    #expect(try await tree.walk().paths == ["d/old", "file"])
  }

  @Test("what is private is so whatever was there, and a link is replaced")
  func privately() throws {
    let tree = try TestTree("victim", "old")
    try tree.run("chmod", "666", "old")
    try tree.link("link", to: "victim")
    for name in ["old", "link", "new"] {
      try FileWriter.writePrivately([0x78], to: tree.absolute(name))
      #expect(try tree.run("stat", "-c", "%a %s %F", name) == Array("600 1 regular file\n".utf8))
      #expect(try FileReader.readOwn(path: tree.absolute(name), limit: 1) == [0x78])
    }
    #expect(try FileReader.readAbsolute(path: tree.absolute("victim"), limit: 100) != [0x78])
  }

  @Test("what others may have written is not one's own", arguments: ["620", "602", "666"])
  func others(mode: String) throws {
    let tree = try TestTree("d/file")
    try tree.run("chmod", mode, "d/file")
    #expect(throws: FileTrouble(path: tree.absolute("d/file"), kind: .writableByOthers)) {
      try FileReader.readOwn(path: tree.absolute("d/file"), limit: 100)
    }
    try FileSystem.checkOwn(directory: tree.absolute("d"))
    try tree.run("chmod", mode.replacing("6", with: "7"), "d")
    #expect(throws: FileTrouble(path: tree.absolute("d"), kind: .writableByOthers)) {
      try FileSystem.checkOwn(directory: tree.absolute("d"))
    }
    guard TestTree.isRoot else { return }
    try tree.run("chmod", "700", "d")
    try tree.run("chown", "12345", "d", "d/file")
    #expect(throws: FileTrouble(path: tree.absolute("d"), kind: .ofAnotherUser)) {
      try FileSystem.checkOwn(directory: tree.absolute("d"))
    }
    #expect(throws: FileTrouble(path: tree.absolute("d/file"), kind: .ofAnotherUser)) {
      try FileReader.readOwn(path: tree.absolute("d/file"), limit: 100)
    }
  }

  @Test("writes to a device as it is")
  func device() throws {
    try FileWriter.writeAtomically(Array("x".utf8), to: "/dev/null")
    #expect(FileSystem.type(of: "/dev/null") == .characterDevice)
  }
}
