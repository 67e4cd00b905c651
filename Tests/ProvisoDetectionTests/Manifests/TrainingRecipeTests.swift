import ProvisoCore
import Testing

@testable import ProvisoDetection

@Suite("Settings of a run beside its result")
struct TrainingRecipeTests {
  private static let settings = "base_model: acme/a\nadapter: lora\nmicro_batch_size: 2\nlearning_rate: 0.0002\n"

  @Test("name what was trained as the base of what lies there, and how")
  func result() throws {
    let declaration = try #require(
      TrainingRecipe().detect("m/axolotl_config.yaml", Self.settings).declarations.first)
    #expect(declaration.model == "m" && !declaration.establishesModel)
    #expect(declaration.bases.map(\.model.id) == ["acme/a"])
    #expect(declaration.bases.map(\.relation) == [.adapter] && declaration.bases.map(\.confidence) == [.medium])
    let full = "model_name_or_path: acme/b\nstage: sft\nfinetuning_type: full\ncutoff_len: 1024\n"
    let bases = TrainingRecipe().detect("m/training_args.yaml", full).declarations.flatMap(\.bases)
    #expect(bases.map(\.model.id) == ["acme/b"] && bases.map(\.relation) == [.finetune])
  }

  @Test(
    "need no settings that only runs have where the file is called after axolotl",
    arguments: [
      ("axolotl.yml", ["acme/a adapter"]), ("axolotl.yaml", ["acme/a adapter"]),
      ("Axolotl_Config.yml", ["acme/a adapter"]), ("axolotl_data.yml", []), ("training_args.yaml", []),
    ])
  func few(name: String, expected: [String]) {
    let text = "base_model: acme/a\nadapter: lora\ndatasets:\n- path: acme/data\n"
    let bases = TrainingRecipe().detect("m/\(name)", text).declarations.flatMap(\.bases)
    #expect(bases.map { "\($0.model.id) \($0.relation?.rawValue ?? "-")" } == expected)
  }

  @Test(
    "near misses",
    arguments: [
      "run: {base_model: acme/a}\n", "base_model: ./a\nlearning_rate: 1\nlora_r: 8\n", "- base_model: acme/a", "a: [",
      "",
    ])
  func nearMisses(text: String) {
    #expect(TrainingRecipe().detect("m/axolotl.yml", text).isEmpty)
  }

  @Test(
    "wanted by name",
    arguments: [
      ("m/axolotl_config.yaml", true), ("training_args.yaml", true), ("train.yaml", false), ("axolotl.py", false),
    ]
  )
  func wanted(path: String, isWanted: Bool) {
    #expect(TrainingRecipe().wants(FilePath(path)) == isWanted)
  }

  @Test("stand in a card below axolotl's words, where it names no base; other blocks are examples")
  func card() {
    func bases(_ words: String, _ keys: String = "license: mit") -> [String] {
      Origins().detect("m/README.md", "---\n\(keys)\n---\n# A\n\n\(words)\n\n```yaml\n\(Self.settings)```\n")
        .declarations
        .flatMap(\.bases).map(\.model.id)
    }
    #expect(bases("See axolotl config") == ["acme/a"])
    #expect(bases("Train it like this:") == [])
    #expect(bases("See axolotl config", "license: mit\nbase_model: acme/c") == [])
  }
}
