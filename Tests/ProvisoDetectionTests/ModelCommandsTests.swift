import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Commands that name models")
struct ModelCommandsTests {
  private func outlines(_ text: String, _ dialect: ShellDialect = .posix) -> [String] {
    let input = DetectionInput(path: FilePath("a.sh"), source: SourceText(text))
    return ModelCommands.detect(in: 0..<input.source.bytes.count, of: input, dialect: dialect)
      .references
      .map { "\($0.model.registry.rawValue) \($0.outline)" }
  }

  @Test(
    "by the table of commands",
    arguments: [
      ("ollama run llama3.2:3b \"hi\"", ["ollama 1:12-23 llama3.2:3b used unpinned"]),
      ("sudo docker exec -it ollama ollama pull mistral", ["ollama 1:41-48 mistral used unpinned"]),
      ("docker model pull ai/smollm2:360M", ["docker 1:19-34 ai/smollm2:360M used"]),
      ("vllm serve acme/a --dtype auto", ["huggingface 1:12-18 acme/a used unpinned"]),
      ("vllm serve acme/a --revision v2", ["huggingface 1:12-18 acme/a used named v2"]),
      (
        "python -m vllm.entrypoints.openai.api_server \\\n  --model acme/a",
        ["huggingface 2:11-17 acme/a used unpinned"]
      ),
      ("docker run --gpus all vllm/vllm-openai:v0.9 --model acme/b", ["huggingface 1:53-59 acme/b used unpinned"]),
      ("docker run x/vllm-openai --model acme/b --revision v2", ["huggingface 1:34-40 acme/b used named v2"]),
      (
        "docker run -p 1:2 ghcr.io/huggingface/text-generation-inference:3.0 --model-id acme/b",
        ["huggingface 1:80-86 acme/b used unpinned"]
      ),
      (
        "python train.py --models \"krea/Krea-2-Raw:raw.safetensors,acme/a:*.safetensors,Qwen/Qwen3-8B:\"",
        [
          "huggingface 1:27-42 krea/Krea-2-Raw used", "huggingface 1:59-65 acme/a used",
          "huggingface 1:80-93 Qwen/Qwen3-8B used",
        ]
      ),
      ("python train.py --models acme/a:*.txt --image acme/app-7b:1.0", []),
      ("text-generation-launcher --model-id=acme/a", ["huggingface 1:37-43 acme/a used unpinned"]),
      ("./llama-server -m ./models/a.gguf", ["local 1:19-34 ./models/a.gguf used"]),
      ("llama-cli -hf acme/a-GGUF:Q4_K_M", ["huggingface 1:15-33 acme/a-GGUF:Q4_K_M used"]),
      ("lms get acme/a", ["huggingface 1:9-15 acme/a used"]),
      (
        "huggingface-cli download acme/a a.gguf --local-dir .",
        ["huggingface 1:26-32 acme/a used unpinned"]
      ),
      ("hf download --repo-type dataset acme/d", ["huggingface 1:33-39 acme/d dataset unpinned"]),
      ("mlx_lm.generate --model acme/a --prompt hi", ["huggingface 1:25-31 acme/a used"]),
      ("whisper a.wav --model base", ["huggingface 1:23-27 base used"]),
      ("python -m spacy download en_core_web_sm", ["spacy 1:26-40 en_core_web_sm used"]),
      ("litellm --model ollama/llama3", ["ollama 1:17-30 ollama/llama3 used"]),
    ])
  func table(text: String, expected: [String]) {
    #expect(outlines(text) == expected)
  }

