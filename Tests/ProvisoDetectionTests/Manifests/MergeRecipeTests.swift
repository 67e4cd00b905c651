import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Recipes of mergekit")
struct MergeRecipeTests {
  let detector = MergeRecipe()
  private static let recipe = """
    merge_method: slerp
    base_model: acme/a
    slices:
      - sources:
          - model: acme/a
            layer_range: [0, 32]
          - model: "acme/b+acme/lora"
    models:
      - model: {model: {path: acme/c}}
      - model: ./local
    """

  @Test("beside their result they name its bases, each once")
  func result() throws {
    let found = detector.detect("m/mergekit_config.yml", Self.recipe)
    #expect(
      found.outlines == [
        "1:1-13 m bundled", "2:13-19 acme/a base", "7:17-33 acme/b+acme/lora base", "7:17-33 acme/b+acme/lora base",
        "9:27-33 acme/c base",
      ])
    let declaration = try #require(found.declarations.first)
    #expect(declaration.bases.map(\.model.id) == ["acme/a", "acme/b", "acme/lora", "acme/c"])
    #expect(Set(declaration.bases.map(\.relation)) == [.merge])
    #expect(declaration.unreadBases.map(\.name) == ["./local"])
  }

  @Test("of mergekit-moe have experts instead of a method")
  func experts() {
    let found = detector.detect(
      "m/mergekit_moe_config.yml", "base_model: acme/a\nexperts:\n  - source_model: acme/b\n    positive_prompts: [x]\n"
    )
    #expect(found.declarations.flatMap(\.bases).map(\.model.id) == ["acme/a", "acme/b"])
    #expect(detector.detect("m/mergekit_config.yml", "experts: [a/b]\nmodel: acme/a\n").isEmpty)
  }

  @Test(
    "wanted by name",
    arguments: [
      ("m/mergekit_moe_config.yaml", true), ("m/mergekit_config.yml", true), ("mergekit_config.yaml", true),
      ("configs/merge.yaml", false),
    ])
  func wanted(path: String, isWanted: Bool) {
    #expect(detector.wants(FilePath(path)) == isWanted)
  }

  @Test("near misses", arguments: ["model: acme/a", "a: {merge_method: x}\nmodel: acme/a", "", "- merge_method: x"])
  func nearMisses(text: String) {
    #expect(detector.detect("mergekit_config.yml", text).isEmpty)
  }

  @Test("what is no YAML is told")
  func broken() {
    #expect(detector.detect("m/mergekit_config.yml", "merge_method: [").isIncomplete)
    let deep = "merge_method: " + String(repeating: "[", count: 10_000)
    #expect(detector.detect("mergekit_config.yaml", deep).isIncomplete)
  }
}
