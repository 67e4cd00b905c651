import Testing

@testable import ProvisoDetection

@Suite("Files with their repositories before them")
struct FilesOfModelsTests {
  @Test(
    "are those of models",
    arguments: [
      ("Qwen/Qwen3-8B:model*.safetensors", ["Qwen/Qwen3-8B"]), ("Qwen/Qwen3-8B:", ["Qwen/Qwen3-8B"]),
      (
        "black-forest-labs/FLUX.1-dev:vae/,acme/a:b.safetensors", ["black-forest-labs/FLUX.1-dev", "acme/a"]
      ),
    ])
  func names(text: String, expected: [String]) {
    let found = FilesOfModels.names(in: text)
    #expect(found.map(\.text) == expected)
    #expect(found.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == expected)
  }

  @Test(
    "near misses",
    arguments: [
      "", ":", ",", "a:b", "Qwen/Qwen3-8B", "Qwen/Qwen3-8B:latest", "acme/a:b.safetensors", "acme/app-7b:1.0",
      "Qwen/Qwen3-8B:a.bin,", "Qwen/Qwen3-8B:*,acme", "Qwen/Qwen3-8B:a b.bin", "https://acme.com/a:80/*",
      "your-org/your-model:*.bin", "Qwen/Qwen3-8B:README.md",
    ])
  func nearMisses(text: String) {
    #expect(FilesOfModels.names(in: text).isEmpty)
  }

  @Test("long lists of nothing end quickly")
  func hostile() {
    #expect(FilesOfModels.names(in: String(repeating: "a/b:c,", count: 500_000)).isEmpty)
    #expect(FilesOfModels.names(in: "a/b:" + String(repeating: ",", count: 4_000)).isEmpty)
  }
}
