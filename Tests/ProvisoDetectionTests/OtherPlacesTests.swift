import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("What the place of a name says")
struct OtherPlacesTests {
  @Test(
    "a known model counts under keys that most often hold something else",
    arguments: [
      "x = f(chat_template_path='Qwen/Qwen3-4B')", "p.add_argument('--model-version', default='Qwen/Qwen3-4B')",
      "EXPORT_MODELS = {'Qwen/Qwen3-4B': 'a'}", "x = {'key': 'Qwen/Qwen3-4B'}",
      "p.add_argument('--model-uri', default='Qwen/Qwen3-4B')", "template = 'Qwen/Qwen3-4B'",
      "model, out = 'Qwen/Qwen3-4B', 'a-b'",
    ])
  func known(text: String) {
    #expect(SourceCode().detectIfFound("a.py", text).names == ["Qwen/Qwen3-4B"])
  }

  @Test(
    "and not where they say data set, image or place on the disk",
    arguments: [
      "output_dir = 'Qwen/Qwen3-4B'", "cache_dir = 'Qwen/Qwen3-4B'", "docker_image = 'Qwen/Qwen3-4B'",
      "index_name = 'gpt-4-docs'", "run_name = 'llama-7b-tuned'",
      "wandb_project = 'llama-7b'", "REPO = 'acme/tool'", "GITHUB_REPO = 'acme/tool'", "if 'phi-3' in name: pass",
      "u = f'https://huggingface.co/datasets/acme/clips/resolve/main/{x}'", "socModel = 'acme/snap'",
      "x = ['test-org/text-7b-chat']", "x = name + '_chunk1.mlpackage'",
    ])
  func elsewhere(text: String) {
    let found = DetectorRunner(weightDetectors: []).detect(path: FilePath("a.py"), bytes: Array(text.utf8))
    #expect(found.outlines.isEmpty)
  }

  @Test("what a parser's help calls a data set is one")
  func help() {
    let text = "p.add_argument('--data', default='mlabonne/mini-7b', help='The dataset to use')"
    #expect(SourceCode().detect("a.py", text).outlines == ["1:35-51 mlabonne/mini-7b dataset"])
  }

  @Test(
    "the image that Docker runs is none",
    arguments: [
      ("docker run -d -p 6333:6333 --gpus all qdrant/qdrant", []),
      ("docker run --rm -it -e MODEL=acme/tiny vllm/vllm-openai --model acme/b", ["acme/tiny", "acme/b"]),
      ("podman pull quay.io/unsloth/unsloth", []), ("docker pull ai/llama3.2", ["ai/llama3.2"]),
      ("vllm serve acme/a --lora-modules x=acme/lora-b y=acme/lora-c", ["acme/a", "acme/lora-b", "acme/lora-c"]),
      ("ollama pull {{ model }}", []),
    ])
  func images(text: String, expected: [String]) {
    #expect(ShellScript().detect("a.sh", text).names == expected)
  }

  @Test(
    "requests that commands send, and what commands without a name are given",
    arguments: [
      ("curl -d '{\"model\": \"acme/tiny-7b\"}' x", ["1:21-33 acme/tiny-7b used"]),
      ("r=$(curl x -d '{\n  \"model\": \"acme/tiny-7b\"\n}')", ["2:13-25 acme/tiny-7b used"]),
      ("curl -d \"{\\\"model\\\": \\\"acme/tiny-7b\\\"}\"", ["1:24-36 acme/tiny-7b used"]),
      ("update_model starcoder TabbyML/StarCoder-1B", ["1:24-44 TabbyML/StarCoder-1B used"]),
      ("./run.sh microsoft/Phi-3.5-mini-instruct", ["1:10-41 microsoft/Phi-3.5-mini-instruct used"]),
      ("LLM_MODEL    qwen3:4b", ["1:14-22 qwen3:4b used"]),
      ("app config set chat.ollama.model llama3.1", ["1:34-42 llama3.1 used"]), ("./run.sh google/tool intel/x-y", []),
      ("ASR_IMAGE=koboldai/koboldcpp", []),
    ])
  func commands(text: String, expected: [String]) {
    #expect(ShellScript().detect("a.sh", text).outlines == expected)
  }

  @Test(
    "what runs a model, a domain before a slash and a badge are none",
    arguments: [
      "model: qwen-coder-7b-svc", "model: kvc_qwen2-7b", "model: model.acme.ai/service-name",
      "model: https://img.shields.io/nuget/v/Acme.AI.Onnx", "model: s3://models/test",
    ])
  func resources(text: String) {
    #expect(YAMLSettings().detect("a.yaml", text).names == [])
  }

  @Test("a data set's word in a model's name makes no data set of it")
  func trainedWith() {
    let text = "model: distilbert/distilbert-base-cased-distilled-squad\nother_model: acme/llama3-70b-orpo\n"
    #expect(YAMLSettings().detect("a.yaml", text).references.count == 2)
  }

  @Test("a router's own name before a name with a tag, and DJL's zoo")
  func names() {
    let router = NameJudge.judge("openai/ollama-openai/llama3.2:3b", in: .modelKey)?.model
    #expect(router == ModelName(registry: .ollama, id: "llama3.2:3b"))
    let zoo = NameJudge.judge("djl://ai.djl.pytorch/resnet", in: .bare)?.model
    #expect(zoo == ModelName(registry: .url, id: "djl://ai.djl.pytorch/resnet"))
  }
}
