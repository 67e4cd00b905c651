import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Names with a mark of a revision, a service or a place")
struct MarkedNamesTests {
  private func judged(_ text: String, _ context: NameContext = .bare) -> String? {
    NameJudge.judge(text, in: context)?.outline
  }

  private func found(_ path: String, _ text: String) -> [String] {
    DetectorRunner(isListed: { ["acme/detector", "acme/odd-7b-it", "google/siglip"].contains($0.lowercased()) })
      .detect(path: FilePath(path), bytes: Array(text.utf8)).references
      .map { "\($0.location.outline) \($0.model.id) \($0.role.rawValue)" }
  }

  @Test(
    "name the model before a revision",
    arguments: [
      ("google/gemma-2-9b-it#main", "huggingface google/gemma-2-9b-it at main"),
      ("google/gemma-2-9b-it?revision=v1.0", "huggingface google/gemma-2-9b-it at v1.0"),
      ("google/gemma-2-9b-it?download=true&rev=abc", "huggingface google/gemma-2-9b-it at abc"),
      ("google/gemma-2-9b-it?download=true", "huggingface google/gemma-2-9b-it"),
    ])
  func revision(text: String, expected: String) {
    #expect(judged(text) == expected)
    #expect(judged(text, .modelKey) == expected)
  }

  @Test(
    "name the model behind what serves it",
    arguments: [
      ("vllm:google/gemma-2-9b-it", "huggingface google/gemma-2-9b-it"),
      ("my-router:meta-llama/Llama-3.1-8B:latest", "huggingface meta-llama/Llama-3.1-8B"),
      ("hub://google/gemma-2-9b-it", "huggingface google/gemma-2-9b-it"),
      ("vllm://meta-llama/Llama-3.1-8B@main", "huggingface meta-llama/Llama-3.1-8B"),
    ])
  func service(text: String, expected: String) {
    #expect(judged(text) == expected)
  }

  @Test(
    "issues, packages, data and paths are no models",
    arguments: [
      "google/gemma-7b#123", "acme/tool#main", "google/flax#main", "github:google/gemma-7b", "docker:google/gemma-7b",
      "npm:google/gemma-7b", "git://google/gemma-7b", "dataset:google/gemma-7b", "hub://activeloop/mnist",
      "a:b/c", "google/gemma-7b?", "google/gemma-7b#", "x/google/gemma-7b#main", "vllm:a/google/gemma-7b", "?/#a",
      "#a/b",
    ])
  func none(text: String) {
    #expect(judged(text) == nil)
  }

  @Test("hostile strings end quickly")
  func hostile() {
    for mark in ["#", "?", ":", "://", "?a=&"] {
      #expect(judged(String(repeating: "google/gemma-7b" + mark, count: 30)) == nil)
      #expect(judged(String(repeating: mark, count: 400)) == nil)
    }
  }

