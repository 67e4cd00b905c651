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

  /// What `text` names in a file that calls a service which has models of such names; nil where it is a copy of the weights, as
  /// what stands around it says, or everything in the file.
  ///
  /// - Parameter offset: Where `text` stands in `file`.
  /// - Returns: The service's model; where the file speaks of weights, too, and nothing near says which of the two is meant, a name
  ///   without owner, for which the strictest license of all weights that are called so counts.
  static func verdict(_ text: String, at offset: Int, in file: WholeFile) -> NameVerdict? {
    guard let index = services.firstIndex(where: { $0.starts.contains(where: text.hasPrefix) }),
      services[index].takesSizes || !ModelWords(text).hasBillions, file.makersServices.called.contains(index)
    else { return nil }
    guard file.makersServices.besideWeights.contains(index) else { return NameVerdict(.hosted, text) }
    switch near(offset, index, file.source.bytes) {
    case .service: return NameVerdict(.hosted, text)
    case .weights: return nil
    // A name that only a service has is read as one further on.
    case .both, .nothing:
      return HostedModels.contains(text) ? nil : NameVerdict(.huggingface, text, confidence: .medium)
    }
  }

  /// Of a whole file, which of the services it calls, by their number.
  struct Calls: Sendable {
    private(set) var called: Set<Int> = []
    /// Those of which it names weights, or what serves weights of any.
    private(set) var besideWeights: Set<Int> = []

    init(_ bytes: [UInt8]) {
      for index in services.indices where isCalled(index, in: bytes) {
        called.insert(index)
        if services[index].weights.containsAny(in: bytes.span) { besideWeights.insert(index) }
      }
    }
  }

  private enum Meaning { case service, weights, both, nothing }

  /// What the line says, else the innermost of those that it is indented under, else its neighbors without a blank line between,
  /// if they agree.
  private static func near(_ offset: Int, _ service: Int, _ bytes: [UInt8]) -> Meaning {
    let lines = LinesAround(offset, in: bytes)
    let own = meaning(of: lines.own, service, bytes)
    guard own == .nothing else { return own }
    for line in lines.above {
      let said = meaning(of: line, service, bytes)
      if said != .nothing { return said }
    }
    let said = Set(lines.neighbors.map { meaning(of: $0, service, bytes) }).subtracting([.nothing])
    return said.count > 1 ? .both : said.first ?? .nothing
  }

  private static func meaning(of line: Range<Int>, _ service: Int, _ bytes: [UInt8]) -> Meaning {
    let text = Array(bytes[line])
    // What a file imports it uses anywhere.
    guard !imports.contains(where: { text.drop(while: ASCII.isBlank).starts(with: $0.utf8) }) else { return .nothing }
    let isService = isCalled(service, in: text) || services[service].routes.contains { isKey($0, in: text[...]) }
    return switch (isService, services[service].weights.containsAny(in: text.span)) {
    case (true, true): .both
    case (true, false): .service
    case (false, true): .weights
    case (false, false): .nothing
    }
  }

  private static let imports = ["import ", "from ", "use ", "using ", "#include", "require", "gem "]

  /// `mistral:` or `"mistral": [` of a list by services, `case "mistral"`, `== "mistral"`; `mistral:7b` is a model.
  private static func isKey(_ route: String, in line: ArraySlice<UInt8>) -> Bool {
    let name = Array(route.utf8)
    var start = line.startIndex
    while start + name.count <= line.endIndex {
      defer { start += 1 }
      let end = start + name.count
      guard line[start..<end].elementsEqual(name), start == line.startIndex || !isPart(line[start - 1]),
        end == line.endIndex || !isPart(line[end])
      else { continue }
      let before = line[..<start].reversed().drop { isQuote($0) || ASCII.isBlank($0) }
      let rest = line[end...].drop(while: isQuote).drop(while: ASCII.isBlank)
      if before.starts(with: "==".utf8) || before.starts(with: "esac".utf8) || rest.starts(with: "=>".utf8)
        || rest.first == UInt8(ascii: "]") && before.first == UInt8(ascii: "[")
        || rest.first == UInt8(ascii: ":") && rest.dropFirst().first.map(ASCII.isWord) != true
      {
        return true
      }
    }
    return false
  }

  private static func isPart(_ byte: UInt8) -> Bool { ASCII.isWord(byte) || byte == UInt8(ascii: "-") }
  private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  /// `ChatCohere`, `cohere.Client` and `CohereClient` speak of Cohere; "coherent" does not.
  private static func isCalled(_ service: Int, in bytes: [UInt8]) -> Bool {
    var isCalled = false
    callNeedles[service].forEachMatch(in: bytes.span) { needle, offset in
      let end = offset + services[service].calls[needle].utf8.count
      isCalled = end == bytes.count || !ASCII.isLetter(bytes[end]) || ASCII.isUpper(bytes[end])
      return !isCalled
    }
    return isCalled
  }

  private static let callNeedles = services.map { NeedleSet($0.calls, ignoresCase: true) }

  /// Whether `owner/name` is how a router calls the service's model: `cohere/command-r-plus`.
  static func serves(_ name: String, under owner: String) -> Bool {
    services.contains {
      $0.routes.contains(owner) && $0.starts.contains(where: name.hasPrefix)
        && ($0.takesSizes || !ModelWords(name).hasBillions)
    }
  }
}
