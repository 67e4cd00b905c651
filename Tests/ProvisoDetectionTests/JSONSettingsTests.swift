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
      #"{"$schema": "https://json.schemastore.org/package"}"#,
      #"{"resolved": "https://registry.example/model.tgz"}"#, #"{"model_type": "llama"}"#,
      #"{"model": "your-model"}"#,
      #"{"title": "FaceNet", "label": "bird"}"#, #"{"model": ""}"#, "[]", "{}", "1",
    ])
  func traps(text: String) {
    #expect(detector.detect("a.json", text).names == [])
  }

  @Test(
    "no key of another kind of document keeps a setting from being read",
    arguments: [
      #""architectures": ["A"]"#, #""_class_name": "A""#, #""peft_type": "LORA""#, #""pretrained_cfg": {}"#,
      #""bomFormat": "CycloneDX""#, #""spdxVersion": "SPDX-2.3", "packages": []"#, #""@graph": []"#,
      #""@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": []"#,
      #""tool": {"name": "proviso"}"#, #""tool": {"name": "proviso"}, "schemaVersion": "1.0", "findings": []"#,
    ])
  func otherDocuments(keys: String) {
    #expect(detector.detect("a.json", "{\(keys), \"model\": \"acme/a-7b\"}").names == ["acme/a-7b"])
  }

  @Test("a bill of materials under any name is read as one, and what a report of this tool lists is told of")
  func documents() {
    let bill = #"""
      {"bomFormat": "CycloneDX", "components": [{"type": "machine-learning-model", "name": "acme/a-7b"}]}
      """#
    #expect(detector.detect("a.json", bill).references.map(\.kind) == [.bom])
    // ``CycloneDXDocument`` has those that are called so.
    #expect(detector.detect("a.cdx.json", bill).references.isEmpty)
    let graph = #"""
      {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
       "@graph": [{"type": "ai_AIPackage", "spdxId": "urn:a", "name": "acme/a-7b",
         "software_packageUrl": "pkg:huggingface/acme/a-7b"}]}
      """#
    #expect(detector.detect("a.json", graph).references.map(\.kind) == [.bom])
    let report = #"""
      {"tool": {"name": "proviso"}, "schemaVersion": "1.0", "models": [{"name": "acme/a-7b"}], "findings": []}
      """#
    let found = detector.detect("a.json", report)
    #expect(
      found.references.isEmpty && found.notifications.map(\.message).contains { $0.contains("report of this tool") })
  }

  @Test("what is nested deeper than is read is told as incomplete: what stands there is not known")
  func depth() {
    let deep = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
    let found = detector.detect("a.json", "{\"models\": [\"acme/a-7b\"], \"z\": \(deep)}")
    #expect(found.notifications.map(\.isIncomplete) == [true])
    let yaml = YAMLSettings().detect("a.yaml", "models:\n  - x\nz: \(deep)\n")
    #expect(yaml.notifications.map(\.isIncomplete) == [true])
    let toml = TOMLSettings().detect("a.toml", "models = [\"x\"]\nz = \(deep)\n")
    #expect(toml.notifications.map(\.isIncomplete) == [true])
    let script = String(repeating: "$(", count: 600) + "x" + String(repeating: ")", count: 600)
    let commands = ShellScript().detect("a.sh", script).notifications.filter(\.isIncomplete)
    #expect(!commands.isEmpty)
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
