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
    /// What stands in a file that calls it; with small letters behind it, it is the beginning of another word.
    let calls: [String]
    /// Whether it serves models under names that say how large they are; elsewhere these are copies of the weights.
    var takesSizes = true
    /// The publisher of the weights, who in the same file is meant instead.
    let weights: NeedleSet
  }

  private static let services = [
    Service(
      starts: ["command-", "c4ai-aya-", "c4ai-command-"], routes: ["cohere", "cohere_chat"],
      calls: ["cohere"],
      weights: NeedleSet(["cohereforai", "coherelabs"] + places, ignoresCase: true)),
    Service(
      starts: ["jina-embeddings-", "jina-reranker-", "jina-clip-", "jina-colbert-"], routes: ["jina_ai"],
      calls: ["api.jina.ai", "jina_api_key", "jinaembedding", "jinaembeddings"],
      weights: NeedleSet(["jinaai/"] + places, ignoresCase: true)),
    Service(
      starts: ["deepseek-coder", "deepseek-v"], routes: [],
      calls: ["api.deepseek.com", "deepseek_api_key", "deepseek-chat", "deepseek-reasoner"],
      takesSizes: false,
      weights: NeedleSet(["deepseek-ai/"] + places, ignoresCase: true)),
    Service(
      starts: ["glm-4"], routes: [],
      calls: ["open.bigmodel.cn", "zhipuai", "zhipu_api_key"],
      takesSizes: false,
      weights: NeedleSet(["zai-org/", "thudm/"] + places, ignoresCase: true)),
    Service(
      starts: [
        "codestral", "magistral-", "ministral-", "mistral-large", "mistral-medium", "mistral-small", "pixtral-",
      ],
      routes: ["mistral"],
      calls: [
        "api.mistral.ai", "mistral_api_key", "mistralai", "mistralclient", "mistral-ai", "mistral_ai", "llms/mistral",
        "bridge\\mistral", "ai-sdk/mistral", "provider: mistral", "provider: :mistral", "provider: \"mistral\"",
        "provider: 'mistral'", "provider=\"mistral\"", "provider = \"mistral\"", "\"provider\": \"mistral\"",
      ],
      takesSizes: false,
      // The client's package is called as the publisher is.
      weights: NeedleSet(["\"mistralai/", "'mistralai/", "/mistralai/", "unsloth"] + places, ignoresCase: true)),
  ]

  /// What fetches or serves weights, here or on a machine of one's own.
  private static let places = [
    "127.0.0.1", "fastembed", "from_pretrained", "gguf", "huggingface", "llama.cpp", "llama_cpp", "lm_studio",
    "lmstudio",
    "localai", "localhost", "ollama", "openrouter", "sentencetransformer", "sglang", "transformers", "vllm",
  ]

  /// The service's model that `text` names in a file that calls the service, and in which nothing speaks of weights.
  static func verdict(_ text: String, in source: SourceText) -> NameVerdict? {
    guard let service = services.first(where: { $0.starts.contains(where: text.hasPrefix) }),
      service.takesSizes || !ModelWords(text).hasBillions
    else { return nil }
    return isCalled(service, in: source.bytes) && !service.weights.containsAny(in: source.bytes.span)
      ? NameVerdict(.hosted, text) : nil
  }

  /// `ChatCohere`, `cohere.Client` and `CohereClient` speak of Cohere; "coherent" does not.
  private static func isCalled(_ service: Service, in bytes: [UInt8]) -> Bool {
    var isCalled = false
    for word in service.calls where !isCalled {
      NeedleSet([word], ignoresCase: true).forEachMatch(in: bytes.span) { _, offset in
        let end = offset + word.utf8.count
        isCalled = end == bytes.count || !ASCII.isLetter(bytes[end]) || ASCII.isUpper(bytes[end])
        return !isCalled
      }
    }
    return isCalled
  }

  /// Whether `owner/name` is how a router calls the service's model: `cohere/command-r-plus`.
  static func serves(_ name: String, under owner: String) -> Bool {
    services.contains {
      $0.routes.contains(owner) && $0.starts.contains(where: name.hasPrefix)
        && ($0.takesSizes || !ModelWords(name).hasBillions)
    }
  }
}
