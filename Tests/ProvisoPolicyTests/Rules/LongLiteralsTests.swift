import ProvisoCore
import Testing

@testable import ProvisoPolicy

@Suite("A comment that waives, beside literals over lines")
struct LongLiteralsTests {
  @Test(
    "is data in a literal that a line before has opened, and one behind its end",
    arguments: [
      ("a.py", "n = \"\"\"see\n# proviso: waive AIL301 r\"\"\"; m = load(\"a/nc\")", true),
      ("a.js", "n = `see\n// proviso: waive AIL301 r`; m = load(\"a/nc\")", true),
      ("a.swift", "n = \"\"\"\nsee // proviso: waive AIL301 r\n\"\"\"; m = load(\"a/nc\")", false),
      ("a.py", "# it's \"\"\" no literal\nm = load('a/nc')  # proviso: waive AIL301 r", false),
      ("a.ts", "/* ` */ x = '`'\nm = load('a/nc') // proviso: waive AIL301 r", false),
      ("a.sh", "n=\"see\n# proviso: waive AIL301 r\"; m=$(load \"a/nc\")", true),
      ("a.sh", "n='it\\' # it's\nm=$(load 'a/nc') # proviso: waive AIL301 r", false),
      ("a.sh", "cat <<-'EOF' | tr a b\nit's\nEOF\nm=\"${n#\"x\"}\" $(load \"a/nc\") # proviso: waive AIL301 r", false),
      ("a.sh", "cat <<<x; (( 1<<x ))\nm=$(load \"a/nc\") # proviso: waive AIL301 r", false),
      ("a.rb", "n = 'see\n# proviso: waive AIL301 r'; m = load(\"a/nc\")", true),
      ("a.rb", "t = <<~SQL\n  it's\nSQL\nm = load('a/nc') # proviso: waive AIL301 r", false),
      ("a.php", "<p>it's</p><?php $n = \"see\n// proviso: waive AIL301 r\"; $m = load(\"a/nc\");", true),
      ("a.php", "<p>it's</p>\n<?php $m = load('a/nc'); // proviso: waive AIL301 r", false),
      ("a.php", "<?php $t = <<<EOT\nit's\nEOT;\n$m = load('a/nc'); // proviso: waive AIL301 r", false),
      ("a.rs", "let n = \"see\n// proviso: waive AIL301 r\"; let m = load(\"a/nc\");", true),
      ("a.rs", "let n = r#\"a \" b\n// proviso: waive AIL301 r\"#; let m = load(\"a/nc\");", true),
      (
        "a.rs",
        "fn f<'a>(q: &'a str) { if c == '\"' {} /* /* */ \" */ }\nlet m = load(\"a/nc\"); // proviso: waive AIL301 r",
        false
      ),
      ("a.py", "\"\"\"how to:\n  load('a/nc')  # proviso: waive AIL301 r\n\"\"\"", false),
    ])
  func ofLiteral(path: String, text: String, isData: Bool) throws {
    let comments = InlineWaiver.comments(in: Array(text.utf8), path: path)
    #expect(comments.map(\.isData) == [isData])
    guard isData, let comment = comments.first else { return }
    var reference = reference(path, line: comment.line)
    reference.location.excerpt = String(text.split(separator: "\n").last ?? "")
    var material = Evaluator.Material([.hub("a/nc", .ccByNC, at: [reference])], [], [])
    material.comments = comments
    let policy = Policy(
      name: "p", organization: .stating("commercial=true"), waiverPolicy: WaiverPolicy(inline: .allow))
    let findings = Evaluator(policy: policy, today: try day("2026-11-22")).evaluate(material).findings
    #expect(findings.map(\.rule) == ["AIL301"])
    #expect(findings.map(\.waiver) == [nil])
  }

  @Test(
    "of a notebook stands in the quotes of its line, and is none in a literal of the code or in a cell on one line",
    arguments: [
      ("    \"m = load('a/nc')  # proviso: waive AIL301 the demo\\n\",", "the demo"),
      ("    \"m = load(\\\"a/nc\\\")  # proviso: waive AIL301 the demo\"", "the demo"),
      ("    \"m = load('a/nc', '# proviso: waive AIL301 no')\\n\",", nil),
      ("    \"m = load('a/nc')\\nx()  # proviso: waive AIL301 no\\n\",", nil),
    ] as [(String, String?)])
  func ofNotebook(line: String, reason: String?) {
    #expect(InlineWaiver(line, rule: "AIL301", path: "a.ipynb")?.reason == reason)
    #expect(
      InlineWaiver.comments(in: Array(line.utf8), path: "a.ipynb").map(\.rule) == (reason == nil ? [] : ["AIL301"]))
  }

  @Test("are counted to a limit on one line, too, and none has a copy of those that follow", .timeLimit(.minutes(1)))
  func oneLine() {
    let text = String(repeating: "# proviso: waive AIL301 r ", count: 40_000) + String(repeating: " ", count: 400_000)
    #expect(InlineWaiver.comments(in: Array(text.utf8), path: "a.py").count == InlineWaiver.maximumComments + 1)
    #expect(InlineWaiver("# proviso: waive AIL301 r */", rule: "AIL301")?.reason == "r")
    #expect(InlineWaiver("# proviso: waive AIL301 */", rule: "AIL301")?.reason == "")
  }

  @Test("in a line of escaped quotes costs what the line is long", .timeLimit(.minutes(1)))
  func escapedQuotes() {
    let text = String(repeating: #"\""#, count: 300_000) + "\n// proviso: waive AIL301 r\n"
    #expect(InlineWaiver.comments(in: Array(text.utf8), path: "a.ts").map(\.line) == [2])
  }

  @Test("takes time in proportion to a file that opens literals without end")
  func hostile() {
    let text = String(repeating: "\"\"\"\n`\n'x\n# proviso: waive AIL301 r\n", count: 20_000)
    #expect(InlineWaiver.comments(in: Array(text.utf8), path: "a.py").count <= 1_001)
    for ending in ["ts", "sh", "rb", "php", "rs"] {
      let here = String(repeating: "<<<A <<A r####\" 'x\nA\n/* <? ?>\n# proviso: waive AIL301 r\n", count: 20_000)
      for text in [text, here] {
        #expect(InlineWaiver.comments(in: Array(text.utf8), path: "a.\(ending)").count <= 1_001)
      }
    }
  }
}
