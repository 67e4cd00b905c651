import ProvisoText
import Testing

@Suite("Four bytes looked for at once")
struct ByteMarksTests {
  private let marks = ByteMarks(UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "("))

  @Test("finds each mark at each place, whatever stands around it")
  func everyPlace() {
    // Bytes that differ from a mark by one, or by the high bit, or that borrow from the byte behind.
    for filling in [UInt8(0), 0x21, 0x23, 0x26, 0x29, 0x5F, 0x61, 0xA2, 0xA7, 0xA8, 0xE0, 0xFF] {
      for count in 0..<20 {
        for place in 0..<max(count, 1) {
          for mark in "\"'`(".utf8 {
            var bytes = [UInt8](repeating: filling, count: count)
            if count > 0 { bytes[place] = mark }
            for start in 0...count {
              let expected = count > 0 && start <= place ? place : count
              #expect(marks.next(from: start, in: bytes.span) == expected)
            }
          }
        }
      }
    }
  }

  @Test("gives the first of several")
  func several() {
    let text = Array("f(\"a\", 'b', `c`) + g(h)".utf8)
    var found: [Int] = []
    var offset = 0
    while true {
      offset = marks.next(from: offset, in: text.span)
      guard offset < text.count else { break }
      found.append(offset)
      offset += 1
    }
    #expect(found == text.indices.filter { "\"'`(".utf8.contains(text[$0]) })
  }

  @Test("finds none behind the end")
  func behindEnd() {
    let text = Array("\"".utf8)
    #expect(marks.next(from: 1, in: text.span) == 1)
    #expect(marks.next(from: 0, in: [UInt8]().span) == 0)
  }
}
