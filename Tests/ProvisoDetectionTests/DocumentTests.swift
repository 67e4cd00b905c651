import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Documents")
struct DocumentTests {
  let detector = Document()

  @Test(
    "wanted by extension or name",
    arguments: [
      ("a.md", true), ("tests/a.feature", true), ("a.mdx", true), ("a.rst", true), ("README", true), ("a.adoc", true),
      ("a.txt", true),
      ("LICENSE", false),
      ("a.html", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test(
    "sentences mention, blocks use",
    arguments: [
      ("See https://huggingface.co/01-ai/Yi-34B.", ["1:5-40 https://huggingface.co/01-ai/Yi-34B mentioned"]),
      ("Chat with HF://mlc-ai/Qwen3-8B-MLC", ["1:11-35 HF://mlc-ai/Qwen3-8B-MLC mentioned"]),
      ("[Yi](https://huggingface.co/01-ai/Yi-34B)", ["1:6-41 https://huggingface.co/01-ai/Yi-34B mentioned"]),
      ("We take `Qwen/Qwen3-8B` here", ["1:10-23 Qwen/Qwen3-8B mentioned"]),
      (
        "|`+++unsloth/Llama-3.2-1B-Instruct-GGUF+++`",
        ["1:6-40 unsloth/Llama-3.2-1B-Instruct-GGUF mentioned"]
      ),
      ("2. `facebook/musicgen-medium` - 1.5B", ["1:5-29 facebook/musicgen-medium mentioned"]), ("`++`, `+`, `+++`", []),
      (
        "Run `wget https://huggingface.co/acme/a/resolve/main/m.gguf`.",
        ["1:11-60 https://huggingface.co/acme/a/resolve/main/m.gguf mentioned named main"]
      ),
      ("Run `python serve.py --model=acme/a`.", ["1:30-36 acme/a mentioned"]),
      ("Run `python serve.py --mode fast`, `a.sh --data acme/a`.", []),
      ("````{dropdown} Llama\n```sh\nvllm serve acme/a\n```\n````", ["3:12-18 acme/a used unpinned"]),
      ("```{code-block} python\nmodel = 'acme/a'\n```", ["2:10-16 acme/a used"]),
      ("```python\nmodel = 'acme/a'\n```", ["2:10-16 acme/a used"]),
      ("- ```py\n  f(model='acme/a')\n  ```\nmodel = 'acme/b'", ["2:12-18 acme/a used"]),
      ("~~~swift\nlet m = LLMRegistry.phi4bit\n~~~", ["2:9-28 LLMRegistry.phi4bit used"]),
      ("```js\nconst model = 'acme/a'", ["2:16-22 acme/a used"]),
      ("> ```python\n> model = 'acme/a'\n> ```", ["2:12-18 acme/a used"]),
      ("---\nbase_model: acme/a\n---\n`Qwen/Qwen3-8B`", ["4:2-15 Qwen/Qwen3-8B mentioned"]),
    ])
  func found(text: String, expected: [String]) {
    let references = detector.detect("README.md", text).references
    #expect(references.map(\.outline) == expected)
    #expect(references.allSatisfy { $0.kind == .document && $0.scope == .documentation })
  }

  @Test(
    "near misses",
    arguments: [
      "Use llama models", "`application/json`", "https://huggingface.co/docs/transformers", "https://example.com/a/b",
      "```text\nmodel = 'acme/a'\n```", "`owner/name`", "`torch.onnx`", "a ```model = 'acme/a'``` b", "`", "```",
      "https://github.com/openai/whisper",
    ])
  func nearMisses(text: String) {
    #expect(detector.detect("README.md", text).names == [])
  }

  @Test("nothing is a trap")
  func hostile() {
    let text = "é `Qwen/Qwen3-8B` https://hf.co/acme/a\n- ```python\n  model = 'acme/😀'\n  ```\n> ~~~js\n> f(`a/${b}`)"
    for bytes in spoiled(text) {
      #expect(detector.detect("a.md", bytes: bytes).isWithin(SourceText(path: "a.md", bytes: bytes)))
    }
  }

  @Test(
    "a block is read for a word that speaks of models, whatever language it is in",
    arguments: [
      ("bash", "local-ai run ced-base-f16", ["ced-base-f16"]), (".env", "DEPLOYMENT=o1-2024-12-17", ["o1-2024-12-17"]),
      ("python", "name = load(\"acme/a\")", []), ("python", "m = from_pretrained(\"acme/a\")", ["acme/a"]),
      ("hcl", "encoder = \"acme/a\"", []), ("hcl", "model_id = \"acme/a\"", ["acme/a"]),
      ("yaml", "vae: acme/a", ["acme/a"]),
      ("", "models:\n  - model: acme/a-7b\nmerge_method: ties", ["acme/a-7b"]),
      ("", "FROM python\nCOPY a.gguf /\nRUN ls", ["a.gguf"]),
    ])
  func blocks(language: String, block: String, models: [String]) {
    let text = "Text\n\n```\(language)\n\(block)\n```\n"
    let input = DetectionInput(path: FilePath("a.md"), source: SourceText(path: "a.md", bytes: Array(text.utf8)))
    #expect(detector.detect(input).references.map(\.model.id) == models)
  }
}
