import ProvisoCore
import ProvisoText
import Testing

@testable import ProvisoDetection

@Suite("Lists of what is left out")
struct ExclusionNamesTests {
  @Test(
    "are called so by every word of their name",
    arguments: [
      "exclude_ids", "SKIP_MODELS", "blockedModels", "models_to_ignore", "denylist", "EXCLUDED_REPOS",
      "model-blacklist",
      "skip_list",
    ])
  func isOne(name: String) {
    #expect(ExclusionNames.isOne(SettingKeys.fold(name)))
  }

  @Test(
    "are none where the name has other words, or no word for it",
    arguments: [
      "skip", "block", "models", "skip_license_check", "ignored_prefixes_of_models", "blocks", "model_ids",
      "skip_download_of_models", "modelskip2", "", "exclude_from_quantization", String(repeating: "skip", count: 20),
    ])
  func isNone(name: String) {
    #expect(!ExclusionNames.isOne(SettingKeys.fold(name)))
  }

  @Test(
    "mention what they name",
    arguments: [
      ("a.py", "SKIP_MODELS = ['acme/a-7b', 'acme/b-7b']"), ("a.py", "exclude = frozenset({'acme/a-7b', 'acme/b-7b'})"),
      ("a.py", "X = {'exclude_ids': ['acme/a-7b', 'acme/b-7b']}"),
      ("a.swift", "let blockedModels: Set<String> = [\"acme/a-7b\", \"acme/b-7b\"]"),
      ("a.js", "const excludedModels = new Set(['acme/a-7b', 'acme/b-7b'])"),
    ])
  func mentioned(path: String, text: String) {
    let references = SourceCode().detect(path, text).references
    #expect(references.map(\.asWritten) == ["acme/a-7b", "acme/b-7b"])
    #expect(references.allSatisfy { $0.role == .mentioned && $0.confidence == .low })
    #expect(references.first?.remark?.hasSuffix(", which leaves out what it names") == true)
  }

  @Test(
    "leave what is loaded beside them in use",
    arguments: [
      ("a.py", "skip_models = load_model('acme/a-7b')"), ("a.py", "skip_shards_of_models = ['acme/a-7b']"),
      ("a.py", "skip = False\nMODELS = ['acme/a-7b']"),
      ("a.py", "snapshot_download('acme/a-7b', ignore_models=['*.bin'])"),
    ])
  func used(path: String, text: String) {
    let references = SourceCode().detect(path, text).references.filter { $0.asWritten == "acme/a-7b" }
    #expect(references.map(\.role) == [.used])
  }

  @Test("bar what stands under them in settings")
  func settings() {
    let found = YAMLSettings().detect("c.yaml", "exclude_models: [acme/a-7b]\nmodels: [acme/b-7b]\n").references
    #expect(found.map(\.asWritten) == ["acme/b-7b"])
  }
}
