import Testing

@testable import ProvisoKnowledge

@Suite("The words of a license text")
struct LicenseWordsTests {
  private static func words(_ text: String) -> [UInt16] { LicenseWords(Array(text.utf8)).hashes }

  @Test(
    "are the same in every layout",
    arguments: [
      "Permission is granted,\nfree of charge", "PERMISSION IS GRANTED, FREE OF CHARGE",
      "# Permission is granted,\n# free of charge", "// Permission is granted,\n// free of charge",
      "/*\n * Permission is granted,\n * free of charge\n */", "Permission\r\n\t is   granted ; free-of-charge.",
      "**Permission** is _granted_, `free` of charge", "## Permission is granted\n> free of charge",
      "<p class=\"x\">Permission is&nbsp;granted</p><br/><H2>free of charge</H2>",
      "1. Permission is granted, (a) free of charge",
      "iv) Permission is granted, II. free of charge", "“Permission” is\u{A0}granted — free of • charge",
      "[Permission](https://example.com/permission#granted) is granted, free of charge",
      "\u{FEFF}Permission is granted, free of charge",
      "Permission is granted, free of charge &#169; &quot;",
    ])
  func layout(text: String) {
    #expect(Self.words(text) == Self.words("permission is granted free of charge"))
  }

  @Test(
    "differ where the content does",
    arguments: [
      ("you may use it", "you may not use it"), ("version 2.10 of it", "version 2.11 of it"),
      ("the Union", "the Onion"),
      ("see http://example.com", "see http://example.org"), ("use (see below)", "use"),
      ("if <holder> agrees", "if agrees"), ("Lizenz für alle", "Lizenz fur alle"), ("许可证 model", "许可 model"),
    ])
  func content(one: String, other: String) {
    #expect(Self.words(one) != Self.words(other))
  }

  @Test(
    "join at apostrophes, straight or curly",
    arguments: [("licensor's", "licensor\u{2019}s"), ("licensors", "licensor's"), ("don't", "don\u{2019}t")])
  func apostrophes(one: String, other: String) {
    #expect(Self.words(one) == Self.words(other))
    #expect(Self.words(one).count == 1)
  }

  @Test(
    "are none in marks of lists and addresses' schemes",
    arguments: ["", "a b c 1 2 3", "ii) iii) iv.", "https http www", "— “ ” •", "<p></p>", "&amp;", "\u{FEFF}"])
  func nothing(text: String) {
    #expect(Self.words(text).isEmpty)
  }

  @Test("stand at their offsets")
  func offsets() {
    let words = LicenseWords(Array("# The <b>“Model”</b>\nis".utf8))
    #expect(words.offsets == [2, 12, 25])
  }

  @Test(
    "come from any bytes",
    arguments: [
      [0xC2], [0xE2], [0xE2, 0x80], [0xEF, 0xBB], [0xFF, 0xFE, 0x41, 0x42], [0x3C], [0x26], [0x5D, 0x28], [0x27],
      [0x61, 0xE2, 0x80, 0x99],
    ])
  func hostile(bytes: [UInt8]) {
    let words = LicenseWords(bytes)
    #expect(words.hashes.count == words.offsets.count)
    #expect(words.offsets.allSatisfy { Int($0) < bytes.count })
  }
}