  @Test(
    "with weights that stand there without an option",
    arguments: [
      ("adb push llama-2-7b.Q4_K_M.gguf /data/local/tmp", ["local 1:10-32 llama-2-7b.Q4_K_M.gguf used"]),
      ("adb push gemma-2b-it-cpu-int4.bin /data/llm/", ["local 1:10-34 gemma-2b-it-cpu-int4.bin used"]),
      ("cargo run -- models/gemma-2b.gguf hi", ["local 1:14-34 models/gemma-2b.gguf used"]),
      ("./main llama-3-8b.Q4_0.gguf", ["local 1:8-28 llama-3-8b.Q4_0.gguf used"]),
      ("llm gguf register-model ~/Llama-3-8B-Q4_K_M.gguf", ["local 1:25-49 ~/Llama-3-8B-Q4_K_M.gguf used"]),
      ("mistralrs serve -f chat.gguf", ["local 1:20-29 chat.gguf used"]), ("mistralrs serve -f q4k", []),
      ("mistralrs serve -m acme/a", ["huggingface 1:20-26 acme/a used"]),
      (
        "docker run -p 1:2 nvcr.io/nim/meta/llama3-8b-instruct:1.0",
        [
          "huggingface 1:19-58 nvcr.io/nim/meta/llama3-8b-instruct:1.0 used"
        ]
      ),
      ("tool -o gemma-2b.gguf", []), ("cat gemma-2b.gguf > llama-2-7b.gguf", []), ("git add gemma-2b.gguf", []),
      ("cp gemma-2b.gguf /tmp/llama-2-7b.gguf", []), ("./run chat.gguf", []), ("./run llama.bin", []),
      ("hf download acme/a-GGUF llama-2-7b.gguf", ["huggingface 1:13-24 acme/a-GGUF used unpinned"]),
    ])
  func loose(text: String, expected: [String]) {
    #expect(outlines(text) == expected)
  }

  @Test(
    "with paths of Windows, as documents show them without saying so",
    arguments: [ShellDialect.posix, .powershell, .batch])
  func windowsPaths(dialect: ShellDialect) {
    let text = #".\bin\sd-cli.exe -m ..\models\sd3_medium.safetensors --llm C:\m\gemma-2-2b.gguf -p "a cat""#
    let input = DetectionInput(path: FilePath("a.sh"), source: SourceText(text))
    let found = ModelCommands.detect(in: 0..<input.source.bytes.count, of: input, dialect: dialect).references
    #expect(found.map(\.model.id) == ["../models/sd3_medium.safetensors", "C:/m/gemma-2-2b.gguf"])
  }

  @Test(
    "by options, variables and addresses",
    arguments: [
      (
        "accelerate launch a.py --model_name_or_path acme/a",
        ["huggingface 1:45-51 acme/a base unpinned"]
      ),
      (
        "python a.py \\\n  # note\n  --vision_tower openai/clip-vit-large-patch14 \\\n  --x",
        ["huggingface 3:18-47 openai/clip-vit-large-patch14 used"]
      ),
      ("MODEL=acme/a-7b ./run.sh", ["huggingface 1:7-16 acme/a-7b used"]),
      ("export M_MODEL=\"${M_MODEL:-acme/a-7b}\"", ["huggingface 1:28-37 acme/a-7b used"]),
      (
        "git clone https://huggingface.co/acme/a",
        ["huggingface 1:11-40 https://huggingface.co/acme/a used"]
      ),
      ("curl -LO https://acme.io/m/a.tflite", ["url 1:10-36 https://acme.io/m/a.tflite used"]),
      ("sh -c \"ollama pull phi3\"", ["ollama 1:20-24 phi3 used unpinned"]),
      ("x=$(hf download acme/a)", ["huggingface 1:17-23 acme/a used unpinned"]),
      ("cat > a <<EOF\nollama pull phi3\nEOF\n", ["ollama 2:13-17 phi3 used unpinned"]),
      ("a --dataset_name acme/data", ["huggingface 1:18-27 acme/data dataset"]),
    ])
  func others(text: String, expected: [String]) {
    #expect(outlines(text) == expected)
  }

  @Test(
    "traps",
    arguments: [
      "echo \"ollama pull llama3\"", "echo Downloading Qwen/Qwen3-8B", "# ollama pull llama3",
      "ollama serve", "ollama list",
      "docker run ollama/ollama", "docker pull onerahmet/openai-whisper-asr-webservice",
      "git clone https://github.com/acme/model",
      "hf download $MODEL", "vllm serve",
      "python train.py --model_max_length 2048 --output_dir saves/llama3-8b",
      "kubectl get pod -l model=llama-3-8b-x", "pip install acme/model", "npm i @acme/model",
      "cp models/a models/b",
      "--model-type llama --template llama3", "ollama run your-model",
      "curl https://example.com/a.json", "cd src/models",
    ])
  func traps(text: String) {
    #expect(outlines(text) == [])
  }

