import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Addresses of the hub in comments of code")
struct CommentAddressesTests {
  @Test(
    "are mentions behind the sign of a comment",
    arguments: [
      ("x = 1 # see https://huggingface.co/acme/tiny-chat.\n", ["1:13-50 acme/tiny-chat"]),
      ("  // https://huggingface.co/acme/tiny-chat", ["1:6-43 acme/tiny-chat"]),
      ("f() // at https://huggingface.co/acme/a, https://huggingface.co/acme/b", ["1:11-40 acme/a", "1:42-71 acme/b"]),
      // The sign of an address begins none, and what begins on one line does not hold for the next.
      ("x = https://huggingface.co/acme/tiny-chat", []), ("# x\ny = https://huggingface.co/acme/tiny-chat", []),
    ])
  func found(text: String, expected: [String]) {
    let references = SourceCode().detect("a.js", text).references.filter { $0.role == .mentioned }
    #expect(references.map { "\($0.location.outline) \($0.model.id)" } == expected)
  }

  @Test(
    "a line of nothing but addresses is read in time that grows with it", .timeLimit(.minutes(1)),
    arguments: [
      "https://a.example/?u=https://huggingface.co/acme/a&", "https://huggingface.co/", "huggingface.co/a/b, ",
    ])
  func line(unit: String) {
    let text = "model = 1\n" + String(repeating: unit, count: 20_000)
    #expect(SourceCode().detect("a.py", text).references.isEmpty)
  }
}
