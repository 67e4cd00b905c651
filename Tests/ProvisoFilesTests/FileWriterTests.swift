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

  @Test("writes to a device as it is")
  func device() throws {
    try FileWriter.writeAtomically(Array("x".utf8), to: "/dev/null")
    #expect(FileSystem.type(of: "/dev/null") == .characterDevice)
  }
}
