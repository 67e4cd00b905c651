import Testing

@testable import ProvisoReports

@Suite("The sanitizer")
struct SanitizerTests {
  @Test(
    "spells out what does not stand for itself",
    arguments: [
      ("meta-llama/Llama", "meta-llama/Llama"),
      ("\u{1B}[31m", "\\u{1B}[31m"),
      ("a\r\nb", "a\\u{D}\\u{A}b"),
      ("\u{7F}\u{9B}", "\\u{7F}\\u{9B}"),
      ("\u{202A}\u{202E}\u{2066}\u{2069}", "\\u{202A}\\u{202E}\\u{2066}\\u{2069}"),
      ("\u{200E}\u{200F}\u{2028}\u{2029}", "\\u{200E}\\u{200F}\\u{2028}\\u{2029}"),
      ("naïve 漢字 😀", "naïve 漢字 😀"),
    ])
  func visible(text: String, expected: String) {
    #expect(Sanitizer.visible(text) == expected)
  }

  @Test(
    "leaves no bracket of a SARIF message unescaped",
    arguments: [
      ("plain", "plain"),
      ("[x](1)", #"\[x\](1)"#),
      (#"\[x\](1)"#, #"\\\[x\\\](1)"#),
      (#"C:\models"#, #"C:\models"#),
      (#"end\"#, #"end\\"#),
    ])
  func sarifMessage(text: String, expected: String) {
    #expect(Sanitizer.sarifMessage(text) == expected)
  }

  @Test(
    "cuts at a number of UTF-16 code units, never inside a character",
    arguments: [("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("a😀b😀", 4, "a😀…"), ("😀😀😀", 2, "…"), ("", 0, "")])
  func cut(text: String, limit: Int, expected: String) {
    #expect(Sanitizer.cut(text, to: limit) == expected)
  }
}
