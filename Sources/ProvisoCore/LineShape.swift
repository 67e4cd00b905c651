/// Lines of models under licenses of their own, told by the class that a model's config, index or header names: whoever has weights of
/// that shape has most often made them from the line's.
package struct LineShape: Sendable, Hashable {
  /// The family of the line's licenses, as their records have it.
  package let family: String
  /// Whether others train models of that class from nothing, and publish them under licenses of theirs.
  package let isShared: Bool

  /// - Parameter architecture: A class of transformers or diffusers, `Gemma2ForCausalLM`.
  /// - Returns: nil for the class of a line that is free, and for all that are not known.
  package init?(_ architecture: String) {
    guard !Self.free.contains(where: { architecture.hasPrefix($0) }),
      let line = Self.families.first(where: { architecture.hasPrefix($0.key) })
    else { return nil }
    (family, isShared) = (line.value, line.key == "Llama")
  }

  /// By what the names of the line's classes begin with.
  private static let families: KeyValuePairs = [
    "Gemma": "gemma", "PaliGemma": "gemma", "Llama": "llama", "Mllama": "llama",
    "StableDiffusion3": "stability-community", "SD3": "stability-community",
  ]

  /// Generations of these lines that are under free licenses.
  private static let free = ["Gemma4"]
}
