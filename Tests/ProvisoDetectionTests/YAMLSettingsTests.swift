import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("YAML configuration")
struct YAMLSettingsTests {
  let detector = YAMLSettings()

  @Test(
    "names the model that is trained, with its revision",
    arguments: [
      ("base_model: acme/a\n", ["1:13-19 acme/a base unpinned"]),
      ("base_model:  \"acme/a\" # 😀", ["1:15-21 acme/a base unpinned"]),
      ("x: '😀'\r\nbase_model: 'acme/a'\r\n", ["2:14-20 acme/a base unpinned"]),
      (
        "base_model: &m acme/a\nbase_model: *m",
        ["1:16-22 acme/a base unpinned", "1:16-22 acme/a base unpinned"]
      ),
      ("base_model: gpt2", ["1:13-17 gpt2 base unpinned"]),
      ("{x: é😀, model_name_or_path: acme/a}", ["1:30-36 acme/a base unpinned"]),
      ("model_name_or_path: acme/a\nmodel_revision: v1", ["1:21-27 acme/a base named v1"]),
      ("base_model: acme/a\nrevision_of_model: 12", ["1:13-19 acme/a base named 12"]),
      (
        "base_model: acme/a\n---\nbase_model: acme/b\n",
        ["1:13-19 acme/a base unpinned", "3:13-19 acme/b base unpinned"]
      ),
      (
        "base_model: https://huggingface.co/acme/a",
        ["1:13-42 https://huggingface.co/acme/a base unpinned"]
      ),
      (
        "merge_method: ties\nmodels:\n- model: acme/a-7b\nbase_model: acme/b-7b",
        ["3:10-19 acme/a-7b base", "4:13-22 acme/b-7b base unpinned"]
      ),
      ("datasets:\n- path: acme/a\n  type: alpaca", ["2:9-15 acme/a dataset"]),
    ])
  func training(text: String, expected: [String]) {
    let found = detector.detect("a.yaml", text)
    #expect(found.outlines == expected)
    #expect(found.notifications.isEmpty)
  }

  @Test(
    "marks what a recipe merges, wherever it has no reader of its own",
    arguments: [
      (
        "ties.yml", "merge_method: ties\nmodels:\n- model: acme/a-7b\nbase_model: acme/b-7b",
        ["acme/a-7b", "acme/b-7b"]
      ),
      (
        "moe.yaml", "base_model: acme/a-7b\ngate_mode: hidden\nexperts:\n- source_model: acme/b-7b",
        ["acme/a-7b", "acme/b-7b"]
      ),
      ("mergekit_moe_config.yml", "base_model: acme/a-7b\ngate_mode: hidden\nexperts:\n- source_model: acme/b-7b", []),
      ("train.yml", "base_model: acme/a-7b\nmodels:\n- model: acme/b-7b", []),
    ])
  func recipes(path: String, text: String, expected: [String]) {
    #expect(detector.detect(path, text).references.filter { $0.recipe != nil }.map(\.model.id) == expected)
  }

  @Test("and tells the recipes of one file apart")
  func severalRecipes() {
    let text = """
      merge_method: ties
      models: [{model: acme/a-7b}]
      ---
      models: [{model: acme/b-7b}]
      merge_method: linear
      """
    #expect(detector.detect("m.yaml", text).references.map { $0.recipe?.line } == [1, 5])
  }

  @Test("scripts are commands, whatever is said of when they run")
  func scripts() {
    let text = """
      pre_script:
      - |
        export MODEL_PATH=/fsx/models/meta-llama/Llama-2-13b-hf
      inlineScript: |
        vllm serve Qwen/Qwen3-8B
      """
    #expect(
      detector.detect("a.yaml", text).outlines == [
        "3:21-58 /fsx/models/meta-llama/Llama-2-13b-hf used", "5:14-27 Qwen/Qwen3-8B used unpinned",
      ])
    for key in ["transcript", "JavaScript", "description"] { #expect(SettingKeys.meaning(of: key) != .command) }
  }

  @Test("of what is no YAML the items of lists are read that say by themselves what they are")
  func brokenList() {
    let found = detector.detect("a.yaml", "args:\n-   a: 1\n  b: 2\n- \"google/gemma-2b-it\"\n-   acme/app\n- model\n")
    #expect(found.outlines == ["4:4-22 google/gemma-2b-it used"])
    #expect(found.notifications.count == 1)
  }

