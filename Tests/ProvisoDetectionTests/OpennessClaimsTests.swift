import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Claims of openness")
struct OpennessClaimsTests {
  let detector = OpennessClaims()

  @Test(
    "are found where they stand",
    arguments: [
      ("Acme is open source.", "1:9-20 open source"), ("# Open-Source models", "1:3-14 Open-Source"),
      ("An opensource model", "1:4-14 opensource"), ("é😀 is open source", "1:8-19 open source"),
      ("One.\r\n\r\nTwo is OPEN SOURCE!\r\n", "3:8-19 OPEN SOURCE"), ("- the open source Acme", "1:7-18 open source"),
      ("acme/a is not only open source but fast.", "1:20-31 open source"),
      ("It runs, not slowly, on every machine you have, and the weights are open source.", "1:69-80 open source"),
    ])
  func found(text: String, expected: String) {
    let found = detector.detect("docs/a.md", text)
    #expect(found.statements.map { "\($0.location.outline) \($0.phrase)" } == [expected])
    #expect(found.statements.map(\.directory) == ["docs"])
  }

  @Test(
    "are found in the text of pages",
    arguments: [
      ("<p>Acme is open source.</p>", "1:12-23 open source", "Acme is open source."),
      (
        "<h1>Yes</h1>\n<li>The <a href=\"a.html\">Acme</a> is an <b>open source</b> model", "2:44-55 open source",
        "The Acme is an open source model"
      ),
      ("<div>Acme is\n  open&nbsp;source.</div>", "1:6-13 Acme is", "Acme is open source."),
      ("One <pre>x</pre> Two is open-source!", "1:25-36 open-source", "Two is open-source!"),
    ])
  func inPages(text: String, expected: String, sentence: String) {
    let found = detector.detect("docs/a.html", text)
    #expect(found.statements.map { "\($0.location.outline) \($0.phrase.prefix { $0 != "\n" })" } == [expected])
    #expect(found.statements.map(\.sentence) == [sentence])
  }

  @Test(
    "what scripts, styles, code, comments, attributes and quotations of a page say is no claim",
    arguments: [
      "<script>x = 'open source'</script>", "<style>/* open source */</style>", "<code>open source</code>",
      "<pre>Acme is open source.</pre>", "<!-- Acme is open source. -->", "<img alt=\"open source\">",
      "<blockquote><p>Acme is open source.</p></blockquote>", "<q>open source</q>", "It is &quot;open source&quot;.",
      "<p>Acme is not <b>open source</b>.</p>",
    ])
  func noClaimsInPages(text: String) {
    #expect(detector.detect("a.html", text).statements.map(\.sentence) == [])
  }

  @Test("a claim over two lines is its sentence")
  func lines() {
    let found = detector.detect("a.md", "Acme is open\nsource. Yes.")
    #expect(found.statements.map(\.sentence) == ["Acme is open source."])
    #expect(found.statements.map(\.location.outline) == ["1:1-13"])
  }

  @Test(
    "near misses",
    arguments: [
      "Unlike open source models, acme/a has a community license.", "Acme is not open source.",
      "It isn't really open source.", "Weights without being open source",
      "rather than open source",
      "so-called open source", "never open-source", "non-open-source", "`open source`", "> open source",
      "It is \"open source\".",
      "```\nopen source\n```", "    open source", "<!-- open source -->", "[x](open-source.md)", "opened sources",
      "open", "", "---\ntitle: open source\n---\n",
    ])
  func nearMisses(text: String) {
    #expect(detector.detect("a.md", text).statements.map(\.sentence) == [])
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled("# A\r\nAcme é😀 is [open](x)\n`a` open source. \"b\" <!-- c -->\n") {
      #expect(detector.detect("a.md", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
    for bytes in spoiled("<p>Acme é😀 is <a href='x'>open</a> &nbsp;source.</p> \"b\" <q>c</q>\r\n") {
      #expect(detector.detect("a.html", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
    let page = detector.detect("a.html", String(repeating: "open source <b>", count: 50_000))
    #expect(page.statements.count == 1 && page.statements.allSatisfy { $0.sentence.utf8.count <= 2_000 })
    let long = detector.detect("a.md", String(repeating: "open source ", count: 50_000))
    #expect(long.statements.count == 1 && long.statements.allSatisfy { $0.sentence.utf8.count <= 2_000 })
  }
}
