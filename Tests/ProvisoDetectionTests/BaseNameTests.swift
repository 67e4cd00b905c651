import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Names of bases")
struct BaseNameTests {
  @Test(
    "are read as people write them",
    arguments: [
      "acme/A-7B", "acme/A-7B@main", "acme/A-7B/", "acme/A-7B.", "acme/A-7B#main", " acme/A-7B ", "`acme/A-7B`",
      "HTTPS://HUGGINGFACE.CO/acme/A-7B", "www.huggingface.co/acme/A-7B", "https://huggingface.co/acme%2FA-7B",
      "https://huggingface.co/api/models/acme/A-7B", "hf:acme/A-7B", "models--acme--A-7B",
      "/root/.cache/huggingface/hub/models--acme--A-7B/snapshots/abc",
    ])
  func read(text: String) {
    #expect(BaseName.model(in: text) == .huggingFace("acme/A-7B"))
  }

  @Test("a file of the repository is meant where no folder can be")
  func file() {
    #expect(BaseName.model(in: "acme/A-7B/model.gguf", mayHaveFile: true) == .huggingFace("acme/A-7B"))
    #expect(BaseName.model(in: "acme/A-7B/model.gguf") == nil)
  }

  @Test(
    "near misses",
    arguments: [
      "", "/", "/models/a/b", "./a/b/", "../a/b", "~/a/b", "A 7B by Acme", "HTTPS://huggingface.co/spaces/acme/a",
      "www.huggingface.co/docs/hub", "models--", "models--a", "%", "a/b/c", "@",
      "hf:",
    ])
  func nearMisses(text: String) {
    #expect(BaseName.model(in: text) == nil)
  }

  @Test(
    "a card whose base cannot be read says so, and the scan is incomplete",
    arguments: [
      ("Llama 3.1 8B by Meta", 1), ("{id: A by Acme}", 1), ("{id: acme/a}", 0), ("[acme/a, 'two words here']", 1),
      ("acme/a@main", 0), ("", 0),
      ("null", 0), ("[]", 0), ("your-org/your-model", 0), ("мeta/llama", 1), ("{base_model}", 0),
      ("\"{{ base_model }}\"", 0),
    ])
  func unreadable(value: String, count: Int) {
    let found = ModelCard().detect("README.md", "---\nlicense: mit\nbase_model: \(value)\n---\n# A\n")
    #expect(found.notifications.filter(\.isIncomplete).count == count)
  }
}