  @Test(
    "names the model that is served",
    arguments: [
      ("model: acme/a-7b-instruct", ["1:8-26 acme/a-7b-instruct used"]),
      (
        "inference:\n  preset:\n    name: \"gemma-3-4b-instruct\"\n    accessMode: public",
        ["3:12-31 gemma-3-4b-instruct used"]
      ),
      ("preset: llama3\na: {preset: jest-expo/ios}\nb: {preset: ts-jest}", []),
      ("ollama:\n  chat:\n    model: acme/judge:q4", ["3:12-25 acme/judge:q4 used"]),
      (
        "models:\n  chat: acme/a-7b\n  other:\n  - Qwen/Qwen3-8B",
        ["2:9-18 acme/a-7b used", "4:5-18 Qwen/Qwen3-8B used"]
      ),
      ("model:\n  name: Qwen/Qwen3-8B\n  dtype: float16", ["2:9-22 Qwen/Qwen3-8B used"]),
      ("model: llama3.2:3b", ["1:8-19 llama3.2:3b used"]),
      ("x: meta-llama/Llama-3.1-8B", ["1:4-27 meta-llama/Llama-3.1-8B used"]),
      (
        "model_list:\n- model_name: chat-7b\n  litellm_params: {model: ollama/llama3}",
        ["3:27-40 ollama/llama3 used"]
      ),
      ("name: local\nparameters:\n  model: phi-4-Q4_K_M.gguf", ["3:10-27 phi-4-Q4_K_M.gguf used"]),
      ("models:\n- name: llama3\n  modelURL: acme/llama-3-8b", ["3:13-28 acme/llama-3-8b used"]),
      (
        "files:\n- filename: a.gguf\n  uri: huggingface://acme/a-GGUF/a.gguf",
        ["3:8-40 huggingface://acme/a-GGUF/a.gguf used"]
      ),
      ("spec:\n  model:\n    storageUri: hf://acme/a-7b", ["3:17-31 hf://acme/a-7b used unpinned"]),
      ("execution_settings:\n  gpt-4o:\n    top_p: 1", ["2:3-9 gpt-4o used"]),
      (
        "ollama: {models: {run: [moondream], pull: [llama3.2]}}",
        ["1:25-34 moondream used", "1:44-52 llama3.2 used"]
      ),
      ("model: ${MODEL:-acme/a-7b}", ["1:17-26 acme/a-7b used"]),
      ("model: ${oc.env:MODEL, acme/a-7b}", ["1:24-33 acme/a-7b used"]),
      ("model: meta-llama/Llama-${SIZE}", ["1:8-32 meta-llama/Llama-${SIZE} used"]),
    ])
  func serving(text: String, expected: [String]) {
    let found = detector.detect("a.yaml", text)
    #expect(found.outlines == expected)
    #expect(found.notifications.isEmpty)
  }

  @Test(
    "reads compose, Kubernetes and pipelines, environments and commands",
    arguments: [
      ("docker-compose.yml", "environment:\n- ASR_MODEL=base", ["2:13-17 base used"]),
      ("compose.yaml", "models: {llm: {model: ai/gemma3:4b}}", ["1:23-35 ai/gemma3:4b used"]),
      ("compose.yaml", "image: ai/smollm2", ["1:8-18 ai/smollm2 used"]),
      ("compose.yaml", "environment: {MODEL: \"${M:-ai/qwen3}\"}", ["1:28-36 ai/qwen3 used"]),
      ("a.yaml", "env: [{name: MODEL_ID, value: acme/a-7b}]", ["1:31-40 acme/a-7b used"]),
      ("a.yaml", "args: [serve, --model, acme/a-7b]", ["1:24-33 acme/a-7b used"]),
      ("a.yaml", "args:\n- --model=acme/a-7b\n- --port=1", ["2:11-20 acme/a-7b used"]),
      ("a.yaml", "command: [sh, -c, 'ollama pull llama3']", ["1:32-38 llama3 used unpinned"]),
      (
        "a.yaml", "command: >\n  vllm serve acme/a-7b\n  --model-impl x",
        ["2:14-23 acme/a-7b used unpinned"]
      ),
      (
        ".github/workflows/a.yml", "run: |\n  ollama pull llama3\n  echo",
        ["2:15-21 llama3 used unpinned"]
      ),
      (
        ".gitlab-ci.yml", "script:\n- hf download acme/a --revision v1",
        ["2:15-21 acme/a used named v1"]
      ),
      ("a.yaml", "body: '{\"model\":\"gemma3:1b\",\"x\":1}'", ["1:18-27 gemma3:1b used"]),
    ])
  func deployment(path: String, text: String, expected: [String]) {
    #expect(detector.detect(path, text).outlines == expected)
  }

