import ProvisoTestSupport
import ProvisoText
import Testing

@Suite("Directories of ZIP archives")
struct ZipDirectoryTests {
  typealias Entry = BinaryBytes.ZipEntry
  private static let entries = [
    Entry("a/data.pkl", [1, 2, 3]), Entry("b", [4, 5, 6, 7], method: 8), Entry("é/c", []),
  ]

  private func directory(_ bytes: [UInt8]) throws -> ZipDirectory {
    try #require(try ZipDirectory.read(ByteSource(bytes)))
  }

  @Test(
    "name every entry, and give what is stored",
    arguments: [
      BinaryBytes.zip(entries), BinaryBytes.zip(entries, prefix: Array("MZqFpD, an executable".utf8)),
      BinaryBytes.zip(entries, comment: "with a comment"), BinaryBytes.zip(entries, isLarge: true),
    ])
  func names(bytes: [UInt8]) throws {
    let archive = try directory(bytes)
    #expect(archive.entries.map(\.name) == ["a/data.pkl", "b", "é/c"])
    #expect(archive.entries.map(\.size) == [3, 4, 0])
    #expect(archive.entries.map(\.isStored) == [true, false, true])
    #expect(try archive.contents(of: archive.entries[0])?.read(0, 10) == [1, 2, 3])
    #expect(try archive.contents(of: archive.entries[1]) == nil)
    #expect(try archive.contents(of: archive.entries[2])?.size == 0)
  }

  @Test("read what ZIP64 writes beside an entry")
  func large() throws {
    let archive = try directory(BinaryBytes.zip([Entry("a", [8, 9], isLarge: true)]))
    #expect(archive.entries.map(\.size) == [2])
    #expect(try archive.contents(of: archive.entries[0])?.read(1, 5) == [9])
  }

  @Test("are none where no archive ends", arguments: [[], [UInt8](repeating: 0, count: 100), Array("PK".utf8)])
  func none(bytes: [UInt8]) throws {
    #expect(try ZipDirectory.read(ByteSource(bytes)) == nil)
  }

  @Test("cut anywhere, nothing is a trap and no directory is invented")
  func truncated() {
    let bytes = BinaryBytes.zip(Self.entries, isLarge: true)
    for end in bytes.indices {
      let found = try? ZipDirectory.read(ByteSource(Array(bytes[..<end])))
      #expect(found == nil, "cut at \(end)")
    }
  }

  @Test("no byte that is changed is a trap")
  func changed() {
    for bytes in [BinaryBytes.zip(Self.entries), BinaryBytes.zip(Self.entries, isLarge: true)] {
      for offset in bytes.indices {
        for byte: UInt8 in [0x00, 0x7F, 0x80, 0xFF] {
          var copy = bytes
          copy[offset] = byte
          guard let archive = try? ZipDirectory.read(ByteSource(copy)) else { continue }
          for entry in archive.entries { _ = try? archive.contents(of: entry)?.read(0, 1 << 20) }
        }
      }
    }
  }

  @Test("say what cannot be")
  func impossible() throws {
    let claims = BinaryBytes.zip([Entry("a", [1], claimedSize: 1_000)])
    let archive = try directory(claims)
    #expect(throws: ByteFault("a of its archive goes on beyond the file")) {
      try archive.contents(of: archive.entries[0])
    }
    let elsewhere = try directory(BinaryBytes.zip([Entry("a", [1], claimedOffset: 3)]))
    #expect(throws: ByteFault("its archive has no file where a should be")) {
      try elsewhere.contents(of: elsewhere.entries[0])
    }
    #expect(throws: ByteFault.self) { try ZipDirectory.read(ByteSource(BinaryBytes.zip(Self.entries, count: 60_000))) }
    let unreadable = ByteSource(size: 100) { _, _ in nil }
    #expect(throws: ByteFault("the file could not be read")) { try ZipDirectory.read(unreadable) }
  }
}
