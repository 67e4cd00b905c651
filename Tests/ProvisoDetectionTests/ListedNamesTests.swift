import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Names by the company they keep")
struct ListedNamesTests {
  @Test(
    "in lists of code",
    arguments: [
      ("x = ['Qwen/Qwen3-4B', 'acme/nano', 'google/gemma-3-4b-it']", true),
      ("x = [('Qwen/Qwen3-4B', 1), ('google/gemma-3-4b-it', 2), ('acme/nano', 3)]", true),
      ("x = [{'id': 'Qwen/Qwen3-4B'}, {'id': 'google/gemma-3-4b-it'}, {'id': 'acme/nano'}]", true),
      ("x = ['Qwen/Qwen3-4B', 'acme/nano']", false),
      ("x = [{'id': 'Qwen/Qwen3-4B'}, {'id': 'google/gemma-3-4b-it'}, {'by': 'acme/nano'}]", false),
      ("x = [('Qwen/Qwen3-4B', 'acme/nano'), ('google/gemma-3-4b-it', 'acme/pico')]", false),
      ("datasets = ['Qwen/Qwen3-4B', 'acme/nano', 'google/gemma-3-4b-it']", false),
    ])
  func code(text: String, isFound: Bool) {
    #expect(SourceCode().detect("a.py", text).names.contains("acme/nano") == isFound)
  }

  @Test(
    "in lists of settings",
    arguments: [
      ("x: [Qwen/Qwen3-4B, acme/nano, google/gemma-3-4b-it]", true),
      ("x:\n- id: Qwen/Qwen3-4B\n- id: google/gemma-3-4b-it\n- id: acme/nano\n", true),
      ("x:\n- id: Qwen/Qwen3-4B\n- id: acme/nano\n", false),
      ("x:\n- id: Qwen/Qwen3-4B\n- id: google/gemma-3-4b-it\n- by: acme/nano\n", false),
      ("images: [Qwen/Qwen3-4B, acme/nano, google/gemma-3-4b-it]", false),
      ("x: [acme/a, acme/b, acme/nano]", false),
    ])
  func settings(text: String, isFound: Bool) {
    #expect(YAMLSettings().detect("a.yaml", text).names.contains("acme/nano") == isFound)
  }

  @Test("at low cost for many")
  func many() {
    let items = (0..<20_000).map { "'acme/n\($0)'" }.joined(separator: ", ")
    #expect(
      SourceCode().detect("a.py", "x = ['Qwen/Qwen3-4B', 'google/gemma-3-4b-it', \(items)]").references.count == 2)
  }
}
