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
      ("@cf/google/gemma-7b-it-lora", "google/gemma-7b-it-lora"),
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
    "of the hub stay weights, though their names begin with a service's",
    arguments: [
      "xai-org/grok-2", "CohereLabs/command-a-03-2025", "acme/claude-3-opus-distill", "acme/gpt-4-llama3-8b",
      "acme/gemini-2-flash-gemma", "zq-nobody/claude-4-distill-llama-3.1-8b",
    ])
  func hub(text: String) {
    for context in [NameContext.loadingCall, .command, .modelKey] {
      #expect(NameJudge.judge(text, in: context)?.model == ModelName(registry: .huggingface, id: text), "\(context)")
    }
  }

  @Test("are fetched from the hub where a program fetches weights, whatever they are called")
  func fetched() {
    #expect(NameJudge.judge("acme/gpt-4o", in: .loadingCall)?.model == .huggingFace("acme/gpt-4o"))
    #expect(
      NameJudge.judge("hosted_vllm/acme/claude-3-opus-distill", in: .modelKey)?.model
        == .huggingFace("acme/claude-3-opus-distill"))
    let text = "hf download acme/grok-2\nvllm serve acme/claude-3-opus\n"
    let found = DetectorRunner().detect(path: FilePath("get.sh"), bytes: Array(text.utf8)).references
    #expect(found.map(\.model) == [.huggingFace("acme/grok-2"), .huggingFace("acme/claude-3-opus")])
  }

  @Test("without an owner are told from the service's by a size, a format or what was done to them")
  func plain() {
    for name in ["claude-4-distill-llama-3.1-8b", "grok-2-4bit", "gpt-4-merged"] {
      #expect(NameJudge.judge(name, in: .loadingCall)?.model == .huggingFace(name))
      #expect(NameJudge.judge(name, in: .command)?.model == .huggingFace(name))
    }
    #expect(NameJudge.judge("gpt-4o-acme", in: .loadingCall)?.model == ModelName(registry: .hosted, id: "gpt-4o-acme"))
  }

  @Test(
    "are the service's behind the names of routers, gateways and the service itself",
    arguments: [
      ("openai/gpt-4o-mini", "gpt-4o-mini"), ("x-ai/grok-2", "grok-2"), ("acme-gateway/gpt-4o-mini", "gpt-4o-mini"),
      ("our-proxy/claude-3-5-sonnet-20241022", "claude-3-5-sonnet-20241022"),
      ("our-proxy/gemini-2.5-flash-lite-preview-06-17", "gemini-2.5-flash-lite-preview-06-17"),
      ("qwen/qwen-max", "qwen-max"),
      ("cohere/command-r-plus", "command-r-plus"), ("our-proxy/o3-deep-research", "o3-deep-research"),
    ])
  func routed(text: String, id: String) {
    #expect(NameJudge.judge(text, in: .modelKey)?.model == ModelName(registry: .hosted, id: id))
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

  @Test(
    "are the service's where a service has them, sizes and all", arguments: ["open-mistral-7b", "open-mixtral-8x22b"])
  func exact(text: String) {
    for context in [NameContext.loadingCall, .modelKey] {
      #expect(NameJudge.judge(text, in: context)?.model == ModelName(registry: .hosted, id: text), "\(context)")
    }
  }
}
