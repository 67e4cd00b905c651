import ProvisoText
import Testing

@Suite("FlatBuffers")
struct FlatBufferTests {
  /// A root table with a string in field 0, nothing in field 1 and a number in field 2.
  private static let bytes: [UInt8] =
    [20, 0, 0, 0] + Array("TFL3".utf8) + [10, 0, 12, 0, 4, 0, 0, 0, 8, 0, 0, 0]
    + [12, 0, 0, 0] + [8, 0, 0, 0] + [42, 0, 0, 0]
    + [3, 0, 0, 0] + Array("mit".utf8) + [0]

  @Test("tables have fields that are set, and others")
  func table() throws {
    var file = FlatBuffer(ByteSource(Self.bytes))
    #expect(try file.identifier() == "TFL3")
    let root = try file.root()
    #expect(try file.string(0, of: root) == "mit")
    #expect(try file.field(1, of: root) == nil)
    #expect(try file.field(9, of: root) == nil)
    let place = try #require(try file.field(2, of: root))
    #expect(try file.integer(4, at: place) == 42)
  }

  @Test("no byte that is changed and no cut is a trap")
  func hostile() {
    for offset in Self.bytes.indices {
      for byte: UInt8 in [0x00, 0x7F, 0x80, 0xFF] {
        var copy = Self.bytes
        copy[offset] = byte
        for bytes in [copy, Array(copy[..<offset])] {
          var file = FlatBuffer(ByteSource(bytes))
          guard let root = try? file.root() else { continue }
          for field in 0..<4 {
            _ = try? file.string(field, of: root)
            _ = try? file.tables(field, of: root)
          }
        }
      }
    }
  }

  @Test("a vector that is longer than the file is a fault")
  func claims() throws {
    var bytes = Self.bytes
    bytes[bytes.count - 8] = 0xFF
    var file = FlatBuffer(ByteSource(bytes))
    let root = try file.root()
    #expect(throws: ByteFault.self) { try file.string(0, of: root) }
  }
}
