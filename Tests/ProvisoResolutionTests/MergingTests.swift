import ProvisoCore
import ProvisoResolution
import Testing

@Suite("What a recipe merges")
struct MergingTests {
  private func reference(_ id: String, line: Int, in path: String = "ties.yml", recipe: Int = 1) -> ModelReference {
    var reference = ModelReference(
      model: .huggingFace(id), location: Location(path: path, line: line), asWritten: id, kind: .configuration,
      role: .base)
    reference.recipe = Location(path: path, line: recipe)
    return reference
  }

  private func merged(_ references: ModelReference...) -> [String] {
    Resolver().resolve(Detections(references: references)).models.flatMap { model in
      model.merges.map { recipe in
        "\(model.name.id): "
          + recipe.map { "\($0.base.id) \($0.license.concluded ?? "-") \($0.location?.line ?? 0)" }.joined(
            separator: ", ")
      }
    }
  }

  @Test("is told once, under the model that it names first")
  func once() {
    #expect(
      merged(
        reference("google/gemma-2-9b", line: 5), reference("meta-llama/Llama-2-7b-hf", line: 2),
        reference("google/gemma-2-9b", line: 8))
        == ["meta-llama/Llama-2-7b-hf: meta-llama/Llama-2-7b-hf llama2 2, google/gemma-2-9b gemma 5"])
  }

  @Test("is that of one recipe, of which a document or a notebook shows several")
  func severalRecipes() {
    #expect(
      merged(
        reference("google/gemma-2-9b", line: 5), reference("meta-llama/Llama-2-7b-hf", line: 12, recipe: 14),
        reference("google/gemma-2-2b", line: 13, recipe: 14))
        == ["meta-llama/Llama-2-7b-hf: meta-llama/Llama-2-7b-hf llama2 12, google/gemma-2-2b gemma 13"])
  }

  @Test("is that of one file, and of more than one model")
  func apart() {
    #expect(
      merged(reference("google/gemma-2-9b", line: 5), reference("meta-llama/Llama-2-7b-hf", line: 2, in: "slerp.yml"))
        == [])
  }
}
