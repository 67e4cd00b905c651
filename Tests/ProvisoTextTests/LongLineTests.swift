import ProvisoText
import Testing

@Suite("Places in long lines")
struct LongLineTests {
  @Test("are those that counting from the start of the line gives")
  func columns() {
    let line = String(repeating: "aé😀 {\"b\": 1}, ", count: 900)
    let source = SourceText("first\n" + line + "\nlast\n" + line)
    let bytes = Array(line.utf8)
    for offset in Array(stride(from: 0, to: bytes.count, by: 97)) + [1_023, 1_024, 1_025, 4_096, bytes.count] {
      let column = 1 + bytes[..<offset].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
      #expect(source.position(at: 6 + offset) == TextPosition(line: 2, column: column))
      #expect(source.position(at: 6 + bytes.count + 6 + offset) == TextPosition(line: 4, column: column))
    }
  }
}
