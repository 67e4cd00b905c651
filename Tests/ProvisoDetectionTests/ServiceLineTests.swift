import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Models that routers know by a maker who only serves them")
struct ServiceLineTests {
  @Test(
    "are the service's",
    arguments: [
      "openai/o3", "openai/o3-mini-high", "openai/o1:batch", "amazon/nova-lite-v1", "x-ai/grok-build-0.1",
      "perplexity/sonar",
      "google/lyria-3-pro-preview", "openrouter/inflection/inflection-3-pi", "openai/gpt-chat-latest",
      "titan-embed-text-v2:0",
      "scribe_v1", "nova-3-general",
    ])
  func served(name: String) {
    #expect(NameJudge.judge(name, in: .modelKey)?.model.registry == .hosted)
  }

  @Test(
    "are weights where the maker publishes some",
    arguments: [
      "openai/gpt-oss-20b", "openai/whisper-large-v3", "perplexity/pplx-embed-v1-0.6b", "google/gemma-3-4b-it",
      "amazon/chronos-2",
      "xai-org/grok-2",
    ])
  func published(name: String) {
    #expect(NameJudge.judge(name, in: .modelKey)?.model == .huggingFace(name))
  }
}
