import ProvisoCore
import ProvisoTestSupport
import Testing

@testable import ProvisoDetection

@Suite("Settings in which nothing but a name speaks of models")
struct SettingNeedlesTests {
  private func found(_ path: String, _ text: String) -> [String] {
    DetectorRunner().detect(path: FilePath(path), bytes: Array(text.utf8)).references.map(\.model.id)
  }

  @Test(
    "are read for the owner, or for the family",
    arguments: [
      "black-forest-labs/FLUX.1-dev", "stabilityai/sdxl-turbo", "facebook/sam3-7b", "coqui/XTTS-v2", "nvidia/mit-b2",
      "llava-hf/llava-1.5-7b-hf", "lmsys/vicuna-7b-v1.5", "acme/musicgen-7b", "google/t5gemma-2b-2b-it",
    ])
  func names(name: String) {
    #expect(found("a.json", "{\"encoder\": \"\(name)\"}") == [name])
    #expect(found("a.yaml", "backbone: \(name)\n") == [name])
    #expect(found("a.toml", "encoder = \"\(name)\"\n") == [name])
    #expect(found("a.sh", "ENCODER=\(name)\n") == [name])
  }

  @Test(
    "are read for the key that speaks of a part of a model",
    arguments: ["vae", "unet", "text_encoder", "tokenizer", "lora"])
  func parts(key: String) {
    #expect(found("a.json", "{\"\(key)\": \"2Noise/ChatTTS\"}") == ["2Noise/ChatTTS"])
    #expect(found("a.yaml", "\(key): 2Noise/ChatTTS\n") == ["2Noise/ChatTTS"])
  }

  @Test("a command under any key is read, unless people read what stands there")
  func commands() {
    #expect(found("a.json", "{\"completion.launch\": \"llama-server -hf acme/tiny-7b-GGUF\"}") == ["acme/tiny-7b-GGUF"])
    #expect(found("a.toml", "[tool.poe.tasks]\npull = \"ollama pull llama3.2:1b\"") == ["llama3.2:1b"])
    #expect(found("a.json", "{\"description\": \"ollama pull llama3.2\", \"title\": \"ollama run phi3\"}") == [])
    #expect(found("a.json", "{\"note\": \"python is a language of acme/tiny\"}") == [])
  }

  @Test("what a server calls a model is none beside the model's own name")
  func served() {
    #expect(
      found("a.yaml", "c:\n  model_id: my-llama\n  model_source: meta-llama/Llama-3.1-8B\n") == [
        "meta-llama/Llama-3.1-8B"
      ])
    #expect(found("a.yaml", "c:\n  model_id: llama-7b\n  tokenizer: acme/b\n").first == "llama-7b")
    #expect(
      found("a.yaml", "c:\n  model_id: acme/llama-7b\n  model_source: acme/llama-8b\n").sorted() == [
        "acme/llama-7b", "acme/llama-8b",
      ])
  }

  @Test("a row of a table is taken apart, and a long one of nothing but bars costs no more than its length")
  func rows() {
    #expect(found("a.sh", "MODELS=(\n  'a|Qwen/Qwen3-8B|b.txt'\n)") == ["Qwen/Qwen3-8B"])
    #expect(found("a.sh", "echo '" + String(repeating: "a/b|", count: 50_000) + "'") == [])
  }

  @Test("every command that takes a model's name has a word by which the file is read")
  func commandsAreRead() {
    let unread = CommandTable.commands.filter { command in
      command.takesArgument && !SettingNeedles.stand(in: command.words.joined(separator: " ").utf8.span)
    }
    #expect(unread.map(\.words) == [])
  }
}
