import ProvisoText
import Testing

@Suite("JSON: what is read")
struct JSONReaderTests {
  @Test(
    "values of RFC 8259, in both dialects",
    arguments: [
      ("null", "null"), (" true ", "true"), ("false", "false"), ("\t\r\n0", "i:0"), ("-0", "i:-0"),
      ("-12", "i:-12"), ("1.50", "d:1.50"), ("1e9", "d:1e9"), ("-1.5E+10", "d:-1.5E+10"),
      ("123456789012345678901234567890", "i:123456789012345678901234567890"),
      ("\"\"", "''"), ("\"a b\"", "'a b'"), ("[]", "[]"), ("{}", "{}"), ("[[], {}]", "[[], {}]"),
      ("[1,\"x\",null]", "[i:1, 'x', null]"), ("{\"a\":{\"b\":[true]}, \"c\" : 1 }", "{a: {b: [true]}, c: i:1}"),
      (#""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00""#, "'\"\\/\u{8}\u{C}\n\r\té😀'"),
      (#""é\u0041é""#, "'éAé'"), ("\"\u{7F}\"", "'\u{7F}'"),
    ], [JSONDialect.strict, .lenient])
  func values(sample: (text: String, expected: String), dialect: JSONDialect) throws {
    let document = try JSONReader.read(SourceText(sample.text), dialect: dialect)
    #expect(document.root.outline == sample.expected)
  }

  @Test(
    "what only the lenient dialect reads",
    arguments: [
      ("\u{FEFF}1", "i:1"), ("// note\n1 // end", "i:1"), ("/* a * / */ [1, /**/ 2]", "[i:1, i:2]"),
      ("[1, 2,]", "[i:1, i:2]"), ("{\"a\": 1, // one\r\n}", "{a: i:1}"),
      ("[NaN, Infinity, -Infinity]", "[d:NaN, d:Infinity, d:-Infinity]"),
      ("{ // c\n }", "{}"),
    ])
  func lenient(text: String, expected: String) throws {
    let source = SourceText(text)
    #expect(try JSONReader.read(source).root.outline == expected)
    #expect(throws: DocumentError.self) { try JSONReader.read(source, dialect: .strict) }
  }

  @Test(
    "lone surrogates become U+FFFD",
    arguments: [
      (#""\uD83D""#, "'\u{FFFD}'"), (#""\uDE00x""#, "'\u{FFFD}x'"), (#""\uD83D\n""#, "'\u{FFFD}\n'"),
      (#""\uD83D\u0041""#, "'\u{FFFD}A'"), (#""\uD83D\uD83D\uDE00""#, "'\u{FFFD}😀'"),
    ])
  func loneSurrogates(text: String, expected: String) throws {
    #expect(try JSONReader.read(SourceText(text), dialect: .strict).root.outline == expected)
  }

  @Test("bytes that are not UTF-8 become U+FFFD")
  func invalidUTF8() throws {
    let bytes = Array("[\"a".utf8) + [0xFF] + Array("b\", 1]".utf8)
    #expect(try JSONReader.read(SourceText(path: "x", bytes: bytes)).root.outline == "['a\u{FFFD}b', i:1]")
  }

  @Test("repeated keys are kept, the last wins, and each is reported in order")
  func duplicateKeys() throws {
    let source = SourceText(#"{"a": 1, "b": {"x": 1, "x": 2}, "a": 3, "\u0061": 4}"#)
    let document = try JSONReader.read(source)
    #expect(document.root["a"]?.integer == 4)
    #expect(document.duplicateKeys.map(\.key) == ["x", "a", "a"])
    #expect(document.duplicateKeys.map { source.string(in: $0.again) } == ["\"x\"", "\"a\"", "\"\\u0061\""])
    #expect(document.duplicateKeys.map(\.first.lowerBound) == [15, 1, 1])
  }

  @Test("ranges are exact bytes after emoji, CRLF and a byte order mark")
  func ranges() throws {
    let source = SourceText("\u{FEFF}{\r\n \"é😀\": [\"ü\", -1.5],\r\n \"k\": {\"n\": null} }")
    let root = try JSONReader.read(source).root
    #expect(root.leaves(in: source) == ["\"é😀\"", "\"ü\"", "-1.5", "\"k\"", "\"n\"", "null"])
    let list = try #require(root["é😀"])
    #expect(source.string(in: list.range) == "[\"ü\", -1.5]")
    #expect(source.position(at: list.items[1].range.lowerBound) == TextPosition(line: 2, column: 15))
  }

  @Test("a part of a text is read with the offsets of the whole")
  func partOfText() throws {
    let source = SourceText("x = {\"a\": 1};")
    let root = try JSONReader.read(source, range: 4..<12).root
    #expect(root.range == 4..<12)
    #expect(throws: DocumentError.self) { try JSONReader.read(source, range: 4..<11) }
  }
}

@Suite("JSON: what is refused, and where")
struct JSONErrorTests {
  private func outcome(_ text: String, _ dialect: JSONDialect = .lenient, limits: TreeLimits = .json) -> String {
    ProvisoTextTests.outcome(text) { source throws(DocumentError) in
      try JSONReader.read(source, dialect: dialect, limits: limits).root
    }
  }

  @Test(
    "errors say what was expected and what was found",
    arguments: [
      ("", "1:1 Expected a value, found the end of the text."),
      ("{\n  \"a\": 1\n  \"b\": 2\n}", "3:3 Expected a comma or } after the member, found '\"'."),
      ("[1 2]", "1:4 Expected a comma or ] after the element, found '2'."),
      ("[1, 2", "1:6 Expected a comma or ] after the element, found the end of the text."),
      ("[1}", "1:3 Expected a comma or ] after the element, found '}'."),
      ("{a: 1}", "1:2 Expected a key in quotes or }, found 'a'."),
      ("{\"a\" 1}", "1:6 Expected a colon after the key, found '1'."),
      ("{\"😀\": é}", "1:8 Expected a value, found 'é'."),
      ("[1] x", "1:5 Expected the end of the text after the value, found 'x'."),
      ("[01]", "1:2 A number cannot start with a zero."),
      ("[-]", "1:3 Expected a digit, found ']'."), ("[1.]", "1:4 Expected a digit, found ']'."),
      ("[1e+]", "1:5 Expected a digit, found ']'."), ("[.5]", "1:2 Expected a value, found '.'."),
      ("[+1]", "1:2 Expected a value, found '+'."), ("[nul]", "1:2 Expected a value, found 'n'."),
      ("[nulls]", "1:2 Expected a value, found 'n'."), ("[,]", "1:2 Expected a value, found ','."),
      ("[1,,2]", "1:4 Expected a value, found ','."), ("{,}", "1:2 Expected a key in quotes or }, found ','."),
      ("\"a", "1:1 The text in quotes that starts here is not closed."),
      ("\"a\nb\"", "1:3 The text in quotes is not closed before the end of the line."),
      ("\"a\tb\"", "1:3 Control characters in text must be written as \\u escapes."),
      ("\"\\x\"", "1:2 A backslash must be followed by one of \" \\ / b f n r t u."),
      ("\"\\u12G4\"", "1:2 Four hexadecimal digits were expected after \\u."),
      ("[1 /* x", "1:4 The comment that starts here is not closed."),
      ("[1 / 2]", "1:4 Expected a comment or a value, found '/'."),
      ("\0", "1:1 Expected a value, found a control character."),
    ])
  func mistakes(text: String, expected: String) {
    #expect(outcome(text) == expected)
  }

  @Test(
    "the strict dialect refuses at the first thing that is not RFC 8259",
    arguments: [
      ("[1,]", "1:4 Expected a value, found ']'."),
      ("{\"a\":1,}", "1:8 Expected a key in quotes after the comma, found '}'."),
      ("// x\n1", "1:1 Expected a value, found '/'."), ("NaN", "1:1 Expected a value, found 'N'."),
      ("-Infinity", "1:2 Expected a digit, found 'I'."),
      ("\u{FEFF}1", "1:1 A byte order mark is not allowed before the value."),
    ])
  func strict(text: String, expected: String) {
    #expect(outcome(text, .strict) == expected)
  }

  @Test("512 levels are read; the next is an error, not a stack overflow", arguments: [513, 1_000_000])
  func depthLimit(depth: Int) throws {
    let deepest = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(try JSONReader.read(SourceText(deepest)).root.isSequence)
    #expect(
      outcome(String(repeating: "[", count: depth)) == "1:513 The values are nested more than 512 levels deep.")
    #expect(
      outcome(String(repeating: "{\"\":", count: depth)) == "1:2049 The values are nested more than 512 levels deep.")
  }

  @Test("the number of values and of bytes is bounded")
  func sizeLimits() {
    #expect(outcome("[1,2]", limits: TreeLimits(nodes: 3, bytes: 5)) == "[i:1, i:2]")
    #expect(outcome("[1,2]", limits: TreeLimits(nodes: 2)) == "1:4 The text has more than 2 values.")
    #expect(outcome("[1,2]", limits: TreeLimits(bytes: 4)) == "1:1 The JSON is 5 bytes long; at most 4 are read.")
  }

  @Test("a text cut at any byte is refused; with any byte changed it is read or refused, never a crash")
  func cutAndChanged() throws {
    let text = "{\"é\": [1.5e3, \"\\u00e9\\uD83D\\uDE00\", /* c */ true], \"b\": {\"c\": null, \"d\": -Infinity,},}"
    let bytes = Array(text.utf8)
    var outcomes: Set<Bool> = []
    for end in bytes.indices {
      let cut = SourceText(path: "cut", bytes: Array(bytes[..<end]))
      #expect(throws: DocumentError.self) { try JSONReader.read(cut) }
      for byte: UInt8 in [0x00, 0x20, 0x22, 0x2C, 0x2F, 0x30, 0x5B, 0x5C, 0x7D, 0xC3, 0xF0, 0xFF] {
        var changed = bytes
        changed[end] = byte
        outcomes.insert((try? JSONReader.read(SourceText(path: "changed", bytes: changed))) != nil)
      }
    }
    #expect(outcomes == [true, false])
    #expect(try JSONReader.read(SourceText(path: "whole", bytes: bytes)).root.entries.count == 2)
  }
}
