import ProvisoTestSupport
import Testing

@testable import ProvisoReports

@Suite("The JSON writer")
struct JSONWriterTests {
  @Test("indents by two blanks, keeps the order of keys and ends with a newline")
  func layout() {
    let value: JSONValue = ["b": [1, -2], "a": ["x": nil ?? .null, "y": true], "e": [], "o": [:]]
    let expected = """
      {
        "b": [
          1,
          -2
        ],
        "a": {
          "x": null,
          "y": true
        },
        "e": [],
        "o": {}
      }

      """
    #expect(text(JSONWriter.bytes(value)) == expected)
  }

  @Test(
    "escapes what RFC 8259 asks for and what could steer a terminal",
    arguments: [
      ("plain", #""plain""#),
      ("\"\\/", #""\"\\/""#),
      ("\n\r\t", #""\n\r\t""#),
      ("\u{0}\u{1B}\u{1F}\u{7F}\u{9B}", #""\u0000\u001b\u001f\u007f\u009b""#),
      ("\u{2028}\u{2029}\u{202E}\u{2066}\u{200F}\u{FEFF}", #""\u2028\u2029\u202e\u2066\u200f\ufeff""#),
      ("\u{E0041}", #""\udb40\udc41""#),
      ("é😀漢", #""é😀漢""#),
    ])
  func escapes(string: String, expected: String) {
    #expect(text(JSONWriter.bytes(.string(string))) == expected + "\n")
  }

  @Test("writes every scalar so that another reader reads the same")
  func roundTrip() throws {
    var all = ""
    for value in UInt32(0)...0x10FFFF where value < 0x3000 || value % 97 == 0 {
      if let scalar = Unicode.Scalar(value) { all.unicodeScalars.append(scalar) }
    }
    let script = "import json,sys; sys.stdout.buffer.write(json.loads(sys.stdin.buffer.read()).encode())"
    let result = try run("python3", ["-c", script], input: JSONWriter.bytes(.string(all)))
    #expect(text(result.error) == "")
    #expect(result.output == Array(all.utf8))
  }
}
