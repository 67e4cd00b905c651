import Testing

@testable import ProvisoReports

@Suite("Relative references")
struct RelativeReferenceTests {
  @Test(
    "encode what RFC 3986 does not let stand",
    arguments: [
      ("app/llm.py", "app/llm.py"),
      ("./a//b", "a/b"),
      ("a b/[c]/é.md", "a%20b/%5Bc%5D/%C3%A9.md"),
      ("c:d/100%.txt", "c%3Ad/100%25.txt"),
      ("a?b#c\\d\u{1}", "a%3Fb%23c%5Cd%01"),
      ("..a/b..", "..a/b.."),
    ])
  func encoded(path: String, expected: String) {
    #expect(RelativeReference.to(path) == expected)
  }

  @Test("encode the bytes of what is not UTF-8")
  func bytes() {
    #expect(RelativeReference.to(bytes: [0x61, 0xFF, 0x2F, 0x62]) == "a%FF/b")
    #expect(RelativeReference.to(bytes: [0x2F, 0xFF]) == nil)
  }

  @Test(
    "are nil for what is no path inside the tree",
    arguments: ["", ".", "./", "/etc/passwd", "../x", "a/../../b", "…/x"])
  func outside(path: String) {
    #expect(RelativeReference.to(path) == nil)
  }
}
