import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Weights under the names of services")
struct ServedNameTests {
  @Test(
    "are the publisher's model",
    arguments: [
      ("@cf/meta/llama-3.1-8b-instruct", "meta-llama/llama-3.1-8b-instruct"),
      ("@cf/mistral/mistral-7b-instruct-v0.1", "mistralai/mistral-7b-instruct-v0.1"),
      ("@cf/black-forest-labs/flux-1-schnell", "black-forest-labs/flux-1-schnell"),
      ("accounts/fireworks/models/llama-v3p1-70b-instruct", "llama-3.1-70b-instruct"),
      ("accounts/fireworks/models/qwen2p5-72b-instruct", "qwen2.5-72b-instruct"),
      ("accounts/fireworks/models/mixtral-8x7b-instruct", "mixtral-8x7b-instruct"),
    ])
  func published(text: String, id: String) {
    for context in [NameContext.bare, .modelKey, .loadingCall] {
      #expect(NameJudge.judge(text, in: context)?.model == ModelName(registry: .huggingface, id: id))
    }
  }

  @Test(
    "are the service's where nothing says whose they are",
    arguments: ["@cf/nobody-at-all/thing", "accounts/fireworks/models/firething-1"])
  func own(text: String) {
    #expect(NameJudge.judge(text, in: .modelKey)?.model == ModelName(registry: .hosted, id: text))
  }

  @Test(
    "of a maker's own service are told from its published weights by what else the file speaks of",
    arguments: [
      ("import cohere\nco.chat(model=\"command-r-plus\")", Registry.hosted),
      ("from langchain_cohere import ChatCohere\nllm = ChatCohere(model=\"command-r-08-2024\")", .hosted),
      ("import cohere, ollama\nollama.chat(model=\"command-r-plus\")", .ollama),
      ("client.chat(model=\"command-r-plus\")", .ollama),
      ("prompt = \"Be coherent.\"\nclient.chat(model=\"command-r-plus\")", .ollama),
      ("import cohere\nc = Client(\"http://localhost:8000\")\nc.chat(model=\"command-r-plus\")", .ollama),
      ("import cohere\nx = \"CohereLabs/c4ai-command-r-v01\"", .huggingface),
      ("post(\"https://api.jina.ai/v1/embeddings\", model=\"jina-embeddings-v3\")", .hosted),
      ("embedder = TextEmbedding(model=\"jina-embeddings-v3\")", .huggingface),
    ])
  func makers(code: String, registry: Registry) {
    let found = DetectorRunner().detect(path: FilePath("app/chat.py"), bytes: Array(code.utf8)).references
    #expect(found.map(\.model.registry) == [registry])
  }
}
