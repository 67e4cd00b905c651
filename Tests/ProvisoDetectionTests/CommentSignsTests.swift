import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Signs of comments by the kind of a file")
struct CommentSignsTests {
  /// Whether "shown" in the text is in a comment; nil for a kind of file without signs.
  private func isComment(_ path: String, _ text: String) throws -> Bool? {
    let source = SourceText(path: path, text)
    let range = try #require(text.utf8.firstRange(of: "shown".utf8))
    return CommentSigns(FilePath(path))?.hold(
      text.utf8.distance(from: text.startIndex, to: range.lowerBound), in: source)
  }

  @Test(
    "a comment is one in code, in templates, in pages and in documents",
    arguments: [
      ("a.tsx", "<p>{/* shown */}</p>"), ("a.ts", "f(\"a\"); // shown"), ("a.ts", "/*\n   shown\n*/"),
      ("a.swift", "let a = \"b\" // shown"), ("a.py", "x = 1  # shown"), ("a.rb", "=begin\nshown\n=end"),
      ("a.php", "<?php # shown ?>"), ("a.vue", "<script>\n// shown\n</script>"), ("a.html", "<!-- a\nshown -->"),
      ("a.hbs", "{{!-- shown --}}"), ("a.hbs", "{{! shown }}"), ("a.erb", "<%# shown %>"), ("a.jinja", "{# shown #}"),
      ("a.liquid", "{% comment %} shown {% endcomment %}"), ("a.razor", "@* shown *@"), ("a.pug", "p Hi\n//- shown"),
      ("a.strings", "/* shown */\n\"a\" = \"b\";"), ("a.po", "# shown\nmsgid \"a\""), ("a.mdx", "{/* shown */}"),
      ("a.md", "[//]: # (shown)"), ("a.tex", "x % shown"), ("a.adoc", "// shown"),
    ])
  func comments(path: String, text: String) throws {
    #expect(try isComment(path, text) == true)
  }

  @Test(
    "what stands in a string, in an address, behind a pattern or behind a comment is none",
    arguments: [
      ("a.tsx", "<p>{/* a */}shown</p>"), ("a.ts", "f(\"https://a.example shown\")"),
      ("a.tsx", "<p>https://a.example shown</p>"), ("a.ts", "glob('src/*'); f(`shown`)"), ("a.py", "f('# shown')"),
      ("a.py", "x = a#b\ny = 'shown'"), ("a.html", "<!-- a --> shown"), ("a.hbs", "{{! a }} shown"),
      ("a.po", "msgstr \"#1 shown\""), ("a.md", "# shown"), ("a.swift", "let a = \"\\\"// shown\""),
      ("a.tex", "\\% shown"),
    ])
  func shown(path: String, text: String) throws {
    #expect(try isComment(path, text) == false)
  }

  @Test("kinds of files without signs are not judged, and nothing is a trap")
  func others() throws {
    #expect(try isComment("NOTICE", "# shown") == nil)
    let long = "let a = 1 " + String(repeating: "/* */ ", count: 20_000) + "shown"
    #expect(try isComment("a.ts", long) == false)
    #expect(CommentSigns(FilePath("a.ts"))?.hold(0, in: SourceText(path: "a.ts", "")) == false)
  }
}
