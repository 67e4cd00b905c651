import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Files beside the repository that they lie in")
struct RepositoryFilesTests {
  private func found(_ text: String) -> [String] {
    DetectorRunner().detect(path: FilePath("models.json"), bytes: Array(text.utf8)).references.map(\.asWritten)
  }

  @Test(
    "are no models beside it",
    arguments: [
      #"{"repo": "acme/tiny-7b-GGUF", "filename": "tiny-7b-Q4_K_M.gguf"}"#,
      #"{"id": "acme/tiny-7b-GGUF", "files": ["tiny-7b-Q4_K_M.gguf", "tiny-7b-F16.gguf"]}"#,
      #"{"a": [{"id": "acme/tiny-7b-GGUF", "files": [{"filename": "tiny-7b-Q4_K_M.gguf", "size": 1}]}]}"#,
    ])
  func parts(text: String) {
    #expect(JSONSettings().detect("models.json", text).names == ["acme/tiny-7b-GGUF"])
  }

  @Test("a file that is called after another model is told, and so is one under another key or without a repository")
  func others() {
    #expect(
      found(#"{"repo": "acme/tiny-7b-GGUF", "filename": "llama-2-7b.Q4_K_M.gguf"}"#)
        == ["acme/tiny-7b-GGUF", "llama-2-7b.Q4_K_M.gguf"])
    #expect(
      found(#"{"model": "acme/tiny-7b", "vae": "tiny-vae.safetensors"}"#) == ["acme/tiny-7b", "tiny-vae.safetensors"])
    #expect(
      found(#"{"repo": "acme/llama-2-7b-GGUF", "filename": "llama-2-7b.Q4_K_M.gguf"}"#) == ["acme/llama-2-7b-GGUF"])
  }

  @Test("a list of nothing but files is read once")
  func hostile() {
    let file = #"{"filename": "tiny-7b.gguf", "files": ["#
    let text =
      #"{"id": "acme/tiny-7b-GGUF", "files": ["# + String(repeating: #"{"filename": "tiny-7b.gguf"},"#, count: 20_000)
      + "{}]}"
    #expect(JSONSettings().detect("models.json", text).names == ["acme/tiny-7b-GGUF"])
    #expect(found(String(repeating: file, count: 60) + String(repeating: "]}", count: 60)).count <= 60)
  }
}
