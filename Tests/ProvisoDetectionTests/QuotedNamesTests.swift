import Testing

@testable import ProvisoDetection

@Suite("A first look at code")
struct QuotedNamesTests {
  private func mayStand(_ text: String, _ language: CodeLanguage = .python) -> Bool {
    let bytes = Array(text.utf8)
    let hints = SearchPlan(SearchedWords([(needles: [], hints: QuotedNames.hints)], mark: nil), wanted: 1).search(
      bytes.span
    )
    .hints(of: 0)
    return language.quotedNames.mayStand(in: bytes, hints: hints)
  }

  @Test(
    "finds names, calls and addresses",
    arguments: [
      #"x = "meta-llama/Llama-3.1-8B""#, #"let a = "acme-7b.gguf""#, #"load(from + "/chat.gguf")"#,
      #"AutoModel.from_pretrained(x)"#, "# see https://huggingface.co/acme/x", #"const m = 'gpt-4o-mini'"#,
      #"f"meta-llama/Llama-{size}""#, #"ASR_MODEL = "base""#,
      #"f"arn:aws:bedrock:{os.environ['REGION']}::foundation-model/x""#,
    ])
  func found(text: String) {
    #expect(mayStand(text))
  }

  @Test("takes a word or a path for a name only where something in the file asks for one")
  func asked() {
    #expect(!mayStand(#"run("command")"#))
    #expect(mayStand(#"model = "command""#))
    #expect(!mayStand(#"send("acme/thing")"#))
    #expect(mayStand(#"repo_id = "acme/thing""#))
  }

  @Test("of a word that only holds a model's name no key makes one")
  func heldWords() {
    #expect(!mayStand(#"model_field = Field("optional", "DecimalField", "handle_chinese_chars")"#))
    #expect(!mayStand(#"model = "application/json""#))
    // A piece may be made a name of, a file's ending too.
    #expect(mayStand(#"model = "Llama-" + size"#) && mayStand(#"model = name + "-gemma""#))
    #expect(mayStand(#"model = stem + "gguf""#))
    #expect(mayStand(#"text = "{\"model\": \"acme/tiny-llama\"}""#))
  }

  @Test("knows a call by what stands before it, where its own name says too little")
  func qualifiers() {
    #expect(mayStand("spacy.load(x)") && mayStand("from_pretrained(x)"))
    #expect(!mayStand("json.load(x)") && !mayStand("unfrom_pretrained(x)"))
  }

  @Test("takes what a file brings in for no model, whatever asks for one, but reads the rest")
  func imports() {
    let go = "import (\n\t\"encoding/json\"\n\tlog \"github.com/acme/log\"\n)\n"
    #expect(!mayStand(go + "type model struct{}", .go) && !mayStand("import \"acme/tool\"; model", .go))
    #expect(mayStand(go + #"model := "acme/tool""#, .go))
    #expect(mayStand("import ( // not closed\nmodel = \"meta-llama/Llama-3.1-8B\"", .go))
    let script = #"import x from "../model/api"; import "acme/style"; const y = require("acme/model")"#
    #expect(!mayStand(script, .javaScript))
    #expect(mayStand(script + #"; model = "acme/tool""#, .javaScript))
  }

  @Test("reads no file for a page of the hub's documentation")
  func pages() {
    #expect(!mayStand("# see https://huggingface.co/docs/hub and hf.co/join"))
    #expect(mayStand("# see https://huggingface.co/docs/hub and https://huggingface.co/acme/x"))
    #expect(mayStand("# see https://huggingface.co/spaces/acme/x"))
  }

  @Test("asks for a family in the name of an `.xml`, and for pieces that may be a name's")
  func pieces() {
    #expect(!mayStand(#"load("pom.xml")"#, .java) && mayStand(#"load("llama-3-8b.xml")"#, .java))
    #expect(
      !mayStand(#"model = "/secrets/{list}".replace("x", "/acme/agents/tool")"#.replacing("{list}", with: "opt"), .java)
    )
    #expect(mayStand(#"model = owner + "/llama-tool""#))
  }

  @Test("knows the labels of resources where the language has them")
  func resources() {
    let text = #"Bundle.main.path(forResource: "face", ofType: "task")"#
    #expect(mayStand(text, .swift) && !mayStand(#"reader.forResource("face")"#, .java))
  }

  @Test("passes over the rest", arguments: ["", "\"", "'a' + 'b'", #"print("hello world")"#, "x = 1 / 2"])
  func others(text: String) {
    #expect(!mayStand(text))
  }
}
