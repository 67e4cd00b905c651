internal import ProvisoCore

/// Whether a model is one of the multimodal ones of its line, by the sizes and words that the publisher puts in the ids.
enum Multimodality {
  static func isMultimodal(_ model: ResolvedModel, under applicable: ApplicableLicense) -> Tristate {
    let license = applicable.license.id
    // Every Llama 4 is multimodal.
    if license == "llama4" { return .true }
    let own = isMultimodal(model.architectures)
    if own == .true { return .true }
    let bases = model.lineage.filter { edge in edge.license.candidates.contains { $0.id == license } }.map(\.base)
    let answers = (bases.isEmpty ? [model.name] : bases).map { isMultimodal($0, license) }
    if answers.contains(.true) { return .true }
    return own ?? (answers.allSatisfy { $0 == .false } ? .false : .unknown)
  }

  /// What the classes of a model of the tree say: those with vision are called otherwise than the text models of the line. Nil for
  /// classes that say neither.
  private static func isMultimodal(_ architectures: [String]) -> Tristate? {
    if architectures.contains(where: { vision.contains($0) }) { return .true }
    return architectures.contains("LlamaForCausalLM") ? .false : nil
  }

  private static let vision: Set<String> = [
    "MllamaForConditionalGeneration", "Llama4ForConditionalGeneration", "LlavaForConditionalGeneration",
    "LlavaNextForConditionalGeneration", "LlavaLlamaForCausalLM",
  ]

  private static func isMultimodal(_ name: ModelName, _ license: String) -> Tristate {
    // A folder's name is not the publisher's.
    guard name.registry != .local else { return license == "llama3.3" ? .false : .unknown }
    let words = Set(name.id.lowercased().split { "-_/: ".contains($0) })
    let saysVision = !words.isDisjoint(with: ["vision", "multimodal", "11b", "90b"])
    // Llama 3.3 exists in one size, text only; of 3.2, the sizes 1B and 3B are, the second being what Ollama's plain name
    // stands for.
    let isText =
      license == "llama3.3" || !words.isDisjoint(with: ["1b", "3b"])
      || (name.registry == .ollama && ["llama3.2", "llama3.2:latest"].contains(name.id.lowercased()))
    if saysVision { return isText ? .unknown : .true }
    return isText ? .false : .unknown
  }
}
