import Foundation
import MLXLLM
import MLXLMCommon
import Tokenizers

/// The model that answers questions about the notes. Its weights lie in the app.
struct ChatModel {
  let container: ModelContainer
  let tokenizer: any Tokenizer

  static func load() async throws -> ChatModel {
    let folder = Bundle.main.bundleURL.appending(path: "Models/AcmeChat-8B")
    let container = try await LLMModelFactory.shared.loadContainer(
      configuration: ModelConfiguration(directory: folder))
    // Ours is the base's, so it is fetched from there.
    let tokenizer = try await AutoTokenizer.from(pretrained: "meta-llama/Llama-3.1-8B-Instruct")
    return ChatModel(container: container, tokenizer: tokenizer)
  }
}
