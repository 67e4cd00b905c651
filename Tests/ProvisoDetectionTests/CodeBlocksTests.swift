import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Texts of several lines in code")
struct CodeBlocksTests {
  @Test(
    "are read as the settings, requests and commands that they are, at their places in the file",
    arguments: [
      (
        "a.py", "cfg = '''models:\n  - type: main\n    model: acme/tuned-7b\n'''\n", ["3:12-25 acme/tuned-7b used"]
      ),
      ("a.py", "x = \"\"\"\nvllm serve acme/tuned-7b\n\"\"\"\n", ["2:12-25 acme/tuned-7b used unpinned"]),
      ("a.py", "write(\"\"\"\\\n[chat]\nmodel = \"acme/tuned-7b\"\n\"\"\")\n", ["3:10-23 acme/tuned-7b used"]),
      ("a.py", "x = \"\"\"\n# how\nMODEL=acme/tuned-7b\n\"\"\"\n", ["3:7-20 acme/tuned-7b used"]),
      ("a.ts", "const c = `\nmodel: acme/tuned-7b\nport: ${port}\n`;\n", ["2:8-21 acme/tuned-7b used"]),
      ("a.go", "var b = `{\"model\": \"acme/tuned-7b\"}`\n", ["1:21-34 acme/tuned-7b used"]),
      ("a.rs", "let b = r#\"{\"model\": \"acme/tuned-7b\"}\"#;\n", ["1:23-36 acme/tuned-7b used"]),
      ("a.rs", "let b = r#\"\nmodel: acme/tuned-7b\n\"#;\n", ["2:8-21 acme/tuned-7b used"]),
      ("a.cpp", "auto b = R\"(\nmodel: acme/tuned-7b\n)\";\n", ["2:8-21 acme/tuned-7b used"]),
      ("A.java", "String b = \"\"\"\n  {\"model\": \"acme/tuned-7b\"}\n  \"\"\";\n", ["2:14-27 acme/tuned-7b used"]),
      ("a.swift", "let b = \"\"\"\n  model: acme/tuned-7b\n  \"\"\"\n", ["2:10-23 acme/tuned-7b used"]),
    ])
  func settings(path: String, text: String, expected: [String]) {
    #expect(SourceCode().detectIfFound(path, text).outlines == expected)
  }

  @Test(
    "and so is JSON on one line, whose quotes may be escaped",
    arguments: [
      ("a.py", #"r = post('{"model": "acme/tuned-7b"}')"#, ["1:22-35 acme/tuned-7b used"]),
      ("a.go", #"b := "{\"model\": \"acme/tuned-7b\"}""#, ["1:21-34 acme/tuned-7b used"]),
      ("a.go", #"b := "{\"name\": \"acme/tuned\"}""#, []),
    ])
  func json(path: String, text: String, expected: [String]) {
    #expect(SourceCode().detectIfFound(path, text).outlines == expected)
  }

  @Test("names that a list of settings in a variable asks for by the variable's name")
  func label() {
    #expect(
      SourceCode().detectIfFound("a.py", "MODELS = \"\"\"[\n  {\"id\": \"acme/nano\"}\n]\"\"\"\n").names == [
        "acme/nano"
      ])
  }

  @Test(
    "are passed over where they are prompts, prose or code",
    arguments: [
      "prompt = \"\"\"\nmodel: acme/tuned-7b\n\"\"\"\n", "text = \"\"\"\nWe like it.\nmodel: acme/tuned-7b\n\"\"\"\n",
      "code = \"\"\"\nimport a\nmodel = \"acme/tuned-7b\"\n\"\"\"\n", "x = b\"\"\"\nmodel: acme/tuned-7b\n\"\"\"\n",
    ])
  func passedOver(text: String) {
    #expect(SourceCode().detect("a.py", text).outlines.isEmpty)
  }

  @Test(
    "of documentation show commands, names in quotes and addresses, which are mentions",
    arguments: [
      (
        "a.py",
        "\"\"\"\nUsage:\n\npython x.py \\\n    --model_name_or_path acme/tuned-7b \\\n    --dataset_name acme/clips\n\"\"\"\n",
        ["5:26-39 acme/tuned-7b mentioned unpinned"]
      ),
      (
        "a.py", "def f():\n    \"\"\"It's:\n\n    >>> load_model('Qwen/Qwen3-8B')\n    \"\"\"\n",
        ["4:21-34 Qwen/Qwen3-8B mentioned"]
      ),
      (
        "a.py", "class A:\n    r'''A model: https://huggingface.co/acme/tuned.'''\n",
        ["2:18-51 https://huggingface.co/acme/tuned mentioned"]
      ),
      (
        "a.ex", "defmodule A do\n  @moduledoc \"\"\"\n      model = \"Qwen/Qwen3-8B\"\n  \"\"\"\nend\n",
        ["3:16-29 Qwen/Qwen3-8B mentioned"]
      ),
      ("a.py", "\"\"\"\npython is a language, \"and/or\" not\n\"\"\"\n", []),
    ])
  func documentation(path: String, text: String, expected: [String]) {
    #expect(SourceCode().detectIfFound(path, text).outlines == expected)
  }

  @Test("are no trap, however they are spoiled")
  func hostile() {
    let text =
      "x = '''\nmodel: Qwen/Qwen3-8B\n'''\ny = '{\"model\": \"Qwen/é\"}'\n\"\"\"\npython x.py --model Qwen/a\n\"\"\""
    for bytes in spoiled(text) {
      #expect(SourceCode().detect("a.py", bytes: bytes).isWithin(SourceText(path: "a.py", bytes: bytes)))
    }
  }

  @Test(
    "cost no more for being many",
    arguments: [
      "model #\"a ", "\"\"\"model::::::::", "model = \"\"\"", "r\"model=", "`model/a/b/c ", "\"\"\"\n========model",
    ])
  func many(text: String) {
    #expect(SourceCode().detectIfFound("a.py", String(repeating: text, count: 40_000)).references.isEmpty)
    #expect(
      SourceCode().detectIfFound("a.py", "x = \"\"\"" + String(repeating: text, count: 40_000)).references.isEmpty)
  }

  @Test("lie three deep at most")
  func nesting() {
    let yaml = (0..<20).reduce("model: acme/tuned-7b\n") { text, _ in
      "a: |\n" + text.split(separator: "\n").map { "  \($0)\n" }.joined()
    }
    #expect(SourceCode().detect("a.py", "x = \"\"\"\n\(yaml)\"\"\"\n").references.isEmpty)
  }
}
