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
        "1:1-13 m bundled", "2:13-19 acme/a base", "7:15-31 acme/b+acme/lora base", "7:15-31 acme/b+acme/lora base",
        "9:28-34 acme/c base",
      ])
    let declaration = try #require(found.declarations.first)
    #expect(declaration.bases.map(\.model.id) == ["acme/a", "acme/b", "acme/lora", "acme/c"])
    #expect(Set(declaration.bases.map(\.relation)) == [.merge])
  }

  @Test("elsewhere they name models and make none")
  func recipe() {
    let found = detector.detect("configs/merge.yaml", Self.recipe)
    #expect(found.declarations.isEmpty && found.references.map(\.role) == [.base, .base, .base, .base])
    #expect(found.references.map(\.derivative) == [nil, nil, nil, nil])
  }

  @Test("near misses", arguments: ["model: acme/a", "a: {merge_method: x}\nmodel: acme/a", "", "- merge_method: x"])
  func nearMisses(text: String) {
    #expect(detector.detect("merge.yml", text).isEmpty)
  }

  @Test("a result that is no YAML is told; a template elsewhere is others' business")
  func broken() {
    #expect(detector.detect("m/mergekit_config.yml", "merge_method: [").isIncomplete)
    #expect(detector.detect("merge.yml", "merge_method: {{ x").isEmpty)
    let deep = "merge_method: " + String(repeating: "[", count: 10_000)
    #expect(detector.detect("mergekit_config.yaml", deep).isIncomplete)
  }
}
