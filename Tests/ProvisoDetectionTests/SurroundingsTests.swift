import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("What stands around a name, in files of which only the name was looked at")
struct SurroundingsTests {
  private func found(_ path: String, _ text: String) -> [String] {
    DetectorRunner().detect(path: FilePath(path), bytes: Array(text.utf8)).references.sorted {
      $0.location < $1.location
    }
    .map { "\($0.model.registry.rawValue) \($0.model.id)" }
  }

  @Test(
    "makes a model of it",
    arguments: [
      ("a.sh", "git clone hf.co:acme/falcon-7b.git", ["huggingface acme/falcon-7b"]),
      ("a.sh", "git clone ssh://git@hf.co/acme/falcon-9b", ["huggingface acme/falcon-9b"]),
      (
        "a.sh", "docker build --build-arg=\"model=huggingface://acme/falcon/falcon-7b.Q4.gguf\" .",
        ["huggingface acme/falcon"]
      ),
      (
        "a.sh", "docker build --build-arg model=huggingface://acme/falcon/falcon-7b.Q4.gguf .",
        ["huggingface acme/falcon"]
      ),
      (
        "docker-compose.yaml",
        "services:\n  api:\n    image: localai/localai:latest-cpu\n    command: [phi-2, llama-3.2-1b-instruct:q4_k_m]\n",
        ["huggingface phi-2", "ollama llama-3.2-1b-instruct:q4_k_m"]
      ),
      (
        "a.sh", "docker run -p 80:80 localai/localai:latest phi-2 qwen3-4b",
        ["huggingface phi-2", "huggingface qwen3-4b"]
      ),
      ("a.py", "r = fal.subscribe(\"fal-ai/flux/dev\", arguments={})", ["hosted fal-ai/flux/dev"]),
      ("a.py", "model = \"fal-ai/flux-pro\"", ["hosted fal-ai/flux-pro"]),
      (
        "a.sh", "helm install x --set workers[1].model.path=Qwen/Qwen2-0.5B-Instruct \\\n  --set a=b",
        ["huggingface Qwen/Qwen2-0.5B-Instruct"]
      ),
      ("a.sh", "echo \"MODEL=/models/a.gguf\" >> .env", ["local /models/a.gguf"]),
      (
        "a.swift",
        "import WhisperKit\nPicker(\"Model\", selection: $modelName) { Text(\"Large v3\").tag(\"large-v3\") }",
        ["huggingface argmaxinc/whisperkit-coreml"]
      ),
      (
        "a.sql",
        "CREATE MODEL x OPTIONS(ENDPOINT = 'https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us/publishers/meta/models/llama-3.1-8b-instruct-maas');",
        ["huggingface llama-3.1-8b-instruct"]
      ),
      ("train.yaml", "model:\n  name: qwen3:8b\noptimizer: adam\n", ["ollama qwen3:8b"]),
      ("a.yaml", "model:\n  name: qwen3\n", ["ollama qwen3"]),
      ("a.json", "{\"model\": \"phi4\", \"about\": \"an optimizer for num_layers\"}", ["ollama phi4"]),
      ("a.md", "```yaml\nmodel: phi4\nhidden_size: 12\n```\n", ["ollama phi4"]),
      (
        "a.js", "const TEST_DATA = { \"Xenova/bert-base-uncased\": { a: 1 } };",
        ["huggingface Xenova/bert-base-uncased"]
      ),
      (
        "a.php", "match ($t) { self::ImageToImage => 'Xenova/swin2SR-classical-sr-x2-64', };",
        ["huggingface Xenova/swin2SR-classical-sr-x2-64"]
      ),
      ("a.md", "```sh\n./sd-cli -m ../models/sd-v1-4.ckpt -p cat\n```\n", ["local ../models/sd-v1-4.ckpt"]),
      ("a.sh", "run --vae vae-ft-mse-840000.safetensors", ["local vae-ft-mse-840000.safetensors"]),
      ("a.go", "var d = &Spec{Model: \"meta-llama/Llama-2-7b-hf\"}", ["huggingface meta-llama/Llama-2-7b-hf"]),
    ])
  func named(path: String, text: String, expected: [String]) {
    #expect(found(path, text) == expected)
  }

  @Test(
    "makes a data set of it",
    arguments: [
      ("a.py", "p.add_argument(\"--datasets\", nargs=\"+\", default=[\"acme/llama-7b-pairs\"])"),
      ("a.py", "TRAIN_DATA = [\"acme/llama-7b-pairs\"]"), ("a.py", "DATA = {\"sft\": \"acme/llama-7b-pairs\"}"),
      ("a.toml", "[data]\ntrain = \"acme/llama-7b-pairs\""), ("a.json", "{\"train_data\": \"acme/llama-7b-pairs\"}"),
      ("a.sh", "for dataset in acme/llama-7b-pairs; do run --dataset $dataset; done"),
    ])
  func dataSets(path: String, text: String) {
    let found = DetectorRunner().detect(path: FilePath(path), bytes: Array(text.utf8)).references
    #expect(found.map { "\($0.model.id) \($0.role)" } == ["acme/llama-7b-pairs dataset"])
  }

  @Test("says nothing of what the body of a request holds")
  func bodies() {
    let text = "data = {\"id\": \"acme/llama-7b-chat\"}"
    #expect(found("a.py", text) == ["huggingface acme/llama-7b-chat"])
  }

  @Test("loads what is known to the letter, although it is shaped like a placeholder")
  func holders() {
    let text = "m = AutoModel.from_pretrained(\"acme/repo\")"
    let runner = DetectorRunner(isListed: { $0 == "acme/repo" })
    #expect(runner.detect(path: FilePath("a.py"), bytes: Array(text.utf8)).references.map(\.asWritten) == ["acme/repo"])
    #expect(found("a.py", text) == [])
  }

  @Test(
    "says that it is none",
    arguments: [
      ("train.yaml", "model:\n  name: qwen3\n  num_layers: 24\n"),
      ("train.toml", "[model]\nname = \"llama3\"\nflavor = \"8B\"\n"),
      (
        "a.py",
        "body = {\"kind\": \"Deployment\", \"metadata\": {\"name\": \"llama-7b-chat\", \"labels\": {\"model\": \"llama-7b-chat\"}}}"
      ),
      ("a.py", "m = V1ObjectMeta(name=\"llama-7b-chat\")"),
      (
        "a.go",
        "var d = Deployment{ObjectMeta: metav1.ObjectMeta{Name: \"llama-7b-chat\", Labels: map[string]string{\"model\": \"llama-7b-chat\"}}}"
      ),
      ("a.swift", "import WhisperKit\nPicker(\"Size\", selection: $fontSize) { Text(\"Large\").tag(\"large-v3\") }"),
      ("a.sh", "docker run localai/localai:latest worker p2p-mlx"),
      ("a.sh", "echo \"- FA: model_fa_fp16.onnx\""),
      ("docker-compose.yaml", "services:\n  api:\n    image: acme/app\n    command: [phi-2]\n"),
      ("tests/test_a.py", "path = \"mock12345.safetensors\"\nload(\"fake-llama.gguf\")\n"),
    ])
  func notNamed(path: String, text: String) {
    #expect(found(path, text) == [])
  }
}
