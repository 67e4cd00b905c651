import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Models in Elixir, Lua and R")
struct ScriptingCodeTests {
  @Test(
    "found with their places",
    arguments: [
      ("a.exs", "Bumblebee.load_model({:hf, \"openai/clip-vit-large-patch14\"})", ["openai/clip-vit-large-patch14"]),
      ("lib/a.ex", "# {:hf, \"Qwen/Qwen3-8B\"}\n@repo {:hf, \"Qwen/Qwen3-4B\"}", ["Qwen/Qwen3-8B", "Qwen/Qwen3-4B"]),
      ("a.ex", "x = \"acme/a\"", []),
      ("a.R", "model <- whisper(\"tiny\")\nother <- listen(\"tiny\")", ["tiny"]),
      (
        "a.lua", "require(\"x\").setup({ model = \"Qwen/Qwen3-8B\" }) -- it's fine\nmodel = 'acme/a-7b'",
        [
          "Qwen/Qwen3-8B", "acme/a-7b",
        ]
      ),
    ])
  func found(path: String, text: String, expected: [String]) {
    #expect(SourceCode().detect(path, text).names == expected)
  }

  @Test("in a fence of a document")
  func fence() {
    #expect(
      Document().detect("README.md", "```elixir\nload_model({:hf, \"Qwen/Qwen3-8B\"})\n```\n").names == [
        "Qwen/Qwen3-8B"
      ])
  }

  @Test(
    "an ARN names a model whatever its region is, and the end of a file's name names none",
    arguments: [
      ("a.py", "m = f\"arn:aws:bedrock:{region}::foundation-model/meta.llama3-1-8b-instruct-v1:0\"", 1),
      ("a.py", "out = name + \"_chunk1.mlpackage\"", 0), ("a.py", "x = name + \"-q4.gguf\"", 0),
    ])
  func places(path: String, text: String, count: Int) {
    #expect(SourceCode().detect(path, text).references.count == count)
  }

  @Test("an ARN of Terraform with a region to be filled in")
  func terraform() {
    let text = "foundation_model = \"arn:aws:bedrock:${var.region}::foundation-model/meta.llama3-1-8b-instruct-v1:0\"\n"
    #expect(
      TerraformCode().detect("main.tf", text).references.map(\.model) == [
        ModelName(registry: .bedrock, id: "meta.llama3-1-8b-instruct-v1:0")
      ])
  }
}
