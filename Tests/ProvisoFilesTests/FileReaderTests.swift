import ProvisoFiles
import Testing

@Suite struct FileReaderTests {
  @Test("reads a whole file of up to the limit", arguments: [0, 1, 4095, 65_536, 200_000])
  func whole(count: Int) async throws {
    let tree = try TestTree()
    let text = String(repeating: "x", count: count)
    try tree.write(text, to: "a")
    let file = try #require(try await tree.walk().files.first)
    #expect(try FileReader.read(file, limit: count) == Array(text.utf8))
    #expect(try FileReader.read(file, limit: .max) == Array(text.utf8))
    #expect(try FileReader.readAbsolute(path: tree.absolute("a"), limit: count) == Array(text.utf8))
    guard count > 0 else { return }
    let expected = FileTrouble(path: "a", kind: .tooLarge(size: count, limit: count - 1))
    #expect(throws: expected) { try FileReader.read(file, limit: count - 1) }
    #expect(expected.isIncomplete)
  }

  @Test("reads the head of a 10 GB file at no cost")
  func sparse() async throws {
    let tree = try TestTree()
    try tree.run("truncate", "-s", "10000000000", "model.gguf")
    let file = try #require(try await tree.walk().files.first)
    let duration = try ContinuousClock().measure {
      let head = try FileReader.readHead(file, count: 8)
      #expect(head.bytes == [UInt8](repeating: 0, count: 8))
      #expect(head.fileSize == 10_000_000_000)
      #expect(try FileReader.readRange(file, from: 9_999_999_998, count: 8).bytes == [0, 0])
      #expect(throws: FileTrouble(path: "model.gguf", kind: .tooLarge(size: 10_000_000_000, limit: 100))) {
        try FileReader.read(file, limit: 100)
      }
    }
    #expect(duration < .seconds(30))
  }

  @Test(
    "reads the part of a range that is in the file",
    arguments: [
      (0, 3, "012"), (8, 5, "89"), (10, 5, ""), (11, 5, ""), (.max, .max, ""), (0, .max, "0123456789"), (-3, 2, "01"),
      (2, -1, ""), (2, 0, ""),
    ])
  func range(offset: Int, count: Int, expected: String) async throws {
    let tree = try TestTree()
    try tree.write("0123456789", to: "a")
    let file = try #require(try await tree.walk().files.first)
    let read = try FileReader.readRange(file, from: offset, count: count)
    #expect(read.bytes == Array(expected.utf8))
    #expect(read.fileSize == 10)
  }

  @Test("reads a path that the user gave, through links, but nothing that is no file")
  func absolute() throws {
    let tree = try TestTree("d/")
    try tree.write("x", to: "a")
    try tree.link("link", to: "a")
    try tree.run("mkfifo", "pipe")
    #expect(try FileReader.readAbsolute(path: tree.absolute("link"), limit: 1) == Array("x".utf8))
    for (name, kind) in [
      ("d", FileTrouble.Kind.notRegular(.directory)), ("pipe", .notRegular(.fifo)), ("missing", .notFound),
      ("a/b", .notFound),
    ] {
      #expect(throws: FileTrouble(path: tree.absolute(name), kind: kind)) {
        try FileReader.readAbsolute(path: tree.absolute(name), limit: 10)
      }
    }
    #expect(throws: FileTrouble(path: "/dev/zero", kind: .notRegular(.characterDevice))) {
      try FileReader.readAbsolute(path: "/dev/zero", limit: 10)
    }
  }

  #if os(Linux)
    @Test("reads a file that says it has no size")
    func withoutSize() throws {
      #expect(try !FileReader.readAbsolute(path: "/proc/self/status", limit: 1 << 20).isEmpty)
      #expect(throws: FileTrouble(path: "/proc/self/status", kind: .tooLarge(size: 10, limit: 10))) {
        try FileReader.readAbsolute(path: "/proc/self/status", limit: 10)
      }
    }
  #endif
}
