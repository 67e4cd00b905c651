import ProvisoTestSupport
import Testing

@testable import ProvisoCore
@testable import ProvisoDetection

@Suite("Merge recipes that are values of code, or JSON")
struct CodeRecipesTests {
  @Test(
    "mark what they merge, and nothing beside them",
    arguments: [
      (
        "a.py",
        "c = {'merge_method': 'slerp', 'slices': [{'sources': [{'model': 'acme/a-7b'}, {'model': 'acme/b-7b'}]}]}\nx = load(model='acme/c-7b')",
        ["acme/a-7b", "acme/b-7b"]
      ),
      (
        "a.py", "c = {'models': [{'model': 'acme/a-7b'}, {'model': 'acme/b-7b'}], 'merge_method': method}",
        ["acme/a-7b", "acme/b-7b"]
      ),
      (
        "a.py",
        "MergeConfiguration(merge_method=method, base_model='acme/a-7b',\n  models=[dict(model='acme/b-7b')], tokenizer_source='acme/c-7b')",
        ["acme/a-7b", "acme/b-7b"]
      ),
      (
        "a.py", "dict(gate_mode='hidden', experts=[dict(source_model='acme/a-7b')], base_model='acme/b-7b')",
        ["acme/a-7b", "acme/b-7b"]
      ),
      (
        "a.ts", "const c = { merge_method: 'ties', models: [{ model: 'acme/a-7b' }, { model: 'acme/b-7b' }] }",
        ["acme/a-7b", "acme/b-7b"]
      ),
      ("a.py", "if c['merge_method'] == 'slerp': run(model='acme/a-7b')", []),
      ("a.py", "add(dest='merge_method', model='acme/a-7b')", []),
    ])
  func marks(path: String, text: String, expected: [String]) {
    let references = SourceCode().detect(path, text).references
    let merged = references.filter { $0.recipe != nil }
    #expect(merged.map(\.model.id) == expected)
    #expect(merged.allSatisfy { $0.role == .base })
  }

  @Test("and two of one file are told apart")
  func several() {
    let text = """
      all = [
        {"merge_method": "ties", "models": [{"model": "acme/a-7b"}]},
        {"models": [{"model": "acme/b-7b"}], "merge_method": "linear"},
      ]
      """
    #expect(SourceCode().detect("a.py", text).references.map { $0.recipe?.line } == [2, 3])
  }

  @Test("JSON")
  func json() {
    let text = #"{"merge_method": "ties", "models": [{"model": "acme/a-7b"}, {"model": "acme/b-7b"}]}"#
    #expect(JSONSettings().detect("merge.json", text).references.map { $0.recipe?.column } == [2, 2])
  }
}
