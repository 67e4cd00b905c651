import Testing

@testable import ProvisoDetection

@Suite("What a text is written in")
struct TextLanguageTests {
  @Test(
    "is told by its first lines",
    arguments: [
      ("\n  model: a\n  # why\n  list:\n    - b\n", "yaml"), ("---\nmodel: a\n", "yaml"), ("\"model\": a\n", "yaml"),
      ("[chat]\nmodel = 1\n", "toml"), ("a.b=c\n", "toml"), ("{\n  \"a\": 1}", "json"), ("[{\"a\": 1}]", "json"),
      ("#!/bin/bash\nset -e\n", "sh"), ("\\\nollama pull x\n", "sh"), ("python a.py --x \\\n  --y\n", "sh"),
      ("CUDA=0 vllm serve x\n", "sh"),
    ])
  func told(text: String, language: String) {
    #expect(TextLanguage.of(Array(text.utf8)[...]) == language)
  }

  @Test(
    "is nothing where a line is of another kind",
    arguments: [
      "", "\n\n", "Some words.\n", "model: a\nand more\n", "import a\n", "a = 1\nb: 2\n", "python is nice\n",
      "a == b\n",
      "#!/usr/bin/perl\n", "http://a.b/c\n", "a : int\n  What it is.\n",
    ])
  func nothing(text: String) {
    #expect(TextLanguage.of(Array(text.utf8)[...]) == nil)
  }

  @Test(
    "follows from the name of a file",
    arguments: [
      ("a/serving.properties", "properties"), ("x.YAML", "yaml"), ("Dockerfile", "dockerfile"), ("a.py", "py"),
      ("a.md", nil), ("a", nil),
    ])
  func ofFile(path: String, language: String?) {
    #expect(TextLanguage.ofFile(FilePath(path)) == language)
  }
}
