import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Folders that hold a model under the name by which it was fetched")
struct LocalCopyTests {
  @Test(
    "are that model, wherever models lie",
    arguments: [
      ("checkpoints/meta-llama/Llama-2-7b-hf", "meta-llama/Llama-2-7b-hf"),
      ("~/.cache/app/models/mistralai/mixtral-8x7b-instruct-v0.1", "mistralai/mixtral-8x7b-instruct-v0.1"),
      ("//pretrained/facebook/encodec_32khz", "facebook/encodec_32khz"),
      ("../checkpoints/Systran/faster-whisper-large-v3", "Systran/faster-whisper-large-v3"),
      ("/root/.cache/huggingface/hub/models--meta-llama--Llama-2-13b-hf", "meta-llama/Llama-2-13b-hf"),
      ("/models/meta-llama/Llama-2-7b-hf/tokenizer.model", "meta-llama/Llama-2-7b-hf"),
      ("/cache/models--google--gemma-2b/snapshots/0123abc", "google/gemma-2b"),
    ])
  func copies(path: String, id: String) {
    for context in [NameContext.bare, .modelKey, .command, .loadingCall] {
      #expect(NameJudge.judge(path, in: context)?.outline == "huggingface \(id)")
    }
  }

  @Test(
    "are weights that lie nowhere yet, where the place asks for a model",
    arguments: [
      "/models/Llama-3.1-8B-Instruct", "/mnt/data/Qwen3-8B", "../models/gpt2-medium", "~/model_weights/alpaca-7b",
      "/share/models/FLUX.1-dev", "models/stable-diffusion-v1-5", "/srv/opt-6.7b", "/data/falcon-180B",
      "~/sd-turbo-1.0",
      "models/Qwen3-8B", "checkpoints/Video-LLaVA-7B", "/tf_dataset2/models/pytorch/Meta-Llama-3-8B",
    ])
  func named(path: String) {
    for context in [NameContext.modelKey, .command] {
      #expect(NameJudge.judge(path, in: context)?.outline == "local \(path)")
    }
    #expect(NameJudge.judge(path, in: .bare) == nil)
    #expect(NameJudge.judge(path, in: .prose) == nil)
  }

  @Test(
    "are none where a run leaves them, where nothing is kept, or in a registry of containers",
    arguments: [
      "outputs/llama-7b-tuned", "/results/meta-llama/Llama-2-7b-hf", "docs/models/meta-llama/Llama-2-7b-hf",
      "ghcr.io/models/meta-llama/Llama-2-7b-hf", "checkpoints/acme/thing", "/models/llama", "models/main",
      "/path/to/llama-7b", "models/meta-llama/Llama-2-7b-hf/README.md", "src/models/llama-7b-chat", "models--acme",
      "a/models/google/guava", "/api/v1/models/qwen",
      "/models/flux-dev", "/models/Llama-2-7b-hf/tokenizer.model", "/models/stage-2",
    ])
  func none(path: String) {
    for context in [NameContext.bare, .modelKey, .prose] {
      #expect(NameJudge.judge(path, in: context) == nil)
    }
  }

  @Test("an owner whose name speaks of models is none of their folders")
  func owner() {
    let verdict = NameJudge.judge("AI-ModelScope/c4ai-command-r-v01", in: .modelKey)
    #expect(verdict?.outline == "huggingface AI-ModelScope/c4ai-command-r-v01")
  }

  @Test(
    "are found where code and commands name them",
    arguments: [
      ("a.py", "def run(checkpoint_dir: Path = Path(\"checkpoints/tiiuae/falcon-7b\")): pass", "tiiuae/falcon-7b"),
      ("a.py", "model_path = \"/data/models/Qwen-7B\"", "/data/models/Qwen-7B"),
      ("A.java", "String modelPrefix = \"../models/Llama-2-7b-chat-hf\";", "../models/Llama-2-7b-chat-hf"),
      ("a.py", "m = AutoModel.from_pretrained(\"/data/Llama-2-7b-hf\")", "/data/Llama-2-7b-hf"),
    ])
  func code(path: String, text: String, id: String) {
    #expect(SourceCode().detect(path, text).references.map(\.model.id) == [id])
  }

  @Test("hostile paths end quickly and name nothing")
  func hostile() {
    for path in [
      String(repeating: "models/", count: 70), "/" + String(repeating: "a/", count: 200),
      "models--" + String(repeating: "-", count: 300),
      "models----", "models--a--", "//", "/models/", "~/",
    ] {
      #expect(NameJudge.judge(path, in: .modelKey) == nil)
    }
  }
}
