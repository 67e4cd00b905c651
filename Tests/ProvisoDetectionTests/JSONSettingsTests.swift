import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("JSON configuration")
struct JSONSettingsTests {
  let detector = JSONSettings()

  @Test(
    "models under keys that ask for one",
    arguments: [
      (#"{"OpenAI": {"ChatModelId": "gpt-4o"}}"#, ["1:29-35 gpt-4o used"]),
      (#"{"Ollama": {"ModelId": "phi3"}}"#, ["1:25-29 phi3 used"]),
      (#"{"DeploymentName": "whisper"}"#, ["1:21-28 whisper used"]),
      ("// c\n{\"model\": \"acme/a-7b\",}", ["2:12-21 acme/a-7b used"]),
      (#"{"a": {"hf_hub_url": "acme/data"}}"#, ["1:23-32 acme/data dataset"]),
      (#"{"é😀": ["Qwen/Qwen3-8B"]}"#, ["1:11-24 Qwen/Qwen3-8B used"]),
      (#"{"models": {"Qwen/Qwen3-8B": {"x": 1}}}"#, ["1:14-27 Qwen/Qwen3-8B used"]),
      (
        #"{"Parameters": [{"ParameterKey": "ModelId", "ParameterValue": "acme/a-7b"}]}"#,
        ["1:64-73 acme/a-7b used"]
      ),
      (#"{"swagger": "2.0", "model": {"default": "gpt-4o"}}"#, ["1:42-48 gpt-4o mentioned"]),
      (
        #"{"multi-dataset": {"a": {"hf_url": ["https://huggingface.co/acme/voice/resolve/main/model.pth"]}}}"#,
        ["1:38-94 https://huggingface.co/acme/voice/resolve/main/model.pth used named main"]
      ),
      (#"{"clip_g": "H:/models/chat_g.safetensors"}"#, ["1:13-41 H:/models/chat_g.safetensors used"]),
      (#"{"base_model": "D:\\m\\llama-2-7b.safetensors"}"#, [#"1:16-47 D:\m\llama-2-7b.safetensors base unpinned"#]),
      (#"{"checkpoint_dir": "checkpoints/google/gemma-2b"}"#, ["1:21-48 checkpoints/google/gemma-2b used"]),
      (#"{"scripts": {"up": "ollama pull llama3.2"}}"#, ["1:33-41 llama3.2 used unpinned"]),
    ])
  func found(text: String, expected: [String]) {
    let found = detector.detect("a.json", text)
    #expect(found.outlines == expected)
    #expect(found.notifications.isEmpty)
  }

  @Test(
    "traps",
    arguments: [
      #"{"main": "lib/index"}"#, #"{"model": "string"}"#, #"{"type": "text/html"}"#,
      #"{"dependencies": {"@acme/model": "1.0"}}"#,
      #"{"architectures": ["A"], "model": "acme/a-7b"}"#,
      #"{"$schema": "https://json.schemastore.org/package"}"#,
      #"{"resolved": "https://registry.example/model.tgz"}"#, #"{"model_type": "llama"}"#,
      #"{"model": "your-model"}"#,
      #"{"title": "FaceNet", "label": "bird"}"#, #"{"model": ""}"#, "[]", "{}", "1",
    ])
  func traps(text: String) {
    #expect(detector.detect("a.json", text).names == [])
  }

  @Test("a file that is no JSON is searched for its model keys, and that is told")
  func lines() {
    let found = detector.detect("a.json", "{\"model\": \"gpt-4o\"}\n{\"model\": \"gpt-4o\"}\n")
    #expect(
      found.outlines == ["1:12-18 gpt-4o used"] && found.notifications.map(\.level) == [.note])
  }

  @Test(
    "models in translations and in what tests expect are counted, and the count is told",
    arguments: ["web/locales/en/a.json", "Tests/Expected/a.json", "ui/__snapshots__/a.json"])
  func outputs(path: String) {
    let one = detector.detect(path, #"{"model": "gpt-4o"}"#)
    #expect(one.names.isEmpty)
    #expect(one.notifications.map(\.message).allSatisfy { $0.contains("the model name in it is not listed") })
    #expect(one.notifications.map(\.level) == [.note] && !one.isIncomplete)
    let two = detector.detect(path, #"{"model": "gpt-4o", "models": ["gpt-4"]}"#)
    #expect(two.notifications.map(\.message).allSatisfy { $0.contains("the 2 model names in it are not listed") })
    #expect(two.notifications.count == 1)
    #expect(detector.detect(path, #"{"title": "hello"}"#).isEmpty)
  }

  @Test(
    "wanted by name",
    arguments: [
      ("a.json", true), ("a.jsonc", true), ("a/package.json", true), ("package-lock.json", false),
      ("tokenizer.json", false), ("adapter_config.json", false), ("web/locales/en/a.json", true),
      ("a.jsonl", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test("nothing is a trap")
  func hostile() {
    for bytes in spoiled(
      #"{"model": "acme/é", "b": [{"name": "MODEL", "value": "Qwen/Qwen3-8B"}], "run": "hf download a/b"}"#
    ) {
      #expect(detector.detect("a.json", bytes: bytes).isWithin(SourceText(path: "a", bytes: bytes)))
    }
  }
}
