import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Models that are named at run time")
struct DynamicNamesTests {
  private func partial(_ path: String, _ text: String) -> [String] {
    SourceCode().detectIfFound(path, text).references.filter(\.isPartial).map {
      "\($0.location.line):\($0.location.column) \($0.asWritten)"
    }
  }

  @Test(
    "told where a loading call is given them",
    arguments: [
      ("a.py", "AutoModel.from_pretrained(os.environ[\"MODEL_ID\"])", "1:27 os.environ[\"MODEL_ID\"]"),
      ("a.py", "AutoModel.from_pretrained(os.getenv('X'), revision='a1')", "1:27 os.getenv('X')"),
      ("a.py", "SentenceTransformer(\n    os.environ.get('X', None),\n)", "2:5 os.environ.get('X', None)"),
      ("a.py", "LLM(model=sys.argv[1])", "1:11 sys.argv[1]"),
      ("a.py", "pipeline('t', model=str(os.environ['M']))", "1:21 str(os.environ['M'])"),
      ("a.py", "AutoModel.from_pretrained(\"meta-llama/\" + name)", "1:28 meta-llama/"),
      ("a.py", "AutoModel.from_pretrained('meta-llama/Llama-3-%s' % size)", "1:28 meta-llama/Llama-3-%s"),
      ("a.ts", "await pipeline('t', process.env.MODEL!)", "1:21 process.env.MODEL!"),
      ("a.ts", "new ChatOllama({ model: process.env[\"MODEL\"] })", "1:25 process.env[\"MODEL\"]"),
      ("a.js", "AutoModel.from_pretrained('Xenova/' + name)", "1:28 Xenova/"),
      (
        "a.swift", "HuggingFaceModel(id: ProcessInfo.processInfo.environment[\"MODEL\"]!)",
        "1:22 ProcessInfo.processInfo.environment[\"MODEL\"]!"
      ),
      ("a.swift", "ModelConfiguration(id: CommandLine.arguments[1])", "1:24 CommandLine.arguments[1]"),
      ("a.go", "llm, err := ollama.New(ollama.WithModel(os.Getenv(\"MODEL\")))", "1:41 os.Getenv(\"MODEL\")"),
      ("A.java", "builder().modelName(System.getenv(\"MODEL\"))", "1:21 System.getenv(\"MODEL\")"),
      ("a.rs", "api.model(env::var(\"MODEL\")?)", "1:11 env::var(\"MODEL\")?"),
    ])
  func told(path: String, text: String, expected: String) {
    #expect(partial(path, text) == [expected])
  }

  @Test(
    "told where a name holds them that a loading call is given",
    arguments: [
      ("a.py", "MODEL = os.environ[\"MODEL\"]\nAutoModel.from_pretrained(MODEL)", "1:9 os.environ[\"MODEL\"]"),
      ("a.py", "  path = sys.argv[1]\n  AutoModel.from_pretrained(path)", "1:10 sys.argv[1]"),
      ("a.ts", "const id: string = process.env.MODEL;\npipeline('t', id)", "1:20 process.env.MODEL"),
      ("a.swift", "let id = CommandLine.arguments[1]\nModelConfiguration(id: id)", "1:10 CommandLine.arguments[1]"),
    ])
  func followed(path: String, text: String, expected: String) {
    #expect(partial(path, text) == [expected])
  }

