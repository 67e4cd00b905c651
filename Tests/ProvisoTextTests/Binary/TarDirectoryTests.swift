import ProvisoTestSupport
import ProvisoText
import Testing

@Suite("Directories of tar archives")
struct TarDirectoryTests {
  private static let long = String(repeating: "folder/", count: 20) + "model_config.yaml"
  private static let files: [(name: String, contents: [UInt8])] = [
    ("./model_config.yaml", Array("a: 1".utf8)), (long, [UInt8](repeating: 7, count: 700)), ("empty", []),
  ]

  @Test("name every file and say where it lies", arguments: [true, false])
  func entries(isEnded: Bool) throws {
    let bytes = BinaryBytes.tar(Self.files, isEnded: isEnded)
    let archive = try #require(try TarDirectory.read(ByteSource(bytes)))
    #expect(archive.entries.map(\.name) == ["./model_config.yaml", Self.long, "empty"])
    #expect(archive.entries.map { Array(bytes[$0.range]) } == Self.files.map(\.contents))
  }

  @Test("are none where the archive is no tar", arguments: [[], [UInt8](repeating: 0, count: 2_000), [0x1F, 0x8B]])
  func none(bytes: [UInt8]) throws {
    #expect(try TarDirectory.read(ByteSource(bytes)) == nil)
  }

  @Test("say what cannot be")
  func impossible() {
    let beyond = BinaryBytes.tarHeader("a", size: 600)
    #expect(throws: ByteFault("a file of its archive goes on beyond the end")) {
      try TarDirectory.read(ByteSource(beyond))
    }
    let huge = BinaryBytes.tarHeader("a", size: 0, sizeField: [0xFF] + [UInt8](repeating: 0xFF, count: 11))
    #expect(throws: ByteFault("its archive claims a file larger than any is")) {
      try TarDirectory.read(ByteSource(huge))
    }
    let junk = BinaryBytes.tar([("a", [1])], isEnded: false) + [UInt8](repeating: 9, count: 512)
    #expect(throws: ByteFault("its archive has no header at byte 1024")) { try TarDirectory.read(ByteSource(junk)) }
    let name = BinaryBytes.tarHeader("a", size: 9_000, type: UInt8(ascii: "L"))
    #expect(throws: ByteFault.self) { try TarDirectory.read(ByteSource(name + [UInt8](repeating: 1, count: 9_216))) }
  }

  @Test("no byte that is changed is a trap")
  func changed() {
    let bytes = BinaryBytes.tar([("a", [1]), ("b", [2])])
    for offset in 0..<1_100 {
      for byte: UInt8 in [0x00, 0x37, 0x80, 0xFF] {
        var copy = bytes
        copy[offset] = byte
        for entry in (try? TarDirectory.read(ByteSource(copy)))??.entries ?? [] {
          #expect(entry.range.upperBound <= copy.count)
        }
      }
    }
  }
}
