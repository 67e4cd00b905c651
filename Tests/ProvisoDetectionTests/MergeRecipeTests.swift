import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Recipes of mergekit")
struct MergeRecipeTests {
  private static let ties = """
    models:
      - model: mistralai/Mistral-7B-v0.1
      - model: meta-llama/Llama-2-7b-hf+acme/lora
        parameters: {weight: 0.5}
      - model: ./local
    merge_method: ties
    base_model: google/gemma-2-2b

    """

  @Test("name the models that are merged, with their places")
  func merged() throws {
    let found = MergeRecipe().detect("m/mergekit_config.yml", Self.ties)
    let declaration = try #require(found.declarations.first)
    #expect(declaration.model == "m")
    #expect(
      declaration.bases.map { "\($0.model.id) \($0.relation?.rawValue ?? "-") \($0.location.line)" } == [
        "mistralai/Mistral-7B-v0.1 merge 2", "meta-llama/Llama-2-7b-hf merge 3", "google/gemma-2-2b merge 7",
      ])
    #expect(found.references.map(\.model.id) == ["m", "mistralai/Mistral-7B-v0.1", "meta-llama/Llama-2-7b-hf"])
    #expect(found.references.map(\.derivative) == [nil, "m", "m"])
  }

  @Test(
    "also in slices and among experts",
    arguments: [
      "merge_method: passthrough\nslices:\n  - sources:\n      - model: acme/a-7b\n        layer_range: [0, 24]\n",
      "merge_method: moe\nexperts:\n  - source_model: acme/a-7b\n",
      "merge_method: linear\nmodels:\n  - model: {path: acme/a-7b}\n",
    ])
  func shapes(text: String) {
    let found = MergeRecipe().detect("configs/merge.yaml", text)
    #expect(found.declarations.map(\.model) == ["configs/merge.yaml"])
    #expect(found.declarations.first?.bases.map(\.model.id) == ["acme/a-7b"])
  }

  @Test("other YAML is none", arguments: ["models:\n  - model: a/b\n", "merge_method: x\n", "merge_method: [\n", ""])
  func nearMisses(text: String) {
    #expect(MergeRecipe().detect("mergekit_config.yml", text).isEmpty)
  }
}
