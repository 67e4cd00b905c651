import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Names that are put together from literals and constants")
struct JoinedNamesTests {
  private func found(_ path: String, _ text: String) -> [String] {
    SourceCode().detectIfFound(path, text).references.filter { $0.role != .mentioned }.map {
      "\($0.location.line):\($0.location.column) \($0.model.id)\($0.isPartial ? " ?" : "")"
    }
  }

  @Test(
    "are read where their operands are literals or names with one value",
    arguments: [
      ("a.py", "AutoModel.from_pretrained(\"facebook/\"\n  \"nllb-200-3.3B\")", "1:28 facebook/nllb-200-3.3B"),
      (
        "a.py", "AutoModel.from_pretrained(\n  \"facebook/\" + \"nllb-200-3.3B\",\n  revision=x)",
        "2:4 facebook/nllb-200-3.3B"
      ),
      (
        "a.py", "O = \"facebook\"\nm = AutoModel.from_pretrained(f\"{O}/nllb-200-3.3B\")", "2:33 facebook/nllb-200-3.3B"
      ),
      (
        "a.py", "O = \"facebook\"\nm = AutoModel.from_pretrained(O + \"/nllb-200-3.3B\")", "2:36 facebook/nllb-200-3.3B"
      ),
      (
        "a.py", "ORG: str = 'facebook'\nAutoModel.from_pretrained(\"{}/nllb-200-3.3B\".format(ORG))",
        "2:28 facebook/nllb-200-3.3B"
      ),
      (
        "a.py", "AutoModel.from_pretrained(\"/\".join([\"facebook\", \"nllb-200-3.3B\"]))",
        "1:28 facebook/nllb-200-3.3B"
      ),
      ("a.py", "AutoModel.from_pretrained(\"%s/nllb-200-3.3B\" % \"facebook\")", "1:28 facebook/nllb-200-3.3B"),
      (
        "a.py",
        "class C:\n  org = 'facebook'\n  def f(self):\n    return AutoModel.from_pretrained(f'{self.org}/nllb-200-3.3B')",
        "4:40 facebook/nllb-200-3.3B"
      ),
      (
        "a.py", "MODEL = (\n  \"facebook/\"\n  \"nllb-200-3.3B\"\n)\nAutoModel.from_pretrained(MODEL)",
        "2:4 facebook/nllb-200-3.3B"
      ),
      (
        "a.py", "O = 'Qwen'\nS = '8B'\nMODEL_ID = f'{O}/Qwen3-{S}-AWQ'\nAutoModel.from_pretrained(MODEL_ID)",
        "3:14 Qwen/Qwen3-8B-AWQ"
      ),
      ("a.ts", "const ORG = 'Xenova';\nawait pipeline('t', `${ORG}/whisper-tiny.en`);", "2:22 Xenova/whisper-tiny.en"),
      ("a.js", "const m = await pipeline('t', 'Xenova/' + 'whisper-tiny.en');", "1:32 Xenova/whisper-tiny.en"),
      (
        "a.swift", "let org = \"mlx-community\"\nlet c = ModelConfiguration(id: \"\\(org)/Qwen3-4B-4bit\")",
        "2:33 mlx-community/Qwen3-4B-4bit"
      ),
      (
        "a.swift", "let c = ModelConfiguration(id: \"mlx-community/\" + \"Qwen3-4B-4bit\")",
        "1:33 mlx-community/Qwen3-4B-4bit"
      ),
    ])
  func read(path: String, text: String, expected: String) {
    #expect(found(path, text) == [expected])
  }

  @Test(
    "are known in part where a value comes at run time",
    arguments: [
      (
        "a.py", "O = 'meta-llama'\nAutoModel.from_pretrained(f'{O}/Llama-3-{size}')", "2:29 meta-llama/Llama-3-{size} ?"
      ),
      (
        "a.py", "O = 'meta-llama'\nO = x\nAutoModel.from_pretrained(f'meta-llama/Llama-3-{O}')",
        "3:29 meta-llama/Llama-3-{O} ?"
      ),
    ])
  func partly(path: String, text: String, expected: String) {
    #expect(found(path, text) == [expected])
  }

  @Test(
    "are none where a name has two values, or nothing asks for a model",
    arguments: [
      ("a.py", "O = 'facebook'\nif x: O = 'google'\nAutoModel.from_pretrained(f'{O}/nllb')"),
      ("a.py", "for O in y:\n  O = 'facebook'\nAutoModel.from_pretrained(f'{O}/nllb')"),
      ("a.py", "def f(O='facebook'):\n  AutoModel.from_pretrained(f'{O}/nllb')"),
      ("a.py", "path = 'assets/' 'images'\nmodel = AutoModel"),
      ("a.py", "model = 1\nprint('llama ' 'models/' + 'x')"),
      ("a.py", "model.push_to_hub('acme/' + 'llama-7b')"),
      ("a.py", "O = 'Qwen'\nREPO_ID = f'{O}/Acme-7B-GGUF'\napi.create_repo(repo_id=REPO_ID)"),
      ("a.py", "REPO_ID = 'Qwen/Acme-7B-GGUF'\napi.upload_file(x, repo_id=REPO_ID)"),
    ])
  func left(path: String, text: String) {
    #expect(found(path, text) == [])
  }

  @Test(
    "what is spoiled is read without a fault", arguments: ["load(f'{O}/b' + \"c\" % (O, 'd'))", "x = f\"{a\" + 'b"])
  func hostile(text: String) {
    for bytes in spoiled("O = 'a'\nAutoModel.from_pretrained(" + text) {
      #expect(SourceCode().detect("a.py", bytes: bytes).isWithin(SourceText(path: "a.py", bytes: bytes)))
    }
  }

  @Test(
    "what is put into one another deeper than any name ends nothing",
    arguments: [
      "\"%s\" % ", "\"{}\".format(", "\"/\".join([", "\"%s\" % (",
    ])
  func nested(unit: String) {
    let text = "AutoModel.from_pretrained(\"acme/tiny-chat\")\nx = " + String(repeating: unit, count: 100_000)
    #expect(found("a.py", text) == ["1:28 acme/tiny-chat"])
  }

  @Test("the last of more strings side by side than any name has are no name by themselves")
  func tooMany() {
    let parts = String(repeating: "'x' ", count: 20) + "'acme/' 'tiny-chat'"
    #expect(found("a.py", "AutoModel.from_pretrained(\(parts))") == [])
  }

  @Test("a line of nothing but strings is read in time that grows with it", .timeLimit(.minutes(1)))
  func sideBySide() {
    let line = String(repeating: "\"a/b\" ", count: 20_000)
    #expect(found("a.py", "m = AutoModel.from_pretrained(\"acme/tiny-chat\")\nx = " + line) == ["1:32 acme/tiny-chat"])
  }
}
