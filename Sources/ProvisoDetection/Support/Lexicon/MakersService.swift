internal import ProvisoCore
internal import ProvisoText

/// Services at which makers serve models under the names of weights that they publish too, on other terms: `command-r-plus` of
/// Cohere's client is no copy of the weights. Only what stands around such a name says which of the two is meant.
enum MakersService {
  private struct Service: Sendable {
    /// What its models' names begin with.
    let starts: [String]
    /// What routers write before such a name; whoever publishes the weights is called otherwise.
    let routes: Set<String>
    /// What stands in a file that calls it.
    let calls: NeedleSet
    /// The publisher of the weights, who in the same file is meant instead.
    let weights: NeedleSet
  }

  private static let services = [
    Service(
      starts: ["command-", "c4ai-aya-", "c4ai-command-"], routes: ["cohere", "cohere_chat"],
      calls: NeedleSet(["cohere"], ignoresCase: true),
      weights: NeedleSet(["cohereforai", "coherelabs"] + places, ignoresCase: true)),
    Service(
      starts: ["jina-embeddings-", "jina-reranker-", "jina-clip-", "jina-colbert-"], routes: ["jina_ai"],
      calls: NeedleSet(["api.jina.ai", "jina_api_key", "jinaembedding"], ignoresCase: true),
      weights: NeedleSet(["jinaai/"] + places, ignoresCase: true)),
  ]

  /// What fetches or serves weights.
  private static let places = [
    "fastembed", "from_pretrained", "huggingface", "llama.cpp", "ollama", "sentencetransformer", "transformers", "vllm",
  ]

  /// The service's model that `text` names in a file that calls the service, and in which nothing speaks of weights.
  static func verdict(_ text: String, in source: SourceText) -> NameVerdict? {
    guard let service = services.first(where: { $0.starts.contains(where: text.hasPrefix) }) else { return nil }
    let bytes = source.bytes.span
    return service.calls.containsAny(in: bytes) && !service.weights.containsAny(in: bytes)
      ? NameVerdict(.hosted, text) : nil
  }

  /// Whether `owner/name` is how a router calls the service's model: `cohere/command-r-plus`.
  static func serves(_ name: String, under owner: String) -> Bool {
    services.contains { $0.routes.contains(owner) && $0.starts.contains(where: name.hasPrefix) }
  }
}
