import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Ways to write a name that repositories nobody tuned for have")
struct UnseenSpellingsTests {
  private func found(_ path: String, _ text: String) -> [String] {
    DetectorRunner().detect(path: FilePath(path), bytes: Array(text.utf8)).references.map { reference in
      "\(reference.location.outline) \(reference.model.registry.rawValue) \(reference.model.id)"
    }.sorted()
  }

  @Test(
    "elements of a shell's arrays",
    arguments: [
      (
        "LLM_URLS[\"qwen3-0.6b\"]=\"https://huggingface.co/Qwen/Qwen3-0.6B-GGUF/resolve/main/x.gguf\"",
        ["1:25-88 huggingface Qwen/Qwen3-0.6B-GGUF"]
      ),
      ("A[q]=\"Qwen/Qwen3-8B\"", ["1:7-20 huggingface Qwen/Qwen3-8B"]),
      ("MODELS[1]=acme/tiny", ["1:11-20 huggingface acme/tiny"]),
      ("D[\"a\"]=\"qwen3:8b\"", ["1:9-17 ollama qwen3:8b"]),
      (
        "declare -A M=( [\"x\"]=\"Qwen/Qwen3-8B\" [y]=\"meta-llama/Llama-3.1-8B\" )",
        ["1:23-36 huggingface Qwen/Qwen3-8B", "1:43-66 huggingface meta-llama/Llama-3.1-8B"]
      ),
      ("declare -A MODELS=(\n  [\"x\"]=\"acme/tiny\"\n)", ["2:10-19 huggingface acme/tiny"]),
      ("URLS[\"x\"]=\"https://acme.com/page\"\n[ \"$a\" = \"$b\" ]\nmodel=1", []),
    ])
  func arrays(text: String, expected: [String]) {
    #expect(found("a.sh", text) == expected)
  }

