import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Models in source code")
struct SourceCodeTests {
  let detector = SourceCode()

  @Test(
    "wanted by extension or name",
    arguments: [
      ("a.ts", true), ("a.kt", true), ("A.java", true), ("a.go", true), ("a.rs", true), ("a.cs", true), ("a.hpp", true),
      ("a.rb", true), ("a.php", true), ("a.R", true), ("a.jl", true), ("a.dart", true), ("a.scala", true),
      ("Gemfile", true), ("build.gradle.kts", false), ("a.min.js", false), ("a.json", false), ("a.css", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test(
    "found in every language with their places",
    arguments: [
      ("a.ts", "const p = await pipeline('t', 'acme/a')", ["1:32-38 acme/a used unpinned"]),
      ("a.js", "pipeline('t', null, { model: `acme/a` })", ["1:31-37 acme/a used"]),
      ("a.tsx", "const model: string = \"acme/a\"", ["1:24-30 acme/a used"]),
      (
        "a.kt", "val url = \"https://huggingface.co/acme/a/resolve/main/m.task\"",
        ["1:12-61 https://huggingface.co/acme/a/resolve/main/m.task used named main"]
      ),
      ("A.java", "OllamaChatModel.builder().modelName(\"llama3.2\")", ["1:38-46 llama3.2 used"]),
      ("a.go", "llm, err := openai.New(openai.WithModel(\"gpt-4o\"))", ["1:42-48 gpt-4o used"]),
      ("a.go", "x := Request{\n\tModel: \"acme/a\",\n}", ["2:10-16 acme/a used"]),
      ("a.rs", "api.model(\"acme/a\".to_string());", ["1:12-18 acme/a used"]),
      ("a.rs", "Which::Csm1b => \"sesame/csm-1b\",", ["1:18-31 sesame/csm-1b used"]),
      ("a.cs", "builder.AddOllamaChatCompletion(\"phi3\", uri)", ["1:34-38 phi3 used"]),
      ("a.cs", "public string ModelId { get; init; } = \"acme/a\";", ["1:41-47 acme/a used"]),
      ("a.cpp", "std::string model_path = \"models/llama-7b.Q4_0.gguf\";", ["1:27-52 models/llama-7b.Q4_0.gguf used"]),
      ("a.rb", "client.chat(model: 'claude-3-5-sonnet-20241022')", ["1:21-47 claude-3-5-sonnet-20241022 used"]),
      ("a.php", "$params = ['model' => 'acme/a'];", ["1:24-30 acme/a used"]),
      ("a.r", "model <- \"acme/a\"", ["1:11-17 acme/a used"]), ("a.jl", "model = \"acme/a\"", ["1:10-16 acme/a used"]),
      ("a.dart", "final modelId = 'acme/a';", ["1:18-24 acme/a used"]),
      ("a.scala", "val model = \"acme/a\"", ["1:14-20 acme/a used"]),
    ])
  func found(path: String, text: String, expected: [String]) {
    #expect(detector.detect(path, text).outlines == expected)
    #expect(detector.detectIfFound(path, text).outlines == expected)
  }

  @Test(
    "what a name is taken for when nothing is said",
    arguments: [
      ("os.getenv('ASR_MODEL', 'base')", "base", "openai/whisper-base"),
      ("os.environ.get(\"MODEL\", \"acme/a\")", "acme/a", "acme/a"),
      ("parser.add_argument('--model', default='acme/a')", "acme/a", "acme/a"),
      ("WhisperModel('tiny')", "tiny", "Systran/faster-whisper-tiny"),
    ])
  func keyed(text: String, written: String, id: String) {
    let references = detector.detect("a.py", text).references
    #expect(references.map(\.asWritten) == [written] && references.map(\.model.id) == [id])
  }

  @Test("a constant and a default are followed to their literals")
  func followed() {
    let text =
      "CKPT = 'gpt2'\nOTHER = 'gpt3x'\ndef f(name='acme/b'):\n  AutoModel.from_pretrained(CKPT)\n  g.from_pretrained(name)"
    #expect(detector.detect("a.py", text).outlines == ["1:9-13 gpt2 used", "3:13-19 acme/b used"])
  }

  @Test(
    "a constant and a default mean what the library takes them for that loads them",
    arguments: [
      ("size = 'large-v3'\nm = WhisperModel(size, device='cpu')", "Systran/faster-whisper-large-v3"),
      ("SIZE = 'small'\nwhisper.load_model(SIZE)", "openai/whisper-small"),
      ("def load(size='base.en'):\n  return WhisperModel(size)", "Systran/faster-whisper-base.en"),
      ("arch = 'vit_base_patch16_224'\ntimm.create_model(arch)", "vit_base_patch16_224"),
      ("lang = 'en_core_web_lg'\nspacy.load(lang)", "en_core_web_lg"),
      ("s = 'melody'\nMusicGen.get_pretrained(s)", "facebook/musicgen-melody"),
      ("C = {'arch': 'melody'}\nMusicGen.get_pretrained(C['arch'])", "facebook/musicgen-melody"),
      ("p.add_argument('--vit-arch', default='vit_tiny')\ntimm.create_model(args.vit_arch)", "vit_tiny"),
      (
        "p.add_argument('-m', '--music', default='melody')\nMusicGen.get_pretrained(args.music)",
        "facebook/musicgen-melody"
      ),
      (
        "@click.option('--music', default='melody')\ndef f(music): MusicGen.get_pretrained(music)",
        "facebook/musicgen-melody"
      ),
      (
        "class C:\n  music: str = field(default='melody')\nMusicGen.get_pretrained(c.music)", "facebook/musicgen-melody"
      ),
      ("p.add_argument('-m', '--model', default='acme/b')", "acme/b"),
      // Two libraries: what neither says stays the hub's.
      ("a = 'acme/b'\ntimm.create_model(a)\nAutoModel.from_pretrained(a)", "acme/b"),
    ])
  func followedToLibraries(text: String, id: String) {
    #expect(detector.detect("a.py", text).references.map(\.model.id) == [id])
    #expect(detector.detectIfFound("a.py", text).references.map(\.model.id) == [id])
  }

  @Test("a name of torch.hub is looked up in the repository beside the constant")
  func followedToTorchHub() {
    let text = "name = 'resnet18'\nm = torch.hub.load('pytorch/vision', name)"
    #expect(detector.detect("a.py", text).references.map(\.model.id) == ["pytorch/vision:resnet18", "pytorch/vision"])
  }

  @Test(
    "what somebody calls a model and is none, or nobody's service",
    arguments: [
      ("LIMITER_MODEL = '1/second'", []),
      // An entry called as everybody's are says nothing of what else is.
      ("AutoModel.from_pretrained(c['name'])\nrun(name='trial-7')", []),
      // What is put onto the hub under an entry's name is not all that has such an entry.
      ("m.push_to_hub(c['base'])\nc = {'base': 'meta-llama/Llama-2-7b-hf'}", ["meta-llama/Llama-2-7b-hf huggingface"]),
      ("base_model = 'gpt4all_llama'", []),
      ("base_model = 'gpt4t'", ["gpt4t hosted"]), ("MODEL = '01-ai/Yi-6B'", ["01-ai/Yi-6B huggingface"]),
    ])
  func otherNames(text: String, expected: [String]) {
    let references = detector.detect("a.py", text).references
    #expect(references.map { "\($0.model.id) \($0.model.registry)" } == expected)
  }

  @Test(
    "names that are put together at run time are told as such",
    arguments: [
      ("a.py", "from_pretrained(f'meta-llama/Llama-3-{size}')", "meta-llama/Llama-3-{size}"),
      ("a.ts", "const model = `Qwen/Qwen3-${size}`", "Qwen/Qwen3-${size}"),
      ("a.swift", "let model = \"mlx-community/\\(name)\"", "mlx-community/\\(name)"),
      ("a.kt", "val model = \"unsloth/$name\"", "unsloth/$name"),
      ("a.go", "model := fmt.Sprintf(\"Qwen/%s\", x)", "Qwen/%s"),
    ])
  func partial(path: String, text: String, name: String) {
    let references = detector.detect(path, text).references
    #expect(references.map(\.asWritten) == [name] && references.map(\.isPartial) == [true])
  }

  @Test("a host that can be set does not hide the hub's path")
  func mirrored() {
    let text = "url = f\"{HOST}/acme/a/resolve/main/m.onnx\""
    #expect(detector.detect("a.py", text).outlines == ["1:16-22 acme/a used named main"])
  }

  @Test("resources of an application's bundle")
  func resources() {
    let text = "Bundle.main.path(forResource: \"efficientdet_lite0\", ofType: \"tflite\")"
    let references = detector.detect("A.swift", text).references
    #expect(references.map(\.model) == [.local("efficientdet_lite0.tflite")])
    #expect(references.map(\.asWritten) == ["efficientdet_lite0"])
  }

  @Test("constants of MLX's registries stand for what the library gives them")
  func registryConstants() {
    let text =
      "let m = LLMRegistry.llama3_8B_4bit\n// LLMRegistry.phi4bit\nlet n = VLMRegistry.shared.models\nlet o = LLMRegistry.unheardOf"
    let references = detector.detect("A.swift", text).references
    #expect(references.map(\.outline) == ["1:9-35 LLMRegistry.llama3_8B_4bit used"])
    #expect(references.map(\.model.id) == ["mlx-community/Meta-Llama-3-8B-Instruct-4bit"])
    #expect(references.map(\.confidence) == [.medium] && references[0].remark != nil)
  }

  @Test("a library's default stands for a name that is not said")
  func implicit() {
    let references = detector.detect("a.py", "p = pipeline('sentiment-analysis', device=0)").references
    #expect(references.map(\.outline) == ["1:15-33 sentiment-analysis used unpinned"])
    #expect(references.map(\.model.id) == ["distilbert/distilbert-base-uncased-finetuned-sst-2-english"])
    #expect(references.map(\.confidence) == [.low])
    #expect(references[0].remark == "the default of pipeline(\"sentiment-analysis\") in transformers")
    #expect(
      detector.detect("a.js", "await pipeline('summarization')").references.map(\.model.id) == [
        "Xenova/distilbart-cnn-6-6"
      ])
  }

  @Test(
    "no default where a model may be said",
    arguments: [
      "pipeline('text-generation', model=m)", "pipeline('text-generation', m)", "pipeline('text-generation', f())",
      "pipeline('no-such-task')", "pipeline(task)", "pipeline('ner', 'acme/a')",
      "pipeline('ner', tokenizer=t, model=load())",
    ])
  func notImplicit(text: String) {
    #expect(!detector.detect("a.py", text).references.contains { $0.confidence == .low })
  }

  @Test(
    "traps",
    arguments: [
      ("a.go", "import \"net/http\"\nimport \"github.com/acme/llama-go\""),
      ("a.ts", "import x from '@huggingface/transformers'"),
      ("a.tsx", "<div className=\"md:text-5xl sm:text-base\" />"),
      ("a.js", "fetch(u, { headers: { 'Content-Type': 'application/json' } })"),
      ("a.py", "x = self.task; torch.onnx.export(m)"), ("a.py", "model_type = 'llama'"),
      ("a.py", "chat_template = 'llama3'"),
      ("a.py", "license = 'Apache-2.0'; date = '2024-05-13'"), ("a.py", "AutoConfig.for_model('qwen3_moe')"),
      ("a.py", "save('/content/tuned.tflite')"), ("a.cs", "AddOllamaChatCompletion(\"any\")"),
      ("a.py", "model = 'your-model'"),
      ("a.py", "model = 'foo/bar'"), ("a.rs", "use candle::Device; let x = 'a';"), ("a.c", "#include \"llama/ggml.h\""),
      ("a.py", "image = 'nvidia/cuda:12.0-base'"), ("a.go", "model := \"%s/%s\""), ("a.py", "model = '{owner}/{name}'"),
      ("a.js", "uses('actions/checkout@v4')"), ("a.py", "load_checkpoint('mixtral', x)"),
    ])
  func traps(path: String, text: String) {
    #expect(detector.detect(path, text).names == [])
  }

  @Test("nothing is a trap in any language", arguments: CodeLanguage.all.map(\.name))
  func hostile(name: String) throws {
    let language = try #require(CodeLanguage.all.first { $0.name == name })
    let text =
      "m := f(\"acme/a\", `b/${c}`, 'd', r#\"e\"#, @\"f\", R\"x(g)x\") { model: \"acme/é😀\" } // \"h\"\r\nx = \"#{y}$z\\(w)\""
    let path = "a." + (language.extensions.first ?? "")
    for bytes in spoiled(text) {
      #expect(detector.detect(path, bytes: bytes).isWithin(SourceText(path: path, bytes: bytes)))
    }
  }

  @Test(
    "empty lines and quotes by the hundred thousand are read in time that grows with them", .timeLimit(.minutes(1)),
    arguments: ["\n", "\r\n", "\"", "'", "`"])
  func repeated(text: String) {
    let source = "const model = \"acme/a\";\n" + String(repeating: text, count: 100_000)
    #expect(detector.detect("a.js", source).references.first?.asWritten == "acme/a")
  }

  @Test("a file that loads thousands of folders is read in time that grows with it", .timeLimit(.minutes(1)))
  func manyFolders() {
    let lines = (0..<6_000).map { "m = AutoModel.from_pretrained(\"./weights/acme-\($0)\")\n" }
    let references = SourceCode().detect("a.py", lines.joined()).references
    #expect(references.count == 6_000 && references.allSatisfy { $0.model.registry == .local })
    // What the file has elsewhere, too, is where it saves something.
    #expect(SourceCode().detect("a.py", lines[0] + "save(\"./weights/acme-0\")\n").references.isEmpty)
  }

  @Test(
    "of JavaScript are pinned by the options of their call",
    arguments: [
      ("{revision: 'v1'}", Revision.named("v1")), ("{ dtype: 'q4', 'revision': \"v1\" }", .named("v1")),
      ("{dtype: 'q4'}", .unpinned), ("{a: {revision: 'v1'}}", .unpinned),
    ])
  func options(options: String, expected: Revision) {
    let found = SourceCode().detect("a.ts", "await pipeline('t', 'Xenova/whisper-tiny.en', \(options));\n")
    #expect(found.references.map(\.revision) == [expected])
  }
}
