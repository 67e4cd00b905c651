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
      ("a.sh", "echo -n \"MODEL_ID=google/gemma-2b\" > .env", ["1:19-34 google/gemma-2b used"]),
      ("a.sh", "echo \"GGUF_REPO=google/gemma-2b\" >> \"$GITHUB_ENV\"", ["1:17-32 google/gemma-2b used"]),
      ("a.sh", "echo \"DATASET=google/gemma-2b\" >> .env", []),
      (
        "a.sh", "python a.py --model_lock=\"[{'base_model': 'h2oai/h2ogpt-4096-llama2-7b-chat'}]\"",
        ["1:44-76 h2oai/h2ogpt-4096-llama2-7b-chat used"]
      ),
      ("a.sh", "ARGS=\"model_version=google/gemma-3-4b-it,timeout=60\"", []),
      (
        "a.sh", "MODEL_ARGS=\"model_version=google/gemma-3-4b-it,timeout=60\"", ["1:27-47 google/gemma-3-4b-it used"]
      ),
      ("a.sh", "python a.py --mix=\"[{'dataset': 'google/gemma-2b'}]\"", []),
      ("a.py", "x = \"hf://google/gemma-2b@main\"", ["1:6-31 google/gemma-2b used"]),
      ("a.yaml", "weights:\n  - source: hf://google/gemma-2b@main", ["2:13-38 google/gemma-2b used"]),
      (
        "a.py", "model = 'azureml://registries/azureml-meta/models/Llama-2-7b/versions/1'", ["1:10-72 Llama-2-7b used"]
      ),
      (
        "a.py", "model = 'fireworks_ai/accounts/fireworks/models/llama-v3p1-8b-instruct'",
        ["1:10-71 llama-3.1-8b-instruct used"]
      ),
      ("a.py", "x = 'Habana/llama'", []),
      ("a.py", "stt = inference.STT(\"deepgram/nova-3\")", ["1:22-37 nova-3 used"]),
      ("a.py", "STATIC_MODELS = [\"bloom\", \"mistral\", \"phi\"]", []),
      ("a.py", "# with Ollama\nMODELS = [\"mistral\"]", ["2:12-19 mistral used"]),
      (
        "a.py", "DATASET_PATHS = {\"Qwen/acme-edits\"}\nFORMATS = {\"acme/edits\": f}\nx = \"Qwen/acme-edits\"",
        ["3:6-21 Qwen/acme-edits used"]
      ),
      (
        "a.ts", "const list = [{ start: \"llama serve -hf ggml-org/gemma-3-4b-it-GGUF -c 0\" }];",
        ["1:41-68 ggml-org/gemma-3-4b-it-GGUF used"]
      ),
      (
        "a.sh", "ngc registry model download-version \"nvidia/nemo/gemma_2b_base:1.1\"",
        ["1:38-67 gemma-2b-base used"]
      ),
      (
        "a.py", "invoke_url = \"https://ai.api.nvidia.com/v1/genai/stabilityai/sdxl-turbo\"",
        ["1:15-72 stabilityai/sdxl-turbo used"]
      ),
      (
        "a.md", "See https://build.nvidia.com/nvidia/llama-3_3-nemotron-super-49b-v1.",
        ["1:5-68 nvidia/llama-3.3-nemotron-super-49b-v1 mentioned"]
      ),
      (
        "a.yaml", "- https://modelscope.cn/api/v1/models/acme/Coder-1B/repo?FilePath=ggml/q8_0.gguf",
        ["1:3-81 acme/Coder-1B used"]
      ),
      (
        "a.csproj", #"<Project><EmbeddedResource Include="..\..\Models\gemma-2b.onnx" /></Project>"#,
        ["1:37-63 ../../Models/gemma-2b.onnx used"]
      ),
      (
        "a.md", "```properties\noption.model_id=google/gemma-7b-it/\n```",
        ["2:17-35 google/gemma-7b-it used"]
      ),
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
      ("a.sh", "echo \"MODEL_ID=acme/tool\"\necho \"NOTE=google/gemma-2b\""),
      ("a.py", "x = \"https://build.nvidia.com/nvidia/nemotron-8b\""),
      ("a.csproj", #"<Project><Content Include="..\..\data\plan.onnx" /></Project>"#),
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
