import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Configurations of adapters")
struct AdapterConfigTests {
  let detector = AdapterConfig()

  @Test(
    "name the base and its revision",
    arguments: [
      (#"{"base_model_name_or_path": "acme/a"}"#, ["1:30-36 m bundled", "1:30-36 acme/a base unpinned"]),
      (
        "{\"é😀\": 1,\n \"base_model_name_or_path\": \"acme/a\", \"revision\": \"v1\"}",
        ["2:30-36 m bundled", "2:30-36 acme/a base named v1"]
      ),
      (#"{"model": "acme/a", "revision": null}"#, ["1:12-18 m bundled", "1:12-18 acme/a base unpinned"]),
    ])
  func bases(text: String, expected: [String]) {
    let found = detector.detect("m/adapter_config.json", text)
    #expect(found.outlines == expected)
    #expect(found.declarations.flatMap(\.bases).map(\.relation) == [.adapter])
    #expect(found.references.map(\.derivative) == [nil, "m"])
  }

  @Test("of the model in the folder above name it by its path, but at the root")
  func parent() {
    let text = #"{"base_model_name_or_path": ".."}"#
    let found = detector.detect("models/a/lora/adapter_config.json", text).declarations
    #expect(found.flatMap(\.pathBases).map(\.model.id) == [".."] && found.flatMap(\.unreadBases).isEmpty)
    let root = detector.detect("lora/adapter_config.json", text).declarations
    #expect(root.flatMap(\.pathBases).isEmpty && root.flatMap(\.unreadBases).map(\.name) == [".."])
  }

  @Test(
    "of a local base make an adapter of nobody knows what",
    arguments: [
      (#"{"base_model_name_or_path": "../base"}"#, ["../base"]),
      (#"{"base_model_name_or_path": "gpt2"}"#, ["gpt2"]),
    ])
  func local(text: String, unread: [String]) {
    let found = detector.detect("m/adapter_config.json", text)
    #expect(found.names == ["m"] && found.declarations.map(\.bases.count) == [0])
    #expect(found.declarations.flatMap(\.unreadBases).map(\.name) == unread)
  }

  @Test(
    "without a base are the settings of a run, unless weights lie beside them",
    arguments: [
      #"{"peft_type": "LORA"}"#, #"{"base_model_name_or_path": "your-org/your-model"}"#,
      #"{"base_model_name_or_path": null}"#,
    ])
  func withoutBase(text: String) {
    let found = detector.detect("m/adapter_config.json", text)
    #expect(found.names.isEmpty && found.declarations.map(\.model) == ["m"])
  }

  @Test(
    "wanted by name",
    arguments: [("m/adapter_config.json", true), ("adapter_config.yaml", false), ("my_adapter_config.json", false)])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }
}
