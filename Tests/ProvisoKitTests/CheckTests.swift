import ProvisoCore
import ProvisoKit
import ProvisoPolicy
import Testing

@Suite("Checking a model by the name somebody types")
struct CheckTests {
  @Test(
    "the registry and the license are found",
    arguments: [
      ("llama3.1:8b", Registry.ollama, "llama3.1"), ("ollama:qwen2.5:3b", .ollama, "qwen-research"),
      ("mistral", .ollama, "apache-2.0"), ("ai/gemma3:4B-F16", .docker, "gemma"),
      ("ai/qwen2.5:3B-Q4_K_M", .docker, "qwen-research"), ("us.meta.llama3-1-8b-instruct-v1:0", .bedrock, "llama3.1"),
      ("ca_core_news_sm", .spacy, "gpl-3.0"), ("timm:resnet50.a1_in1k", .timm, "apache-2.0"),
      ("gemma2_2b_en", .keras, "gemma"), ("torchhub:ultralytics/yolov5", .torchhub, "agpl-3.0"),
      ("yolov8n.pt", .huggingface, "agpl-3.0"), ("gpt2", .huggingface, "mit"),
      ("hf://google/gemma-2-9b-it", .huggingface, "gemma"),
      ("modelscope:Qwen/Qwen2.5-3B", .modelscope, "qwen-research"),
    ])
  func names(name: String, registry: Registry, license: String) {
    let answer = Check.answer(name)
    #expect(answer.model.name.registry == registry)
    #expect(answer.model.license.concluded == license, "\(answer.model.license)")
  }

  @Test(
    "words for a line are never one model for certain: the note lists what they may mean, the strictest license counts")
  func lines() throws {
    let answer = Check.answer("mixtral 8x7b")
    #expect(answer.model.license.concluded == "apache-2.0")
    #expect(answer.model.license.confidence < .high)
    #expect(try #require(answer.note).message.contains("mistralai/Mixtral-8x7B-Instruct-v0.1"))
    #expect(Check.answer("gpt-oss 20b").note?.message.contains("openai/gpt-oss-20b") == true)
    let flux = Check.answer("flux").model.license
    #expect(flux.category?.isRestricted == true && flux.state == .conflict)
    #expect(Check.answer("Llama 3").model.license.concluded == "llama3")
  }

  @Test("words that nobody knows are no model", arguments: ["nothing like it", "Qwen 99"])
  func unknown(name: String) {
    let answer = Check.answer(name)
    #expect(answer.model.license.concluded == nil)
    #expect(answer.note == nil)
  }

  @Test("an answer whose source is older than the age asked for is told; one that is not, or that nobody knows, is not")
  func freshness() throws {
    let policy = try #require(try PolicySelection().select(["proviso:default"], root: nil).policy)
    let today = try CalendarDate(parsing: "2026-12-01")
    func notes(_ age: Int?) -> [String] {
      Check(policy: policy, today: today, maximumAge: age).run(["openai-community/gpt2", "nobody/nothing"])
        .notifications
        .filter { $0.level == .warning }.map(\.message)
    }
    #expect(notes(nil).isEmpty)
    #expect(notes(3650).isEmpty)
    #expect(notes(0).count == 1 && notes(0)[0].contains("openai-community/gpt2"))
  }
}
