import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Commands on pages of HTML")
struct MarkupDocumentTests {
  private func found(_ text: String) -> [String] {
    MarkupDocument().detect("docs/a.html", text).references.map {
      "\($0.location.line):\($0.location.column) \($0.asWritten)"
    }
  }

  @Test("are read in preformatted text, with their places in the file")
  func commands() {
    #expect(found("<p>x</p>\n<pre><code>ollama run llama3.2\n</code></pre>") == ["2:23 llama3.2"])
    #expect(
      found("<pre class=\"x\">\n<span>vllm</span> <span>serve</span> <b>Qwen/Qwen3-8B</b></pre>") == [
        "2:41 Qwen/Qwen3-8B"
      ])
    #expect(found("<pre>a --model &quot;Qwen/Qwen3-8B&quot;</pre>") == ["1:22 Qwen/Qwen3-8B"])
  }

  @Test(
    "other text names none", arguments: ["ollama run llama3.2", "<p>ollama run llama3.2</p>", "<pre>x</pre>", "<pre"])
  func others(text: String) {
    #expect(found(text) == [])
  }

  @Test("what is spoiled is read without a fault")
  func hostile() {
    for bytes in spoiled("<pre><b>ollama run &quot;llama3.2&quot;</b></pre>") {
      #expect(MarkupDocument().detect("a.html", bytes: bytes).isWithin(SourceText(path: "a.html", bytes: bytes)))
    }
  }
}
