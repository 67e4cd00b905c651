import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

/// What holds for every detector of JSON manifests.
@Suite("JSON manifests")
struct ModelConfigsTests {
  static let manifests: [(String, String)] = [
    ("config.json", #"{"model_type": "llama", "_name_or_path": "acme/a"}"#),
    ("adapter_config.json", #"{"peft_type": "LORA", "base_model_name_or_path": "acme/a", "revision": "v1"}"#),
    ("model_index.json", #"{"_class_name": "FluxPipeline", "_name_or_path": "acme/a"}"#),
  ]
  static let detectors: [any Detector] = [TransformersConfig(), AdapterConfig(), DiffusersIndex()]

  private func detector(_ name: String) throws -> any Detector {
    try #require(Self.detectors.first { $0.wants(FilePath("m/" + name)) })
  }

  @Test("what is no JSON is told, cut at every byte", arguments: manifests)
  func truncated(name: String, text: String) throws {
    for end in 0..<text.utf8.count {
      let found = try detector(name).detect("m/" + name, bytes: Array(text.utf8.prefix(end)))
      #expect(found.isIncomplete && found.references.isEmpty, "cut at \(end)")
    }
  }

  @Test("nothing is a trap", arguments: manifests)
  func hostile(name: String, text: String) throws {
    for bytes in spoiled(text) {
      #expect(try detector(name).detect("m/" + name, bytes: bytes).isWithin(SourceText(path: name, bytes: bytes)))
    }
    let deep = #"{"model_type":"# + String(repeating: "[", count: 100_000)
    #expect(try detector(name).detect("m/" + name, deep).isIncomplete)
  }

  @Test("a key that stands there twice is told, and the last counts", arguments: manifests)
  func twice(name: String, text: String) throws {
    let again =
      text.dropLast() + #", "_name_or_path": "acme/b", "base_model_name_or_path": "acme/b", "_name_or_path": "acme/b"}"#
    let found = try detector(name).detect("m/" + name, String(again))
    #expect(found.references.contains { $0.asWritten == "acme/b" } && !found.names.contains("acme/a"))
    #expect(found.notifications.count == 1 && !found.isIncomplete)
  }

  @Test("what is JSON and no object says nothing", arguments: manifests, ["[]", "1", "null", "\"a\"", "{}"])
  func other(manifest: (String, String), text: String) throws {
    let found = try detector(manifest.0).detect("m/" + manifest.0, text)
    #expect(!found.isIncomplete && found.declarations.flatMap(\.bases).isEmpty)
  }
}
