import ProvisoText
import Testing

@Suite("HCL")
struct HCLReaderTests {
  @Test(
    "attributes, blocks and expressions",
    arguments: [
      ("", "{}"), ("a = 1", "{a: i:1}"), ("a = \"b\" # c", "{a: 'b'}"),
      ("a = true // x\nb = var.c", "{a: true, b: null}"),
      ("r \"t\" \"n\" {\n  a = \"b\"\n  s { c = 2 }\n}", "{r: {t: {n: {a: 'b', s: {c: i:2}}}}}"),
      ("a = [\"b\", 1, var.c,]", "{a: ['b', i:1, null]}"),
      ("a = { b = \"c\", \"d\" : 2\n e = f }", "{a: {b: 'c', d: i:2, e: null}}"),
      ("a = \"b-${var.c}-${d(\"e\")}\"", "{a: 'b-${var.c}-${d(\"e\")}'}"), (#"a = "b\"c\n""#, "{a: 'b\"c\n'}"),
      ("a = <<EOF\nx\ny\nEOF\nb = 2", "{a: 'x\ny\n', b: i:2}"), ("a = <<-EOF\n  x\n  EOF\n", "{a: '  x\n'}"),
      ("a = jsonencode({ b = \"c\" })", "{a: {b: 'c'}}"), ("a = x ? \"b\" : \"c\"", "{a: ['b', 'c']}"),
      ("a = merge(local.b, { c = 1 })", "{a: [null, {c: i:1}]}"), ("/* x\n */ a = 1", "{a: i:1}"),
      ("a = [for s in var.l : s.id]\nb = 1", "{a: [null], b: i:1}"),
      ("a = { for k, v in m : k => v }\nb = 1", nil), ("a {\n}\na {}\n", "{a: {}, a: {}}"),
    ])
  func values(text: String, expected: String?) throws {
    let found = try HCLReader.read(SourceText(text))
    if let expected { #expect(found.outline == expected) } else { #expect(found["b"]?.integer == 1) }
  }

  @Test("ranges are those of the text")
  func ranges() throws {
    let source = SourceText("# é\nv \"m\" {\n  default = \"org/name\"\n}\n")
    let node = try #require(try HCLReader.read(source)["v"]?["m"]?["default"])
    #expect(source.string(in: node.range) == "\"org/name\"")
    #expect(source.position(at: node.range.lowerBound) == TextPosition(line: 3, column: 13))
  }

  private func outcome(_ text: String, limits: TreeLimits = .default) -> String {
    ProvisoTextTests.outcome(text) { source throws(DocumentError) in try HCLReader.read(source, limits: limits) }
  }

  @Test(
    "errors say where",
    arguments: [
      ("a", "1:2 Expected a name, found the end of the text."),
      ("a {", "1:3 The block that starts here is not closed by }."),
      ("a = \"b", "1:5 The text in quotes that starts here is not closed."),
      ("a = [1", "1:5 The bracket that is opened here is not closed."),
      ("a = {b = 1", "1:5 The object that starts here is not closed by }."),
      ("a = <<EOF\nb", "1:5 The text that starts here is not closed by EOF."),
      ("/* a", "1:1 The comment that starts here is not closed."),
      ("}", "1:1 Expected an attribute, a block or the end of the text, found '}'."),
    ])
  func mistakes(text: String, expected: String) {
    #expect(outcome(text) == expected)
  }

  @Test("depth, count and size are bounded")
  func bounds() {
    for open in ["[", "(", "{ a = ", "f("] {
      #expect(outcome("a = " + String(repeating: open, count: 50_000)).contains("nested more than 64 levels deep"))
    }
    #expect(outcome(String(repeating: "a {", count: 50_000)).contains("nested more than 64 levels deep"))
    #expect(outcome("a = [\"1\",\"2\"]", limits: TreeLimits(nodes: 2)).contains("more than 2 values"))
    #expect(outcome("a = 1", limits: TreeLimits(bytes: 4)) == "1:1 The HCL is 5 bytes long; at most 4 are read.")
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("a \"b\" {\n c = [\"é${d}\", {e = 1}] /* f */\n g = <<H\nx\nH\n}\n") {
      _ = try? HCLReader.read(SourceText(path: "t", bytes: bytes))
    }
  }
}