  @Test(
    "behind what somebody calls a service",
    arguments: [
      ("\"local-infinity/mixedbread-ai/mxbai-rerank-xsmall-v1\"", "huggingface mixedbread-ai/mxbai-rerank-xsmall-v1"),
      ("\"litellm_proxy/mistralai/Mistral-7B-Instruct-v0.3\"", "huggingface mistralai/Mistral-7B-Instruct-v0.3"),
      ("\"truefoundry/openai-main/gpt-4o-mini\"", "hosted gpt-4o-mini"),
      ("\"bedrock::us.anthropic.claude-haiku-4-5-20251001-v1:0\"", "hosted anthropic.claude-haiku-4-5-20251001-v1:0"),
      ("\"sagemaker::mistralai/Mistral-7B-Instruct-v0.3\"", "huggingface mistralai/Mistral-7B-Instruct-v0.3"),
      ("\"openai::gpt-4o\"", "hosted gpt-4o"), ("\"ollama::llama3.2:1b\"", "ollama llama3.2:1b"),
      (
        "\"black-forest-labs/FLUX.1-Redux-dev::flux1-redux.safetensors\"",
        "huggingface black-forest-labs/FLUX.1-Redux-dev"
      ),
      ("\"Qwen/Qwen-Image-Edit-2511::vae/diffusion.safetensors\"", "huggingface Qwen/Qwen-Image-Edit-2511"),
    ])
  func services(literal: String, expected: String) {
    #expect(
      found("a.py", "model = \(literal)").map { $0.split(separator: " ").dropFirst().joined(separator: " ") } == [
        expected
      ])
    #expect(
      found("a.json", "{\"model\": \(literal)}").map { $0.split(separator: " ").dropFirst().joined(separator: " ") }
        == [expected])
  }

  @Test("the place of what stands behind a service or before a file is that of the name")
  func places() {
    #expect(
      found("a.py", "a = \"Qwen/Qwen3-8B::x\"\nb = \"openai::gpt-4o\"")
        == ["1:6-19 huggingface Qwen/Qwen3-8B", "2:14-20 hosted gpt-4o"])
  }

  @Test(
    "paths and members of languages are no services",
    arguments: [
      "\"src/Qwen/Qwen3-8B\"", "\"std::vector\"", "\"acme::tiny-7b\"", "\"a/b/c\"", "\"Qwen::\"", "\"::gpt-4o\"",
    ])
  func noServices(literal: String) {
    #expect(found("a.py", "x = \(literal)") == [])
  }

  @Test(
    "repositories of a model's parts, endpoints, clients and constructors",
    arguments: [
      (
        "a.swift", "public var dacvaeRepo: String = \"Aratako/Semantic-DACVAE-32dim\"",
        ["1:34-63 huggingface Aratako/Semantic-DACVAE-32dim"]
      ),
      ("a.swift", "var textEncoderRepo = \"acme/text-32\"", ["1:24-36 huggingface acme/text-32"]),
      ("a.swift", "var gitEncoderRepo = \"acme/text-32\"", []),
      (
        "a.ts", "const M_ENDPOINT_NAME = \"mistralai/Mistral-7B-v0.3\"",
        ["1:26-51 huggingface mistralai/Mistral-7B-v0.3"]
      ),
      ("a.ts", "const M_ENDPOINT_NAME = \"acme/prod\"", []),
      ("A.java", "var r = ollama.generateWithFormat(\n    \"llama2\",\n    text);", ["2:6-12 ollama llama2"]),
      ("A.java", "ollamaAPI.chat(\"mistral\", messages);", ["1:17-24 ollama mistral"]),
      ("A.java", "client.chat(\"mistral\", messages);", []),
      ("a.go", "llm := huggingface.New(\"gpt2\", 0.1, true)", ["1:25-29 huggingface gpt2"]),
    ])
  func code(path: String, text: String, expected: [String]) {
    #expect(found(path, text) == expected)
  }

  @Test("one label of one call in a file: where three are models, the others are, too")
  func siblings() {
    let known = ["Qwen/Qwen3-8B", "google/gemma-3-4b-it", "meta-llama/Llama-3.1-8B"]
    func calls(_ names: [String]) -> String {
      names.map { "x = Starter(name=\"a\", source=\"\($0)\")\n" }.joined()
    }
    #expect(found("a.py", calls(known + ["quux/Quux-Raw"])).last == "4:31-44 huggingface quux/Quux-Raw")
    #expect(found("a.py", calls(known.prefix(2) + ["quux/Quux-Raw"])).count == 2, "two are too few")
    #expect(found("a.py", calls(known) + "y = Other(source=\"quux/Quux-Raw\")").count == 3, "another call")
  }

  @Test(
    "a client's own option, and the file behind a folder where nothing is set",
    arguments: [
      ("a.sh", "# model\nchat --m acme/tiny", ["2:10-19 huggingface acme/tiny"]),
      ("a.sh", "llama-server -m /models/${FILE:-qwen3-4b-q4.gguf}", ["1:33-49 local qwen3-4b-q4.gguf"]),
      ("a.sh", "llama-server -m /models/${FILE:-chat}", []),
      ("compose.yaml", "MODEL_PATH: /models/${FILE:-qwen3-4b-q4.gguf}", ["1:29-45 local qwen3-4b-q4.gguf"]),
    ])
  func options(path: String, text: String, expected: [String]) {
    #expect(found(path, text) == expected)
  }

  @Test("a Dockerfile in a block that does not say what it is, and snapshots of tests")
  func blocks() {
    let docker = "FROM openmmlab/lmdeploy:latest\nCMD [\"lmdeploy\", \"serve\", \"api_server\", \"acme/llava-7b\"]\n"
    #expect(found("docs/a.md", "```\n\(docker)```\n") == ["3:42-55 huggingface acme/llava-7b"])
    #expect(found("Dockerfile", docker) == ["2:42-55 huggingface acme/llava-7b"])
    let snapshot =
      "exports[`x 1`] = `\n{\n  \"HF_MODEL_ID\": \"amazon/FalconLite\",\n  \"Type\": \"AWS::Lambda\"\n}\n`;\n"
    #expect(
      found("tests/__snapshots__/a.test.ts.snap", snapshot) == ["3:19-36 huggingface amazon/FalconLite"])
    #expect(found("tests/__snapshots__/a.test.ts.snap", "\"model\": \"a\n\"\": \"\"\n\"model\" \"x\"\n") == [])
  }
}
