import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Terraform that names models")
struct TerraformCodeTests {
  let detector = TerraformCode()

  @Test(
    "attributes, defaults, environments and scripts",
    arguments: [
      ("hf_model_id = \"distilbert-base-uncased\"", ["1:16-39 distilbert-base-uncased used"]),
      ("variable \"model_id\" {\n  default = \"acme/a-7b\"\n}", ["2:14-23 acme/a-7b used"]),
      (
        "resource \"a\" \"b\" {\n  environment = { HF_MODEL_ID = \"acme/a-7b\" }\n}",
        ["2:34-43 acme/a-7b used unpinned"]
      ),
      (
        "module \"x\" {\n  d = jsonencode([{ environment = [{ name = \"MODEL\", value = \"acme/a-7b\" }] }])\n}",
        ["2:63-72 acme/a-7b used"]
      ),
      (
        "model_id = \"anthropic.claude-3-haiku-20240307-v1:0\"",
        ["1:13-51 anthropic.claude-3-haiku-20240307-v1:0 used"]
      ),
      (
        "model_id = \"meta.llama3-8b-instruct-v1:0\"", ["1:13-41 meta.llama3-8b-instruct-v1:0 used"]
      ),
      (
        "user_data = <<-EOF\n  #!/bin/sh\n  ollama pull llama3\n  EOF\n",
        ["3:15-21 llama3 used unpinned"]
      ),
    ])
  func found(text: String, expected: [String]) {
    let found = detector.detect("main.tf", text)
    #expect(found.outlines == expected)
    #expect(found.notifications.isEmpty)
  }

  @Test(
    "traps",
    arguments: [
      "source = \"hashicorp/aws\"", "required_providers { aws = { source = \"hashicorp/aws\" } }",
      "model_data = \"s3://my-bucket/x\"",
      "resource \"aws_sagemaker_model\" \"llama3\" { name = \"llama3-endpoint-8b\" }",
      "bucket = \"s3://data/llama\"",
      "resource \"helm_release\" \"prometheus_adapter\" { name = \"prometheus-adapter\" }",
      "# model_id = \"acme/a-7b\"",
      "model_id = var.model_id", "image = \"nvidia/cuda:12\"",
    ])
  func traps(text: String) {
    #expect(detector.detect("main.tf", text).names == [])
  }

  @Test("what is no HCL is told")
  func broken() {
    #expect(detector.detect("main.tf", "model = {").notifications.map(\.level) == [.note])
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled(
      "variable \"é\" {\n default = \"Qwen/Qwen3-8B\"\n}\nrun = <<E\nhf download a/b\nE\n")
    {
      #expect(detector.detect("a.tf", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
  }
}
