import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Places that repositories nobody tuned for have models in")
struct UnseenPlacesTests {
  private func found(_ path: String, _ text: String) -> [String] {
    DetectorRunner().detect(path: FilePath(path), bytes: Array(text.utf8)).references.sorted {
      $0.location < $1.location
    }
    .map { "\($0.location.outline) \($0.model.id) \($0.role.rawValue)" }
  }

  @Test(
    "are found",
    arguments: [
      ("a.py", "m = \"HF://mlc-ai/Llama-3-8B-q4f16_1-MLC\"", ["1:6-40 mlc-ai/Llama-3-8B-q4f16_1-MLC used"]),
      ("docs/a.rst", "See HF://mlc-ai/Llama-3-8B-MLC.", ["1:5-31 mlc-ai/Llama-3-8B-MLC mentioned"]),
      (
        "a.py", "m = ASRModel.from_pretrained('stt_en_conformer_transducer_small')",
        ["1:31-64 stt_en_conformer_transducer_small used"]
      ),
      (
        "a.html", "<a href=\"https://huggingface.co/Qwen/Qwen3-8B\">x</a>",
        ["1:10-46 Qwen/Qwen3-8B mentioned"]
      ),
      (
        "a.py", "m = Model(\"publishers/meta/models/llama-3.1-8b-instruct-maas\")",
        ["1:12-61 llama-3.1-8b-instruct used"]
      ),
      ("a.vue", "<code>ollama pull llama3.2</code>", ["1:19-27 llama3.2 mentioned"]),
      (
        "a.py", "EXPORT_MODELS = {\n  \"electra\": \"hf-internal-testing/tiny-random-ElectraModel\"\n}",
        ["2:15-59 hf-internal-testing/tiny-random-ElectraModel used"]
      ),
      ("a.py", "data_path = \"Qwen/Acme-7B\"", ["1:14-26 Qwen/Acme-7B dataset"]),
      ("k.yaml", "- DEFAULT_MODEL=\"/models/llama-2-7b-chat.bin\"", ["1:18-45 /models/llama-2-7b-chat.bin used"]),
      (
        "a.py", "x = snapshot_download(repo_id=REPO, repo_type=\"dataset\")\nREPO = \"acme/labels-1\"",
        ["2:9-22 acme/labels-1 dataset"]
      ),
      ("a.yaml", "model_path: /models/llama-2-7b-chat.gguf", ["1:13-41 /models/llama-2-7b-chat.gguf used"]),
    ])
  func found(path: String, text: String, expected: [String]) {
    #expect(found(path, text) == expected)
  }

  @Test(
    "are told from what only looks like one",
    arguments: [
      ("a.sh", "rm -f decoder-a.onnx\nmv encoder-a.onnx b-7.onnx"),
      ("a.py", "torch.onnx.export(model, x, \"whisper-tiny.onnx\")"),
      ("a.py", "EXPORT_MODEL = \"Qwen/Acme-8B\""), ("A.java", "String p = \"com.acme.sherpa.onnx\";"),
      ("docs/_toctree.yml", "- local: tutorials/CodeLlama-7B-Compilation"),
      ("a.py", "data_path = \"Open-Orca/OpenOrca\""),
      ("a.py", "model_lib = \"models/phi-2/lib.so\""),
      ("a.py", "x = Embedder(embedder='my-embedder')"),
      ("a.py", "QWEN_PATH = os.environ['QWEN_PATH']\nAutoModel.from_pretrained(QWEN_PATH)"),
    ])
  func traps(path: String, text: String) {
    #expect(found(path, text) == [])
  }

  @Test("a cell of a notebook is in the language that VS Code says")
  func cells() {
    let text =
      #"{"cells":[{"cell_type":"code","metadata":{"vscode":{"languageId":"shellscript"}},"source":["ollama pull llama3.2"]},{"cell_type":"code","metadata":{"vscode":{"languageId":"javascript"},"x":[1]},"source":["pipeline('t', `Xenova/${x}`)"]}],"metadata":{}}"#
    let references = Notebook().detect("a.ipynb", text).references
    #expect(references.map(\.asWritten) == ["llama3.2", "Xenova/${x}"])
  }

  @Test("every data set of a card counts, and commands eight deep are followed")
  func limits() {
    let many = (0..<1_200).map { "- acme/set-\($0)\n" }.joined()
    #expect(
      ModelCard().detect("README.md", "---\nlicense: mit\npipeline_tag: text-generation\ndatasets:\n\(many)---\n")
        .references.filter { $0.role == .dataset }.count
        == 1_200)
  }
}