  @Test("the end of a path whose beginning is put in is the model that is called so")
  func behindPrefix() {
    #expect(
      found("a.py", "PATHS = [f\"{root}/google/gemma-3-4b-it\", f\"{root}/src/tool-7b\", f\"{root}/google/flax\"]")
        == ["1:19-39 google/gemma-3-4b-it used"])
    #expect(found("a.py", "x = f\"{output_dir}/output/google/gemma-3-4b-it\"") == [])
  }

  @Test(
    "several arguments in one string",
    arguments: [
      ("model=google/gemma-2-9b-it,dtype=float16", ["1:12-32 google/gemma-2-9b-it used"]),
      (
        "model=google/gemma-2-9b-it,peft=acme/a-lora,x=1",
        [
          "1:12-32 google/gemma-2-9b-it used", "1:38-49 acme/a-lora used",
        ]
      ),
      ("model=google/gemma-2-9b-it is not found, x=1", []), ("model=%s,dtype=float16", []),
      ("model=big,dtype=a/b", []),
    ])
  func arguments(text: String, expected: [String]) {
    #expect(found("a.py", "a = \"\(text)\"") == expected)
  }

  @Test("a function whose name speaks of images is given models, and images where the name says nothing else")
  func images() {
    #expect(
      found("a.py", "# The model.\nr = _infer_image('Acme/detector', max_len=4)") == ["2:19-32 Acme/detector used"])
    #expect(found("a.py", "# The model.\nr = run_image('google/cloud-sdk')") == [])
    #expect(
      found("a.py", "IMAGE_PATH = 'nvcr.io/nim/meta/llama3-70b-instruct:latest'")
        == ["1:15-58 meta-llama/llama3-70b-instruct used"])
  }

  @Test("a repository that a setting names is a model where its size or a list says so")
  func repositories() {
    #expect(found("a.yaml", "repo_name: google/gemma-2-9b-it") == ["1:12-32 google/gemma-2-9b-it used"])
    #expect(found("a.yaml", "model: {}\nrepo_name: google/siglip") == ["2:12-25 google/siglip used"])
    #expect(found("mkdocs.yml", "repo_name: google/gemma.cpp\nmodels: {}") == [])
    #expect(found(".github/workflows/release.yaml", "model: {}\nrepo_name: acme/speech-onnx") == [])
    #expect(
      found("mkdocs.yml", "repo_url: https://github.com/google/gemma-2-9b-it\nrepo_name: google/gemma-2-9b-it") == [])
  }

  @Test("what a trainer takes its data from is a data set")
  func data() {
    #expect(
      found("a.yml", "base_model: google/gemma-2-9b-it\ndata:\n  path: google/tuning-7b")
        == ["1:13-33 google/gemma-2-9b-it base", "3:9-25 google/tuning-7b dataset"])
    #expect(
      found("a.json", "{\"data\": [{\"path\": \"google/gemma-2-9b-it\"}]}") == ["1:21-41 google/gemma-2-9b-it used"])
  }

  @Test("where a link of reStructuredText leads, and names in LaTeX's braces, are mentioned")
  func documents() {
    #expect(
      found("a.rst", "|`7B <https://huggingface.co/google/gemma-7b>`_ | `x <https://acme.com>`_|")
        == ["1:7-45 google/gemma-7b mentioned"])
    #expect(found("a.rst", "Such as ``google/gemma-7b``.").map { $0.split(separator: " ")[1] } == ["google/gemma-7b"])
    #expect(found("a.tex", "The model \\texttt{google/siglip}, \\path{src/a}.") == ["1:19-32 google/siglip mentioned"])
    #expect(found("a.md", "The model {google/siglip}.") == [])
    #expect(found("a.md", "Runs `google/gemma-7b `.") == ["1:7-22 google/gemma-7b mentioned"])
    #expect(
      found("a.md", "Runs `Google/siglip (or acme/detector), x/y`.")
        == ["1:7-20 Google/siglip mentioned", "1:25-38 acme/detector mentioned"])
  }

  @Test("a name alone on a line of a text that a document shows is mentioned")
  func texts() {
    #expect(
      found("a.md", "```text\n  google/gemma-7b\nsrc/gemma-7b.txt\nacme/x\n```")
        == ["2:3-18 google/gemma-7b mentioned"])
    #expect(found("a.md", "```log\nloading google/gemma-7b\n```") == [])
  }

  @Test("an address of a model from before there were owners")
  func oldAddress() {
    #expect(
      judged("https://huggingface.co/bert-base-uncased/raw/main/tokenizer.json")
        == "huggingface bert-base-uncased at main")
    #expect(judged("https://huggingface.co/gpt2/resolve/main/model.onnx") == "huggingface gpt2 at main")
    #expect(judged("https://huggingface.co/acme/raw") == "huggingface acme/raw")
    #expect(judged("https://huggingface.co/docs/raw/main/a") == nil)
  }

  @Test(
    "what JavaScript imports is a file of code",
    arguments: [
      "import { x } from \"google/gemma-7b\";", "import 'google/gemma-7b'", "export * from  \"google/gemma-7b\"",
      "const y = require(\"google/gemma-7b\")", "await import( 'google/gemma-7b' )",
    ])
  func imports(code: String) {
    #expect(found("a.ts", code) == [])
    #expect(found("a.ts", "load(\"google/gemma-7b\"); const from_ = \"google/gemma-2b\"").count == 2)
  }

  @Test("a size is enough to open a file of settings")
  func sizes() {
    #expect(found("a.json", "{\"backbone\": \"acme/odd-7b-it\"}") == ["1:15-29 acme/odd-7b-it used"])
  }

  @Test("what another name is called for short, or who serves it, is no model")
  func short() {
    #expect(
      found("a.py", "MODEL_KINDS = {\"mistral-v0.1-7b-pure\": \"mistral\"}").allSatisfy { !$0.contains(" mistral ") })
    #expect(found("a.py", "class ModelKind(str, Enum):\n    MISTRAL = \"mistral\"") == [])
    #expect(found("a.py", "MODELS = {\"Phi4ForCausalLM\": (\"phi4\", \"Phi4ForCausalLM\")}") == [])
    #expect(found("a.py", "chat_model = \"mistral\"") == ["1:15-22 mistral used"])
  }
}
