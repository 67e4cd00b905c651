import ProvisoTestSupport
import ProvisoText
import Testing

@Suite("Messages of Protocol Buffers")
struct ProtobufReaderTests {
  private func fields(_ bytes: [UInt8]) throws -> [ProtobufReader.Field] {
    var window = ByteWindow(ByteSource(bytes))
    var reader = ProtobufReader(0..<bytes.count)
    var fields: [ProtobufReader.Field] = []
    while let field = try reader.next(in: &window) { fields.append(field) }
    return fields
  }

  @Test("are fields with a number and a value or a place")
  func message() throws {
    let bytes =
      BinaryBytes.field(1, 300) + BinaryBytes.field(2, "né") + [0x1D, 1, 2, 3, 4] + [0x21, 1, 0, 0, 0, 0, 0, 0, 0x80]
      + BinaryBytes.field(100, UInt64.max)
    let found = try fields(bytes)
    #expect(found.map(\.number) == [1, 2, 3, 4, 100])
    #expect(found.map(\.value) == [300, 0, 0x0403_0201, 0x8000_0000_0000_0001, .max])
    #expect(found.map(\.range) == [nil, 5..<8, nil, nil, nil])
  }

  @Test("pass over what is inside without reading it")
  func skipped() throws {
    let head = BinaryBytes.field(7, [], length: 40 << 20)
    let tail = BinaryBytes.field(14, "mit")
    let size = head.count + 40 << 20 + tail.count
    let source = ByteSource(size: head.count + (40 << 20) + tail.count) { offset, count in
      let bytes =
        offset < head.count ? Array(head[offset...]) : Array(tail.suffix(head.count + (40 << 20) + tail.count - offset))
      return Array(bytes.prefix(count))
    }
    #expect(size > 0)
    var window = ByteWindow(source)
    var reader = ProtobufReader(0..<source.size)
    #expect(try reader.next(in: &window)?.range?.count == 40 << 20)
    #expect(try reader.next(in: &window)?.number == 14)
  }

  @Test(
    "say what cannot be",
    arguments: [
      [0x08], [0x08, 0x80], [0x00, 0x01], [0x0B], [0x0C], [0x0F, 1], [0x0A, 5, 1], [0x0D, 1, 2],
      [0x08] + [UInt8](repeating: 0xFF, count: 11), [0x0A] + [UInt8](repeating: 0xFF, count: 9) + [1],
    ] as [[UInt8]])
  func impossible(bytes: [UInt8]) {
    #expect(throws: ByteFault.self) { try fields(bytes) }
  }
}
