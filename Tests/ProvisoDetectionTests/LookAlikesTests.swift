import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("What looks like a model's name and is none")
struct LookAlikesTests {
  private func found(_ path: String, _ text: String) -> [String] {
    DetectorRunner().detect(path: FilePath(path), bytes: Array(text.utf8)).references.map { reference in
      "\(reference.model.registry.rawValue) \(reference.model.id)"
        + (reference.role == .used ? "" : " \(reference.role.rawValue)")
    }
  }

  @Test(
    "repositories of code, whose owners have models, too",
    arguments: [
      (
        ".github/workflows/e2e.yml",
        "on:\n  workflow_dispatch:\n    inputs:\n      org:\n        default: 'InternLM/lmdeploy'\n"
      ),
      ("ci.yaml", "url: https://github.com/InternLM/xtuner\nsource: InternLM/xtuner\n"),
      ("a.py", "# https://github.com/unbabel/comet\nTOOL = \"Unbabel/COMET\"\n"),
      ("a.sh", "gh repo clone InternLM/xtuner\n"),
      ("a.sh", "git clone git@github.com:InternLM/xtuner.git\ncheck InternLM/xtuner\n"),
    ])
  func code(path: String, text: String) {
    #expect(found(path, text) == [])
  }

  @Test("an address of code takes nothing from a name that says it is a model's, nor from a key that asks for one")
  func notCode() {
    #expect(
      found("a.py", "# https://github.com/Qwen/Qwen3-8B\nM = \"Qwen/Qwen3-8B\"\n") == ["huggingface Qwen/Qwen3-8B"])
    #expect(
      found("a.yaml", "url: https://github.com/unbabel/comet\nmodel: Unbabel/COMET\n") == ["huggingface Unbabel/COMET"])
    #expect(found("a.yaml", "model: x\nsource: Unbabel/COMET\n") == ["huggingface Unbabel/COMET"])
  }

  @Test(
    "words behind a colon that are no tag",
    arguments: ["zephyr:doc", "mistral:index", "phi:angle", "falcon:id", "vicuna:user"])
  func noTag(text: String) {
    #expect(found("a.cpp", "ingest(\"\(text)\", body);") == [])
  }

  @Test(
    "tags are",
    arguments: ["zephyr:latest", "mistral:7b", "codellama:code", "llama2:chat", "gemma:instruct", "phi:v1.5"])
  func tag(text: String) {
    #expect(found("a.cpp", "ingest(\"\(text)\", body);") == ["ollama \(text)"])
  }

  @Test(
    "hashes, architectures, parts of one, and templates",
    arguments: [
      ("a.ts", "const model = { hash: 'sdxl-hash', base: 'flux2', key: 'qwen3-06b-hash' };"),
      ("a.ts", "const model = { hash: 'qwen3-06b-x', base: 'qwen-image' };"),
      ("a.ts", "const a = { clip_vision_model: 'ViT-H' };"),
      ("a.py", "class BaseModelType(str, Enum):\n    CogView4 = \"cogview4\"\n    Flux2 = \"flux2\"\n"),
      ("a.py", "stable_diffusion_1_lora = \"stable-diffusion-v1/lora\"\nmodel = \"stable-diffusion-xl-v1/vae\"\n"),
      ("a.py", "t = ChatTemplateConfig(model_name='llava-v1')"),
      ("a.py", "MODEL_MAP = {'Starcoder2ForCausalLM': 'StarCoder2-3b', 'Qwen2ForCausalLM': 'Qwen2'}"),
      ("a.py", "r.get_adapter(\"bedrock.ai21.jamba-test\")\nx = \"mistral.mistral-7b-test\""),
      ("a.kt", "val LOG = \"Embeddings.ONNX\"\nval OTHER = \"JNI.ONNX\""),
    ])
  func kinds(path: String, text: String) {
    #expect(found(path, text) == [])
  }

  @Test(
    "addresses of nobody's files, ports, and paths behind a folder",
    arguments: [
      ("a.ts", "const a = \"https://huggingface.co/path/to/model-x.gguf\""),
      ("a.ts", "const a = \"https://huggingface.co/org/repo/resolve/main/f.gguf\""),
      ("a.ts", "const a = \"https://huggingface.co/.../SmolLM2-360M.Q8_0.gguf\""),
      ("a.ts", "const a = \"https://cdn.acme.ai/my-model.gguf\""),
      ("a.ts", "const a = \"http://fake/success/qwen.gguf\""),
      ("a.ts", "const a = \"https://test.com/x.safetensors\""),
      ("a.ts", "const a = \"https://www.test.foo/download/x.safetensors\""),
      ("a.ts", "const a = \"http://192.168.1.5/llama.gguf\""),
      ("a.ts", "const a = \"http://127.0.0.1:8077/silero_vad.onnx\""),
      ("a.cpp", "auto b = get(\"http://localhost:8080/models/qwen.gguf\");"),
      ("a.sh", "[ -d \"${MODEL_DIR}/Sherpa/parakeet-tdt-ctc-110m-en-int8\" ]"),
      ("a.sh", "check \"$ROOT/acme/whisper-large-v3-q4-1b\""),
      ("a.swift", "throw E.invalid(\"bad/qwen-4b\")\nlet x = \"fixture/parakeet-ctc-1b\""),
    ])
  func places(path: String, text: String) {
    #expect(found(path, text) == [])
  }

  @Test("a host that is put in is none of these")
  func host() {
    #expect(found("a.sh", "get \"${HF_ENDPOINT}/Qwen/Qwen3-8B\"") == ["huggingface Qwen/Qwen3-8B"])
    #expect(found("a.ts", "const a = \"https://cdn.acme.ai/qwen.gguf\"") == ["url https://cdn.acme.ai/qwen.gguf"])
  }

  @Test("Spaces that gradio's client is given")
  func spaces() {
    let python =
      "from gradio_client import Client\nc = Client(\"Qwen/Qwen3-Demo\")\nd = Client(src=\"Qwen/Qwen3-8B\")\n"
    #expect(found("a.py", python) == [])
    #expect(found("a.ts", "import { Client } from \"@gradio/client\";\nClient.connect(\"Qwen/Qwen3-Demo\")") == [])
    #expect(found("a.py", "c = Client(\"Qwen/Qwen3-8B\")") == ["huggingface Qwen/Qwen3-8B"])
  }

  @Test("data sets: by the call that loads them, by their name, by what their files are")
  func dataSets() {
    let loaded = "class A:\n  repo_id: str = \"GAIR/lima\"\n  def f(self):\n    return load_dataset(self.repo_id)\n"
    #expect(found("a.py", loaded) == ["huggingface GAIR/lima dataset"])
    #expect(found("a.json", "{\"pretrained_clean\": \"CLIP-WiT\"}") == [])
    let wget = "wget https://huggingface.co/OpenGVLab/InternVL/resolve/main"
    #expect(found("a.sh", "\(wget)/seed.jsonl\n\(wget)/3D-images.zip\n") == [])
    #expect(found("a.sh", "\(wget)/encoder.zip\n") == ["huggingface OpenGVLab/InternVL"])
  }
}
