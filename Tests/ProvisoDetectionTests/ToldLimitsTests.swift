import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Limits of reading are told")
struct ToldLimitsTests {
  @Test("more here-documents than are read")
  func documents() {
    let one = "cat > a.yaml <<EOF\nmodel: acme/tiny-chat\nEOF\n"
    #expect(!ShellScript().detect("a.sh", String(repeating: one, count: 200)).isIncomplete)
    let more = ShellScript().detect("a.sh", String(repeating: one, count: 201))
    #expect(more.references.count == 200)
    #expect(more.notifications.map(\.message).first?.hasPrefix("line 601, column 1: The here-documents") == true)
    #expect(more.isIncomplete)
  }

  @Test("here-documents that nothing closes")
  func unclosed() {
    let lines = (0..<20).map { "cat > a.yaml <<EOF\($0)\nmodel: x\n" }
    #expect(!ShellScript().detect("a.sh", lines.prefix(8).joined()).isIncomplete)
    let more = ShellScript().detect("a.sh", lines.joined())
    #expect(more.notifications.count == 1 && more.isIncomplete)
  }

  @Test("brackets that are too deep")
  func brackets() {
    let name = "model = \"acme/tiny-chat\"\n"
    let (open, close) = (String(repeating: "(", count: 300), String(repeating: ")", count: 300))
    #expect(!SourceCode().detect("a.py", name).isIncomplete)
    let deep = SourceCode().detect("a.py", name + "x = \(open)1\(close)\n")
    #expect(deep.names == ["acme/tiny-chat"])
    #expect(deep.isIncomplete)
    #expect(deep.notifications.first?.message.hasPrefix("line 2, column 261: ") == true)
  }

  @Test(
    "weight files in comments are mentions",
    arguments: [
      ("a.swift", "/// Loads `models/tiny.gguf`."), ("a.ts", "/**\n * See models/tiny.gguf\n */"),
      ("a.py", "# models/tiny.gguf"), ("a.go", "x := 1 // models/tiny.gguf"),
    ])
  func comments(path: String, text: String) {
    #expect(WeightPaths().detect(path, text).references.map(\.role) == [.mentioned])
  }

  @Test("weight files elsewhere are used", arguments: ["x = \"models/tiny.gguf\" # y", "u = \"a//models/tiny.gguf\""])
  func code(text: String) {
    #expect(WeightPaths().detect("a.py", text).references.map(\.role) == [.used])
  }
}
