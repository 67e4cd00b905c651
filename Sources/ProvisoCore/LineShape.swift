/// Lines of models under licenses of their own, told by the class that a model's config, index or header names: whoever has weights of
/// that shape has most often made them from the line's.
package struct LineShape: Sendable, Hashable {
  /// The families of the line's licenses, as their records have them.
  package let families: [String]
  /// Whether others train models of that class from nothing, or the line has freer models of it, so that the class alone says no more
  /// than that a base is to be named.
  package let isShared: Bool

  /// - Parameter architecture: A class of transformers or diffusers, `Gemma2ForCausalLM`.
  /// - Returns: nil for the class of a line that is free, and for all that are not known.
  package init?(_ architecture: String) {
    guard !Self.free.contains(where: { architecture.hasPrefix($0) }),
      let line = Self.own.first(where: { architecture.hasPrefix($0.key) })
        ?? Self.shared.first(where: { architecture.hasPrefix($0.key) })
    else { return nil }
    families = line.value
    isShared = !Self.own.contains { $0.key == line.key }
  }

  /// By what the names of the line's classes begin with: those that nobody else publishes weights of.
  private static let own: KeyValuePairs = [
    "Gemma": ["gemma"], "PaliGemma": ["gemma"], "Mllama": ["llama"], "StableDiffusion3": ["stability-community"],
    "SD3": ["stability-community"],
  ]

  private static let shared: KeyValuePairs = [
    "Llama": ["llama"], "Cohere": ["cc-by-nc"], "Exaone": ["exaone", "k-exaone"],
    "ChatGLM": ["chatglm", "glm-4-9b", "codegeex"],
    "DeepseekV2": ["deepseek"], "HunYuan": ["hunyuan"], "Hunyuan": ["hunyuan"], "Dbrx": ["databricks"],
    "HyperCLOVAX": ["hyperclovax"],
  ]

  /// Generations of these lines that are under free licenses.
  private static let free = ["Gemma4"]
}
