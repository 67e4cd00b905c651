import Testing

@testable import ProvisoDetection

@Suite("A first look at code")
struct QuotedNamesTests {
  private func mayStand(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let hints = SearchPlan(SearchedWords([(needles: [], hints: QuotedNames.hints)]), wanted: 1).search(bytes.span)
      .hints(of: 0)
    return CodeLanguage.python.quotedNames.mayStand(in: bytes, hints: hints)
  }

  @Test(
    "finds names, calls and addresses",
    arguments: [
      #"x = "meta-llama/Llama-3.1-8B""#, #"let a = "acme-7b.gguf""#, #"load(from + "/chat.gguf")"#,
      #"AutoModel.from_pretrained(x)"#, "# see https://huggingface.co/acme/x", #"const m = 'gpt-4o-mini'"#,
      #"f"meta-llama/Llama-{size}""#, #"ASR_MODEL = "base""#,
      #"Bundle.main.path(forResource: "face", ofType: "task")"#,
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

  @Test("passes over the rest", arguments: ["", "\"", "'a' + 'b'", #"print("hello world")"#, "x = 1 / 2"])
  func others(text: String) {
    #expect(!mayStand(text))
  }
}