  @Test(
    "not where something stands in for them, or the call asks for something else",
    arguments: [
      ("a.py", "AutoModel.from_pretrained(os.getenv('X', 'acme/tiny'))"),
      ("a.py", "p.add_argument('--model', default=DEFAULT)\nAutoModel.from_pretrained(args.model)"),
      ("a.py", "AutoModel.from_pretrained(args.path)"),
      ("a.py", "AutoModel.from_pretrained(os.getenv('X', DEFAULT))"),
      ("a.py", "AutoModel.from_pretrained(os.getenv('X') or DEFAULT)"),
      ("a.py", "AutoModel.from_pretrained('acme/tiny', token=os.environ['HF_TOKEN'])"),
      ("a.py", "AutoModel.from_pretrained(os.path.join(os.environ['HOME'], 'm'))"),
      ("a.py", "AutoModel.from_pretrained(os.environ['HOME'] + '/m')"),
      ("a.py", "AutoModel.from_pretrained(args['model'])"),
      ("a.py", "AutoModel.from_pretrained(folder + '/checkpoint')"),
      ("a.py", "AutoModel.from_pretrained('outputs/' + run)"),
      ("a.py", "MODEL = os.getenv('M')\nif not MODEL:\n  MODEL = 'acme/tiny'\nAutoModel.from_pretrained(MODEL)"),
      ("a.py", "KEY = os.environ['KEY']\nAutoModel.from_pretrained(MODEL, token=KEY)"),
      ("a.py", "# MODEL = os.environ['MODEL']\nAutoModel.from_pretrained(MODEL)"),
      ("a.py", "log(os.environ['MODEL'])"), ("a.ts", "pipeline('t', process.env.MODEL ?? 'acme/tiny')"),
      ("a.swift", "ModelConfiguration(id: ProcessInfo.processInfo.environment[\"M\"] ?? \"acme/tiny\")"),
    ])
  func silent(path: String, text: String) {
    #expect(partial(path, text) == [])
  }

  @Test(
    "a default is what is loaded",
    arguments: [
      "AutoModel.from_pretrained(os.getenv('X', 'acme/tiny'))", "LLM(model=os.environ.get('X', 'acme/tiny'))",
      "AutoModel.from_pretrained(os.getenv('X') or 'acme/tiny')",
      "NAME = os.getenv('X', 'acme/tiny')\nAutoModel.from_pretrained(NAME)",
    ])
  func fallback(text: String) {
    #expect(SourceCode().detectIfFound("a.py", text).names == ["acme/tiny"])
  }

  @Test(
    "members of something name nothing; the default of an option is what is loaded",
    arguments: [
      ("p.add_argument('--model-id', required=True)\nAutoModel.from_pretrained(args.model_id)", []),
      ("def f(args):\n  AutoModel.from_pretrained(args.model)", []),
      ("AutoModel.from_pretrained(self.config.model_name_or_path)", []),
      ("YOLO(opt.weights)\nLLM(model=cli_args.model)\npipeline('t', model=self.model)", []),
      ("p.add_argument('--model', default='acme/tiny')\nAutoModel.from_pretrained(args.model)", ["acme/tiny"]),
      ("p.add_argument('--ckpt', type=str, default='acme/tiny')\nLLM(model=args.ckpt)", ["acme/tiny"]),
    ])
  func members(text: String, expected: [String]) {
    #expect(SourceCode().detectIfFound("a.py", text).names == expected)
  }

  @Test("a default of something else is none")
  func otherFallback() {
    #expect(SourceCode().detect("a.py", "LLM(model=M, cache=os.getenv('X', 'acme/tiny'))").names == [])
  }

  @Test("whatever else stands there does no harm")
  func hostile() {
    for text in spoiled("LLM(model=os.environ[\"M\"], x={'a': [1, (2)]})\nM = sys.argv[1] # x\nLLM(M)\n") {
      let source = SourceText(path: "a.py", bytes: text)
      let input = DetectionInput(path: FilePath("a.py"), source: source)
      #expect(SourceCode().detect(input).references.allSatisfy { $0.location.line <= source.lineCount })
    }
  }

  @Test("a folder that a loading call is given may be in the tree, or anywhere")
  func folders() {
    func paths(_ text: String) -> [String] {
      SourceCode().detectIfFound("a.py", text).references.map { "\($0.model.registry.rawValue) \($0.model.id)" }
    }
    #expect(paths("m = AutoModel.from_pretrained(\"./weights/acme\")") == ["local ./weights/acme"])
    #expect(paths("m.save_pretrained('./out')\nm = AutoModel.from_pretrained('./out')") == [], "its own output")
    #expect(paths("m = AutoModel.from_pretrained('./path/to/model')") == [])
    #expect(paths("m = load('./weights/acme')") == [])
  }
}
