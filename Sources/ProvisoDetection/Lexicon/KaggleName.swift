internal import ProvisoCore

/// Handles of Kaggle's models: `google/gemma/transformers/2b-it`, with a version behind it or not.
enum KaggleName {
  /// Whether `parts` are a handle where nothing speaks of Kaggle: the second says that it is a model, the third what its weights are
  /// written for, the last which version it is. Without a version it is a path as well.
  static func isHandle(_ parts: [Substring], _ context: NameContext) -> Bool {
    guard parts.count >= 4, frameworks.contains(parts[2]), ModelWords(String(parts[1])).hasFamily,
      !HubName.isNoOwner(String(parts[0]))
    else { return false }
    return parts.count == 5
      ? parts[4].utf8.allSatisfy(ASCII.isDigit) : context.asksForModel && Publishers.contains(String(parts[0]))
  }

  /// As Kaggle writes them in its handles.
  private static let frameworks = WordTable(
    """
    api coral flax gemma-cpp gemmacpp gguf jax keras litert maxtext onnx pax pytorch tensorflow1 tensorflow2 tensorrtllm tfjs
    tflite transformers triton
    """)

  static func verdict(_ text: some StringProtocol) -> NameVerdict? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (4...5).contains(parts.count), parts.allSatisfy({ HubName.isPart(String($0)) }) else { return nil }
    let revision = parts.count == 5 ? Revision(written: String(parts[4])) : .notApplicable
    return NameVerdict(
      .url, "https://www.kaggle.com/models/\(parts[..<4].joined(separator: "/"))", revision: revision)
  }
}
