import ProvisoText
import Testing

@Suite("Commands and their words")
struct ShellReaderTests {
  private func outline(_ text: String, _ dialect: ShellDialect = .posix, joinsLines: Bool = false) throws -> [String] {
    try ShellReader.read(SourceText(text), dialect: dialect, joinsLines: joinsLines).map { command in
      command.words.map { $0.text + ($0.isPartial ? "~" : "") }.joined(separator: "|")
    }
  }

  @Test(
    "of a POSIX shell",
    arguments: [
      ("a b  c", ["a|b|c"]), ("a 'b c' \"d e\"f g\\ h", ["a|b c|d ef|g h"]), ("a \\\n  b \\\r\n c\nd", ["a|b|c", "d"]),
      ("a # b\nc#d", ["a", "c#d"]), ("a; b && c | d & e || f", ["a", "b", "c", "d", "e", "f"]),
      ("..\\a\\b.gguf .\\c \\d e\\ f", ["..\\a\\b.gguf|.\\c|d|e f"]),
      ("a \\\n # --x\n  b", ["a|b"]), ("a > out 2>&1 < in b", ["a|b"]), ("X=1 a --m=\"b\"", ["X=1|a|--m=b"]),
      ("a $X \"${Y:-b c}\" '$Z'", ["a|$X~|${Y:-b c}~|$Z"]), ("a $(b c) d", ["b|c", "a|~|d"]),
      ("a \"$(b \"c\")\" d", ["b|c", "a|~|d"]), ("(a; b)", ["a", "b"]), ("a \"b \\\" \\n\"", ["a|b \" \\n"]),
      ("cat <<EOF > x\na b\nEOF\nc", ["cat", "a|b", "c"]), ("it's\na", ["its", "a"]), ("a \"b\nc\"", ["a|b\nc"]),
      ("", []), ("a ''", ["a|"]), (".\\a.exe ..\\m\\b C:\\d e\\ f \\$g", [".\\a.exe|..\\m\\b|C:\\d|e f|$g"]),
    ])
  func posix(text: String, expected: [String]) throws {
    #expect(try outline(text) == expected)
  }

  @Test("of PowerShell and cmd.exe, and of folded texts")
  func otherDialects() throws {
    #expect(try outline("a `\n  b # c\n<# d\n e #> f", .powershell) == ["a|b", "f"])
    #expect(try outline("$env:M = \"x/y\"", .powershell) == ["$env:M~|=|x/y"])
    #expect(try outline("set M=%X% ^\r\n b", .batch) == ["set|M=%X%~|b"])
    #expect(try outline("a\n --b\n\n c", joinsLines: true) == ["a|--b|c"])
  }

  @Test("words know where each of their bytes stands")
  func ranges() throws {
    let source = SourceText("é \\\n--model=\"x/y\" 'z'")
    let words = try #require(try ShellReader.read(source).first?.words)
    #expect(source.string(in: words[1].range(dropping: 8)) == "x/y")
    #expect(source.string(in: words[2].range()) == "z")
  }

  @Test("depth, words and size are bounded")
  func bounds() {
    #expect(throws: DocumentError.self) {
      try ShellReader.read(SourceText(String(repeating: "$(", count: 10_000)))
    }
    #expect(throws: DocumentError.self) { try ShellReader.read(SourceText("a b c"), limits: ShellLimits(words: 2)) }
    #expect(throws: DocumentError.self) { try ShellReader.read(SourceText("a b c"), limits: ShellLimits(bytes: 2)) }
  }

  @Test("nothing is a trap", arguments: [ShellDialect.posix, .powershell, .batch])
  func hostile(dialect: ShellDialect) {
    for bytes in spoiled("a \"é$(b `c`)\" 'd' \\\n <<E >f ${g:-h}\nE\n<# i #>\n") {
      _ = try? ShellReader.read(SourceText(path: "t", bytes: bytes), dialect: dialect)
    }
  }
}
