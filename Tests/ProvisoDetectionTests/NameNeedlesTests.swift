import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("The words that are looked for in a name before it is judged")
struct NameNeedlesTests {
  private func isSeen(_ name: String) -> Bool {
    let range = 0..<name.utf8.count
    return NameNeedles.shared.mayName(name.utf8.span, range) || NameNeedles.hasSize(name.utf8.span, range)
      || HostedModels.isShortName(name)
  }

  @Test("stand in every name that a place that asks for a model takes, of Ollama's library and of services")
  func known() {
    let names = OllamaNames.all + HostedModels.words.filter { NameJudge.judge($0, in: .modelKey) != nil }
    #expect(names.filter { NameJudge.judge($0, in: .modelKey) != nil && !isSeen($0) } == ["yi"])
  }

  @Test(
    "stand in names of every other kind",
    arguments: [
      "stability.sd3-large-v1:0", "us.meta.llama3-3-70b-instruct-v1:0", "ai21.j2-ultra", "cohere.embed-english-v3",
      "luma.ray-v2:0", "bert-base-uncased", "gpt2", "t5-small", "all-MiniLM-L6-v2", "LaBSE", "acme/thing", "gpt4t",
      "en_core_web_sm", "tts_models/en/ljspeech/vits", "chat.gguf", "detector.tflite", "tuned-7b-chat", "o1-mini",
      "yi-coder", "hf:acme/thing", "openai/gpt-4o", "text-embedding-3-large",
    ])
  func kinds(name: String) {
    #expect(isSeen(name))
  }

  @Test("stand in few other words", arguments: ["", "a", "hello", "requests", "application", "2026-11-26", "x.y.z"])
  func others(name: String) {
    #expect(!isSeen(name))
  }
}