  @Test("the kind is that of the file")
  func kinds() {
    for (path, kind) in [
      ("compose.prod.yaml", ReferenceKind.compose), (".github/workflows/a.yml", .pipeline),
      ("charts/a/values.yaml", .kubernetes), ("a.yaml", .configuration),
    ] {
      #expect(detector.detect(path, "model: acme/a-7b").references.map(\.kind) == [kind])
    }
    let manifest = "apiVersion: v1\nkind: Pod\nmodel: acme/a-7b"
    #expect(detector.detect("a.yaml", manifest).references.map(\.kind) == [.kubernetes])
    #expect(
      detector.detect("a.yaml", "base_model: acme/a").references.map(\.kind) == [.trainingConfig])
  }

  @Test("what a service's description gives as an example is mentioned")
  func descriptions() {
    #expect(
      detector.detect("a.yaml", "openapi: 3.1.0\nmodel: {example: gpt-4o}").outlines == [
        "2:18-24 gpt-4o mentioned"
      ])
  }

  @Test(
    "traps",
    arguments: [
      "uses: actions/checkout@v4", "uses: huggingface/setup-model@v1",
      "image: onerahmet/openai-whisper-asr-webservice:latest",
      "image: kserve/huggingfaceserver:v0.14", "image: nvidia/cuda:12.4.1-base",
      "image:\n  repository: ollama/ollama",
      "model_type: llama", "template: llama3", "chat_template: llama3", "apiVersion: apps/v1",
      "model: string",
      "model: {type: string}", "model: true", "model: 3", "model:", "model: default",
      "output_dir: saves/llama3-8b",
      "model_max_length: 4096", "tokenizer_class: Qwen2Tokenizer",
      "architectures: [Qwen3ForCausalLM]",
      "type: application/json", "date: 2024-01-01", "path: src/models", "digest: sha256:4f3d",
      "s3: s3://data-bucket/in",
      "main: lib/index", "hub_model_id: acme/a-7b", "labels: {model: llama-3-8b}",
      "name: llama-3-8b-deployment",
      "repo_name: acme/whisper-service", "model_name: your-model", "base_model: ./out",
      "base_model: ${BASE_MODEL}",
      "base_model: /data/acme/a", "base_model: your-org/model", "# base_model: acme/a",
      "text: |\n  model: acme/a-7b",
      "package: \"@acme/model\"", "license: llama3", "tags: [llm, gguf, qwen3]", "", "\u{0}",
    ])
  func traps(text: String) {
    #expect(detector.detect("a.yml", text).names == [])
  }

  @Test("a template is read line by line, and that is told")
  func template() {
    let text =
      "{% if x %}\nbase_model: \"acme/a\" # a\n{% endif %}\r\n  - model_name_or_path: acme/b\r\n# base_model: acme/c\nbase_model: {{ m }}\n"
    let found = detector.detect("a.yaml", text)
    #expect(found.outlines == ["2:14-20 acme/a base unpinned", "4:25-31 acme/b base unpinned"])
    #expect(found.notifications.map(\.level) == [.note] && !found.isIncomplete)
  }

  @Test("a file too large to be somebody's settings is not searched, and that is told")
  func large() {
    let text =
      "model: acme/a-7b\n" + String(repeating: "#\n", count: SettingNeedles.maximumBytes / 2)
    let found = detector.detect("a.yaml", text)
    #expect(found.references.isEmpty && found.notifications.map(\.level) == [.note])
  }

  @Test("nothing is a trap, and a hundred thousand visits by aliases are enough")
  func hostile() {
    let text =
      "a: &x\n  base_model: 'acme/é'\nrun: |\n  ollama pull \"$(a)\"\nb: [*x, {args: [--model, acme/b]}]\r\n"
    for bytes in spoiled(text) {
      #expect(detector.detect("a.yaml", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
    let bomb =
      "base_model: acme/a\na0: &a0 [1]\n"
      + (1..<30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    #expect(detector.detect("a.yaml", bomb).names == ["acme/a"])
    #expect(detector.detect("a.yaml", bomb).notifications.count == 1)
    let deep = String(repeating: "[", count: 20_000) + "\nbase_model: acme/a"
    #expect(detector.detect("a.yaml", deep).names == ["acme/a"])
  }

  @Test("definitions of Kubernetes resources are passed over, what stands beside them is not")
  func definitions() {
    let definition = "kind: CustomResourceDefinition\nmodel: acme/a-7b\n"
    let pod = "kind: Pod\nmodel: acme/a-7b\n"
    for (text, mayFind, count) in [
      (definition, false, 0), ("---\n\(definition)---\n\(definition)", false, 0), (pod, true, 1),
      ("\(definition)---\n\(pod)", true, 1), ("\(definition)---\nmodel: acme/a-7b\n---\nx: y", true, 1), ("", true, 0),
    ] {
      #expect(detector.mayFind(in: Array(text.utf8), at: FilePath("a.yaml"), hints: 0) == mayFind)
      #expect(detector.detect("a.yaml", text).references.count == count)
    }
  }

  @Test("a path that a command goes to is none of a model")
  func paths() {
    #expect(detector.detect("a.yaml", "run: cd ai-ml/llm-training-gemma3").names == [])
  }

  @Test(
    "wanted by extension",
    arguments: [
      ("a.yaml", true), ("A.YML", true), ("yaml", false), ("a.yaml.j2", true),
      ("pnpm-lock.yaml", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }
}