  @Test("PowerShell and cmd.exe")
  func dialects() {
    #expect(
      outlines("$env:MODEL = \"acme/a-7b\"", .powershell) == ["huggingface 1:15-24 acme/a-7b used"])
    #expect(outlines("ollama pull `\n  phi3", .powershell) == ["ollama 2:3-7 phi3 used unpinned"])
    #expect(outlines("set MODEL=acme/a-7b\r\n", .batch) == ["huggingface 1:11-20 acme/a-7b used"])
  }

  @Test(
    "weights, by whatever option they are given, with the separators of Windows, too",
    arguments: [
      ("./bin/sd -m ../models/acme-xl.safetensors -p hi", ["local 1:13-42 ../models/acme-xl.safetensors used"]),
      (
        "sd --clip_l acme_clip.safetensors --out b.gguf -o c.gguf",
        ["local 1:13-34 acme_clip.safetensors used"]
      ),
      (
        ".\\bin\\acme.exe -m ..\\models\\acme-xl.gguf --t5xxl t\\acme.gguf",
        ["local 1:19-41 ../models/acme-xl.gguf used", "local 1:50-61 t/acme.gguf used"]
      ),
      (".\\llama-cli.exe -m models\\acme-7b.gguf", ["local 1:20-39 models/acme-7b.gguf used"]),
      ("hf download acme/a --include acme.gguf", ["huggingface 1:13-19 acme/a used unpinned"]),
      ("fetch --model acme/a --weight-file b.gguf", ["huggingface 1:15-21 acme/a used"]),
      ("git commit -m fix --author a.gguf.txt", []),
    ])
  func weights(text: String, expected: [String]) {
    #expect(outlines(text) == expected)
  }

  @Test("a script that is too large is told")
  func large() {
    let text = String(repeating: "a b c d e\n", count: 500_000)
    let input = DetectionInput(path: FilePath("a.sh"), source: SourceText(text))
    let found = ModelCommands.detect(in: 0..<input.source.bytes.count, of: input)
    #expect(found.references.isEmpty && found.notifications.map(\.level) == [.note])
  }

  @Test("a long line of one command is read to its end")
  func longLine() {
    let words = String(repeating: " x", count: 400)
    #expect(
      outlines("huggingface-cli download acme/a\(words) --revision v2") == [
        "huggingface 1:26-32 acme/a used named v2"
      ])
  }

  @Test("a model of the hub is looked for once in what a command names")
  func hubSearch() {
    var search = HubSearch()
    func reference(_ model: ModelName) -> ModelReference {
      ModelReference(
        model: model, location: Location(path: "a.sh"), asWritten: model.id, kind: .configuration, role: .used)
    }
    var found = [reference(.local("a.gguf"))]
    let isFoundFirst = search.stands(in: found)
    found.append(reference(.huggingFace("acme/a")))
    let isFoundThen = search.stands(in: found)
    #expect(!isFoundFirst && isFoundThen)
  }

  @Test("a command whose name is longer than any is none", .timeLimit(.minutes(1)), arguments: ["@", "+", "a"])
  func longName(text: String) {
    let name = String(repeating: text, count: 100_000)
    #expect(outlines(name + String(repeating: " ./a.gguf", count: 500)).isEmpty)
    #expect(outlines("@-ollama pull llama3.2") == ["ollama 1:15-23 llama3.2 used unpinned"])
  }

  @Test(
    "a line of nothing but commands is read in time that grows with it", .timeLimit(.minutes(1)),
    arguments: [
      "ollama run \"x ", "ollama run a \\\n", "hf download a ", "docker run vllm/vllm-openai ", "curl {a ",
      "vllm serve ",
    ])
  func manyCommands(unit: String) {
    #expect(outlines(String(repeating: unit, count: 12_000)).count <= 12_000)
  }

  @Test(
    "name weights that an option reads from a folder for them",
    arguments: [
      ("python a.py \\\n-p weights/detector.pth -o x", ["weights/detector.pth"]),
      ("python a.py --weights weights/detector.pt", ["weights/detector.pt"]),
      ("python a.py -o weights/detector.pth", []), ("python a.py --out weights/detector.pth", []),
      ("python a.py -p detector.pth", []),
    ])
  func weights(text: String, names: [String]) {
    #expect(ShellScript().detectIfFound("a.sh", text).names == names)
    #expect(Document().detectIfFound("a.md", "```bash\n\(text)\n```\n").names == names)
  }
}
