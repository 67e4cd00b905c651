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
}
