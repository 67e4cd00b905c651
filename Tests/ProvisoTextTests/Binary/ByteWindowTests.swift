import ProvisoText
import Testing

@Suite("Windows on bytes")
struct ByteWindowTests {
  private static let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 3) }

  @Test("give the bytes of any place, forwards and back", arguments: [0, 65_534, 199_996, 3, 131_071, 1])
  func places(offset: Int) throws {
    var window = ByteWindow(ByteSource(Self.bytes))
    _ = try window.byte(at: 100_000)
    #expect(try window.bytes(4, at: offset) == Array(Self.bytes[offset..<(offset + 4)]))
    #expect(try window.bytes(0, at: Self.bytes.count) == [])
    #expect(try window.bytes(150_000, at: 7) == Array(Self.bytes[7..<150_007]))
  }

  @Test("little-endian numbers")
  func numbers() throws {
    var window = ByteWindow(ByteSource([1, 2, 3, 4, 5, 6, 7, 0xF8]))
    #expect(try window.integer(2, at: 0) == 0x0201)
    #expect(try window.integer(8, at: 0) == 0xF807_0605_0403_0201)
  }

  @Test(
    "what lies outside is a fault",
    arguments: [(1, 8), (2, 7), (9, 0), (1, -1), (Int.max, 0), (1, Int.max), (Int.max, Int.max), (-1, 0)])
  func outside(count: Int, offset: Int) {
    var window = ByteWindow(ByteSource([UInt8](repeating: 0, count: 8)))
    #expect(throws: ByteFault.self) { try window.bytes(count, at: offset) }
  }

  @Test("a source that gives less than it said, or nothing, is a fault")
  func shrunken() {
    var short = ByteWindow(ByteSource(size: 8) { _, _ in [1, 2] })
    #expect(throws: ByteFault("the file changed while it was read")) { try short.bytes(4, at: 0) }
    var none = ByteWindow(ByteSource(size: 8) { _, _ in nil })
    #expect(throws: ByteFault("the file could not be read")) { try none.byte(at: 0) }
  }

  @Test("a part ends where it ends")
  func part() {
    let part = ByteSource([0, 1, 2, 3, 4, 5]).part(2..<4)
    #expect(part.size == 2)
    #expect(part.read(0, 10) == [2, 3])
    #expect(part.read(1, Int.max) == [3])
    #expect(part.read(2, 1) == [] && part.read(-1, 1) == [])
    #expect(ByteSource([0, 1]).part(1..<Int.max).size == 1)
  }
}
