import ProvisoCore
import Testing

@testable import ProvisoDetection

/// One model in each of the places that people name one, each found where it stands. Weight files have tests of their own.
@Suite("The planted set")
struct PlantedSetTests {
  struct Plant: Sendable, CustomTestStringConvertible {
    var path: String
    var text: String
    /// `line:column-endColumn name`
    var expected: String
    var model: String?
    var testDescription: String { path }

    init(_ path: String, _ text: String, _ expected: String, is model: String? = nil) {
      self.path = path
      self.text = text
      self.expected = expected
      self.model = model
    }
  }

  @Test(
    "found in its place",
    arguments: [
      Plant(
        "app/call.py", "import transformers\nm = AutoModel.from_pretrained(\"acme/lark-8b\")\n", "2:32-44 acme/lark-8b"),
      Plant(
        "app/lines.py", "p = pipeline(\n    \"text-generation\",\n    model=\"acme/lark-2b\",\n)\n",
        "3:12-24 acme/lark-2b"),
      Plant(
        "app/constant.py", "CHECKPOINT = \"acme/lark-7b\"\nt = AutoTokenizer.from_pretrained(CHECKPOINT)\n",
        "1:15-27 acme/lark-7b"),
      Plant(
        "nb/cells.ipynb",
        #"{"cells": [{"cell_type": "code", "source": ["import x\n", "m = SentenceTransformer(\"acme/small-en\")\n"]}]}"#,
        "1:86-99 acme/small-en"),
      Plant(
        "Sources/App/Chat.swift", "import MLXLLM\nlet c = ModelConfiguration(id: \"acme/lark-4bit\")\n",
        "2:33-47 acme/lark-4bit"),
      Plant(
        "Sources/App/Registry.swift", "import MLXLLM\nlet m = LLMRegistry.llama3_2_1B_4bit\n",
        "2:9-37 LLMRegistry.llama3_2_1B_4bit",
        is: "mlx-community/Llama-3.2-1B-Instruct-4bit"),
      Plant(
        "web/pipe.ts", "import { pipeline } from 'x';\nconst p = await pipeline('text-generation', 'acme/lark');\n",
        "2:46-55 acme/lark"),
      Plant("train/run.yaml", "base_model: acme/lark-hf\n", "1:13-25 acme/lark-hf"),
      Plant(
        "ollama/Modelfile", "FROM hf.co/acme/lark-GGUF:Q4_K_M\n", "1:6-33 hf.co/acme/lark-GGUF:Q4_K_M",
        is: "acme/lark-GGUF"),
      Plant("deploy/Dockerfile", "FROM python:3.12\nENV MODEL_ID=acme/lark-2-1\n", "2:14-27 acme/lark-2-1"),
      Plant("hub/Dockerfile", "FROM python:3.12\nRUN huggingface-cli download acme/lark.1\n", "2:30-41 acme/lark.1"),
      Plant("deploy/serve.sh", "vllm serve acme/lark-V3 --port 8000\n", "1:12-24 acme/lark-V3"),
      Plant("deploy/llama.sh", "llama-server -hf acme/lark-1b-GGUF\n", "1:18-35 acme/lark-1b-GGUF"),
      Plant("deploy/ollama.sh", "ollama run qwen2.5:72b\n", "1:12-23 qwen2.5:72b"),
      Plant(
        "deploy/compose.yaml",
        "services:\n  llm:\n    image: acme/server:latest\n    command: [\"--model\", \"acme/lark-72B\"]\n",
        "4:27-40 acme/lark-72B"),
      Plant(".env", "MODEL_NAME=acme/lark-3\n", "1:12-23 acme/lark-3"),
      Plant(
        "rs/main.rs",
        "use hf_hub::api::sync::Api;\nfn main() { let r = Api::new()?.model(\"acme/lark2\".to_string()); }\n",
        "2:40-50 acme/lark2"),
      Plant("conf/settings.toml", "[llm]\nmodel = \"acme/lark-135M\"\n", "2:10-24 acme/lark-135M"),
      Plant(
        "infra/main.tf",
        "resource \"aws_sagemaker_model\" \"m\" {\n  primary_container {\n    environment = { HF_MODEL_ID = \"acme/lark-6b\" }\n  }\n}\n",
        "3:36-48 acme/lark-6b"),
      Plant(
        "docs/notes.md", "We use https://huggingface.co/acme/lark-34B for search.\n",
        "1:8-44 https://huggingface.co/acme/lark-34B",
        is: "acme/lark-34B"),
      Plant(
        "kt/Main.kt", "val url = \"https://huggingface.co/acme/lark-lm/resolve/main/m.task\"\n",
        "1:12-67 https://huggingface.co/acme/lark-lm/resolve/main/m.task", is: "acme/lark-lm"),
      Plant(
        "requirements.txt",
        "a==1\nhttps://github.com/explosion/spacy-models/releases/download/en_core_web_sm-3.7.0/en_core_web_sm-3.7.0.tar.gz\n",
        "2:1-109 https://github.com/explosion/spacy-models/releases/download/en_core_web_sm-3.7.0/en_core_web_sm-3.7.0.tar.gz",
        is: "en_core_web_sm"),
    ])
  func planted(plant: Plant) {
    let references = DetectorRunner().detect(path: FilePath(plant.path), bytes: Array(plant.text.utf8)).references
    #expect(references.map { "\($0.location.outline) \($0.asWritten)" } == [plant.expected])
    if let model = plant.model { #expect(references.map(\.model.id) == [model]) }
  }

  @Test(
    "bases that manifests name",
    arguments: [
      (
        "adapter/adapter_config.json", #"{"peft_type": "LORA", "base_model_name_or_path": "acme/lark-7b", "r": 8}"#,
        "1:51-63"
      ),
      ("model/config.json", #"{"_name_or_path": "acme/lark-560m", "model_type": "bloom"}"#, "1:20-34"),
      ("card/README.md", "---\nlicense: mit\nbase_model: acme/lark-8B\n---\n# Tune\n", "3:13-25"),
    ])
  func bases(path: String, text: String, place: String) {
    let detections = DetectorRunner().detect(path: FilePath(path), bytes: Array(text.utf8))
    let places =
      detections.declarations.flatMap { $0.bases.map(\.location.outline) }
      + detections.references.map(\.location.outline)
    #expect(places.contains(place))
  }
}
