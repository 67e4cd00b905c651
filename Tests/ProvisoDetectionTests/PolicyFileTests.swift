import Foundation
import ProvisoCore
import ProvisoTestSupport
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("A policy among the files of a tree")
struct PolicyFileTests {
  private func found(_ path: String, _ text: String, policies: Set<String> = []) -> [String] {
    DetectorRunner(policies: policies).detect(path: FilePath(path), bytes: Array(text.utf8)).references.map(\.model.id)
  }

  @Test(
    "uses none of the models that it names",
    arguments: [
      "version: 1\nverdicts:\n  deny:\n    - model: Qwen/Qwen3-8B\n",
      "# https://huggingface.co/acme/a-7b\nversion: 1\nextends: proviso:default\n",
      "version: 1\ncorrections:\n  - {model: Qwen/Qwen3-8B, license: MIT}\n",
      "version: 1\nwaivers:\n  - {id: a, subject: {model: bartowski/a/a-Q4_K_M.gguf}}\n",
    ])
  func policy(text: String) {
    for path in ["proviso.yaml", ".proviso.yaml", ".github/proviso.yaml"] { #expect(found(path, text) == []) }
    #expect(found("settings.yaml", text, policies: ["settings.yaml"]) == [])
  }

  @Test(
    "is told by what it says: a file of its name that says something else is one of settings",
    arguments: [
      "server: {model_id: mistralai/Codestral-22B-v0.1}",
      "version: 1\nserver: {model_id: mistralai/Codestral-22B-v0.1}",
      "rules: {model_id: mistralai/Codestral-22B-v0.1}",
      "version: 1\nrules: {}\nmodel_id: mistralai/Codestral-22B-v0.1",
      "version: 1\n---\nmodel_id: mistralai/Codestral-22B-v0.1", "version: 1\nmodel: mistralai/Codestral-22B-v0.1",
    ])
  func settings(text: String) {
    for path in ["deploy/proviso.yaml", ".proviso.yaml"] {
      #expect(found(path, text) == ["mistralai/Codestral-22B-v0.1"])
    }
  }

  @Test("is none by another name, unless the run is held against it")
  func others() {
    let text = "version: 1\nverdicts:\n  deny:\n    - model: Qwen/Qwen3-8B\n"
    #expect(found(".policy/acme-base.yaml", text) == ["Qwen/Qwen3-8B"])
    #expect(found(".policy/acme-base.yaml", text, policies: [".policy/acme-base.yaml"]) == [])
    #expect(found("a.yaml", text, policies: [".policy/acme-base.yaml"]) == ["Qwen/Qwen3-8B"])
  }

  @Test("has no key at its root that the policy's schema does not have, and lacks none of them")
  func keys() throws {
    let schema = try Data(contentsOf: URL(filePath: "\(packageRoot)/Policies/policy.schema.json"))
    let root = try #require(try JSONSerialization.jsonObject(with: schema) as? [String: Any])
    let name = try #require((root["$ref"] as? String)?.split(separator: "/").last.map(String.init))
    let shapes = try #require(root["$defs"] as? [String: [String: Any]])
    let properties = try #require(shapes[name]?["properties"] as? [String: Any])
    #expect(Set(properties.keys) == PolicyFile.keys)
  }
}
