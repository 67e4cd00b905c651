import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Web pages")
struct WebPageTests {
  let detector = WebPage()

  @Test(
    "wanted by extension",
    arguments: [
      ("a.html", true), ("a.htm", true), ("App.vue", true), ("App.svelte", true), ("a.md", false), ("a.js", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test(
    "blocks use, sentences and links mention",
    arguments: [
      ("<pre><code>ollama run llama3.2</code></pre>", ["1:23-31 llama3.2 used unpinned"]),
      (
        "<pre><code># FP8\n<b>vllm</b> serve <i class=\"s\">Qwen/Qwen3-27B-FP8</i> --ui\n</code><button>Copy</button></pre>",
        ["2:32-50 Qwen/Qwen3-27B-FP8 used unpinned"]
      ),
      (
        "<pre class=\"language-python\">m = load(<span>model=&quot;acme/a&quot;</span>)</pre>",
        ["1:57-63 acme/a used"]
      ),
      (
        "<div class=\"highlight-python notranslate\"><div class=\"highlight\"><pre><span></span>model = 'acme/a'\n</pre></div></div>",
        ["1:93-99 acme/a used"]
      ),
      (
        "<a href=\"https://huggingface.co/01-ai/Yi-34B\">Yi</a>",
        ["1:10-45 https://huggingface.co/01-ai/Yi-34B mentioned"]
      ),
      ("<p>see https://huggingface.co/01-ai/Yi-34B.</p>", ["1:8-43 https://huggingface.co/01-ai/Yi-34B mentioned"]),
      ("<p>Try <code>Qwen/Qwen3-8B</code></p>", ["1:14-27 Qwen/Qwen3-8B mentioned"]),
      ("<p>Try <code>ollama pull llama3.2</code></p>", ["1:26-34 llama3.2 mentioned unpinned"]),
      ("<p>a < b</p><pre>ollama run llama3.2", ["1:29-37 llama3.2 used unpinned"]),
    ])
  func found(text: String, expected: [String]) {
    let references = detector.detect("docs/a.html", text).references
    #expect(references.map(\.outline) == expected)
    #expect(references.allSatisfy { $0.kind == .document && $0.scope == .documentation })
  }

  @Test(
    "near misses",
    arguments: [
      "<p>Use llama models</p>", "<code>application/json</code>",
      "<a href=\"https://huggingface.co/docs/hub\">docs</a>",
      "<!-- https://huggingface.co/01-ai/Yi-34B -->", "<style>a { background: url(https://hf.co/a/b.png) }</style>",
      "<code></code>", "<pre>", "<pre></pre>", "<code", "<", "&amp;", "<pre>text of no command</pre>",
      "<script>// <pre>ollama run llama3.2</pre></script>",
    ])
  func nearMisses(text: String) {
    #expect(detector.detect("docs/a.html", text).names == [])
  }

  @Test("a component of an application stands where its other code does")
  func component() {
    let references = detector.detect("src/Help.vue", "<template><a href='https://hf.co/01-ai/Yi-34B'/></template>")
      .references
    #expect(references.map(\.outline) == ["1:20-46 https://hf.co/01-ai/Yi-34B mentioned"])
    #expect(references.allSatisfy { $0.scope == .production })
  }

  @Test(
    "pages of nothing but beginnings of tags are read in time that grows with them", .timeLimit(.minutes(1)),
    arguments: ["<a ", "<a '", "<pre>", "<code>", "</code>", "<!-", "<script>", "&", "<div class=\"language-"])
  func hostile(unit: String) {
    let text = String(repeating: unit, count: 20_000) + "<p>https://hf.co/01-ai/Yi-34B</p>"
    #expect(detector.detect("a.html", text).references.count <= 1)
  }

  @Test("what is spoiled is read without a fault")
  func spoiledPages() {
    for bytes in spoiled(
      "<pre class='language-sh'><b>ollama run &quot;llama3.2&quot;</b></pre><a href='https://hf.co/a/b'>")
    {
      #expect(detector.detect("a.html", bytes: bytes).isWithin(SourceText(path: "a.html", bytes: bytes)))
    }
  }
}
