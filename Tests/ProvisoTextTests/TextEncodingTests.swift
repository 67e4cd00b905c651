import ProvisoText
import Testing

@Suite("Text encodings")
struct TextEncodingTests {
  @Test(
    "UTF-16 and UTF-32 are known by their mark and by their zeros",
    arguments: [
      ([0xFF, 0xFE, 0x61, 0], true), ([0xFE, 0xFF, 0, 0x61], true), ([0, 0, 0xFE, 0xFF], true),
      ([0x61, 0, 0x62, 0, 0x63, 0, 0x64, 0], true), ([0, 0x61, 0, 0x62, 0, 0x63, 0, 0x64], true),
      ([0x61, 0, 0, 0, 0x62, 0, 0, 0], true), ([0, 0, 0, 0x61, 0, 0, 0, 0x62], true),
      (Array("model: x".utf8), false), ([0xEF, 0xBB, 0xBF, 0x61], false), ([], false), ([0x61, 0], false),
      ([0, 0, 0, 0, 0, 0, 0, 0], false), ([0x61, 0x62, 0, 0, 0x63, 0x64, 0, 0], false),
    ] as [([UInt8], Bool)])
  func isWide(bytes: [UInt8], isWide: Bool) {
    #expect(TextEncoding.isWide(bytes) == isWide)
  }

  @Test("UTF-16 becomes UTF-8, with or without its mark", arguments: [true, false], [true, false])
  func inUTF8(isMarked: Bool, isBigEndian: Bool) {
    let text = "base: é\r\n€ 😀 x\n"
    let units = (isMarked ? [0xFEFF] : []) + Array(text.utf16)
    let bytes = units.flatMap { unit in
      isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    #expect(TextEncoding.inUTF8(bytes) == Array(text.utf8))
  }

  @Test("UTF-32 becomes UTF-8, with or without its mark", arguments: [true, false], [true, false])
  func fromUTF32(isMarked: Bool, isBigEndian: Bool) {
    let text = "base: é\r\n€ 😀 x\n"
    let scalars = (isMarked ? [0xFEFF] : []) + text.unicodeScalars.map(\.value)
    let bytes = scalars.flatMap { scalar in
      let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: scalar >> UInt32($0)) }
      return isBigEndian ? bytes : bytes.reversed()
    }
    #expect(TextEncoding.inUTF8(bytes) == Array(text.utf8))
  }

  @Test("a line feed after every letter makes no UTF-32 of UTF-16")
  func lines() {
    #expect(TextEncoding.inUTF8("a\nb\n".utf16.flatMap { [UInt8($0), 0] }) == Array("a\nb\n".utf8))
  }

  @Test(
    "what is no whole UTF-16 or UTF-32 stays what it is",
    arguments: [
      [], [0x61], Array("a".utf8), Array("model: é\n".utf8), [0xEF, 0xBB, 0xBF, 0x61],
      // An odd number of bytes, a zero, a part of UTF-32, a half of a pair and what is no scalar in it, and halves of a pair: alone,
      // last, and two leads.
      [0xFF, 0xFE, 0x61], [0xFF, 0xFE, 0x61, 0, 0, 0], [0xFF, 0xFE, 0, 0, 0x61, 0],
      [0, 0, 0xFE, 0xFF, 0, 0, 0xD8, 0], [0, 0, 0xFE, 0xFF, 0, 0x11, 0, 0], [0xFF, 0xFE, 0, 0, 0, 0, 0, 0],
      [0xFF, 0xFE, 0, 0xDC, 0x61, 0], [0xFF, 0xFE, 0x61, 0, 0, 0xD8], [0xFF, 0xFE, 0, 0xD8, 0, 0xD8, 0, 0xDC],
      [0x61, 0, 0, 0, 0x62, 0, 0, 0, 0x63, 0],
    ] as [[UInt8]])
  func notUTF16(bytes: [UInt8]) {
    #expect(TextEncoding.inUTF8(bytes) == bytes)
  }
}
