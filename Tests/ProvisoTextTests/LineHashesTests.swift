import ProvisoText
import Testing

@Suite("Line hashes")
struct LineHashesTests {
  private func hashes(_ text: String) -> [String] {
    hashes(Array(text.utf8))
  }

  private func hashes(_ bytes: [UInt8]) -> [String] {
    let source = SourceText(path: "a", bytes: bytes)
    let hashes = LineHashes(of: source)
    return (1...source.lineCount).compactMap { hashes[line: $0] }
  }

  @Test(
    "are those of GitHub code scanning",
    arguments: [
      ("", ["c129715d7a2bc9a3:1"]),
      (" a\nb\n  \t\tc\n d", ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]),
    ])
  func vectors(text: String, expected: [String]) {
    #expect(hashes(text) == expected)
  }

  /// The definition, without the rolling: for each line the 100 units that begin at its first.
  private func defined(_ text: String) -> [String] {
    var units: [UInt16] = []
    var previous: UInt16 = 0
    for unit in text.utf16 {
      if unit != 0x20, unit != 0x09, !(unit == 0x0A && previous == 0x0D) { units.append(unit == 0x0D ? 0x0A : unit) }
      previous = unit
    }
    units.append(0xFFFF)
    let starts = [0] + units.indices.filter { units[$0] == 0x0A }.map { $0 + 1 }
    var counts: [UInt64: Int] = [:]
    return starts.map { start in
      var hash: UInt64 = 0
      for offset in start..<(start + 100) { hash = hash &* 37 &+ (offset < units.count ? UInt64(units[offset]) : 0) }
      counts[hash, default: 0] += 1
      return "\(String(hash, radix: 16)):\(counts[hash] ?? 0)"
    }
  }

  @Test(
    "are what the definition says",
    arguments: [
      "a", "a\n", "\n", "\n\n\n", "a\r\nb\rc\n", "a\r\n\r\nb", "a\r \nb", "é😀\n😀\n", "x = 1\nx = 1\nx = 1\n",
      String(repeating: "abc \t", count: 60) + "\nend", String(repeating: "line\n", count: 300),
      String(repeating: "a", count: 99) + "\n" + String(repeating: "b", count: 100) + "\n"
        + String(repeating: "c", count: 101),
    ])
  func definition(text: String) {
    #expect(hashes(text) == defined(text))
  }

  @Test("do not depend on line ends, blanks and tabs")
  func lineEnds() {
    let plain = hashes("one two\n\tthree\n\nfour\n")
    #expect(plain.count == 5)
    #expect(hashes("one two\r\n\tthree\r\n\r\nfour\r\n") == plain)
    #expect(hashes("one two\r\tthree\r\rfour\r") == plain)
    #expect(hashes("onetwo\n    three  \n\t\nfour\n") == plain)
  }

  @Test("count equal lines, of which a window of equal text follows")
  func counted() {
    let counts = hashes(String(repeating: "same\n", count: 60)).map { $0.split(separator: ":").last.map(String.init) }
    #expect(counts.prefix(41).map { $0 } == (1...41).map { "\($0)" })
    #expect(counts.suffix(1) == ["1"])
  }

  @Test("exist for every line and no other, also in bytes that are not UTF-8")
  func bounds() {
    let hashes = LineHashes(of: SourceText("a\nb"))
    #expect(hashes[line: 0] == nil && hashes[line: -1] == nil && hashes[line: 3] == nil)
    #expect(hashes[line: 1] != nil && hashes[line: 2] != nil)
    #expect(self.hashes([0xFF, 0x0A, 0xF0, 0x9F, 0x0A, 0x00]).count == 3)
    #expect(self.hashes([0xFF]) == self.hashes("\u{FFFD}"))
  }
}
