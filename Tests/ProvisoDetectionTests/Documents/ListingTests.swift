import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Blocks of AsciiDoc, Org and LaTeX, and attributes of MDX")
struct ListingTests {
  @Test(
    "are read by the language they say",
    arguments: [
      ("a.adoc", "[source,yaml]\n----\nmodel: acme/tiny\n----\nvllm serve acme/b\n", ["3:8-17 acme/tiny used"]),
      ("a.org", "#+BEGIN_SRC sh\nvllm serve acme/tiny\n#+END_SRC\n", ["2:12-21 acme/tiny used unpinned"]),
      (
        "a.tex", "\\begin{lstlisting}[language=bash]\nollama pull llama3.2\n\\end{lstlisting}\nollama pull phi3\n",
        ["2:13-21 llama3.2 used unpinned"]
      ),
      ("a.tex", "\\begin{verbatim}\nvllm serve acme/tiny", ["2:12-21 acme/tiny used unpinned"]),
      ("a.mdx", "<Model id=\"Qwen/Qwen3-8B\" />\n", ["1:12-25 Qwen/Qwen3-8B mentioned"]),
      ("a.md", "```diff\n+ load(\"Qwen/Qwen3-8B\")\n```\n", ["2:9-22 Qwen/Qwen3-8B mentioned"]),
      (
        "a.md", "```ini\nMODELS=`[ { \"id\": \"Qwen/Qwen3-8B\",\n \"a\": 1 } ]`\n```\n", ["2:20-33 Qwen/Qwen3-8B used"]
      ),
    ])
  func read(path: String, text: String, expected: [String]) {
    #expect(Document().detect(path, text).outlines == expected)
  }

  @Test("are no trap")
  func hostile() {
    for bytes in spoiled("[source,sh]\n----\nvllm serve Qwen/é\n----\n") {
      #expect(Document().detect("a.adoc", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
  }
}
