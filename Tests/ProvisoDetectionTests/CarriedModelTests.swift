import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Images that have a model in them")
struct CarriedModelTests {
  @Test(
    "are that model",
    arguments: [
      ("nvcr.io/nim/meta/llama-3.2-11b-vision-instruct:latest", "huggingface meta-llama/llama-3.2-11b-vision-instruct"),
      ("nvcr.io/nim/mistralai/mistral-7b-instruct-v0.3@sha256:00", "huggingface mistralai/mistral-7b-instruct-v0.3"),
      ("public.ecr.aws/nvidia/nim:llama3-70b-instruct-1.0.0", "huggingface llama3-70b-instruct"),
      ("public.ecr.aws/nvidia/nim:llama-3.1-8b-instruct-1.1.2", "huggingface llama-3.1-8b-instruct"),
      ("registry.ollama.ai/library/codestral:22b", "ollama codestral:22b"),
      ("registry.ollama.ai/acme/a", "ollama acme/a"),
    ])
  func carried(image: String, expected: String) {
    #expect(CarriedModel.verdict(image).map { "\($0.model.registry) \($0.model.id)" } == expected)
  }

  @Test(
    "others are images",
    arguments: [
      "nvcr.io/nvidia/pytorch:24.01-py3", "nvcr.io/nim/acme/llama-3", "public.ecr.aws/nvidia/nim:1.0.0",
      "public.ecr.aws/acme/nim:llama3-70b", "nvcr.io/nim/meta", "registry.ollama.ai/library",
      "registry.ollama.ai/library/a b", "ollama/ollama", "",
    ])
  func images(image: String) {
    #expect(CarriedModel.verdict(image) == nil)
  }

  @Test("in a manifest of Kubernetes")
  func kubernetes() {
    let text = """
      apiVersion: v1
      kind: Pod
      spec:
        containers:
        - name: n
          image: nvcr.io/nim/meta/llama-3.2-11b-vision-instruct:latest
      """
    #expect(
      YAMLSettings().detect("k.yaml", text).references.map(\.model.id) == ["meta-llama/llama-3.2-11b-vision-instruct"])
  }
}
