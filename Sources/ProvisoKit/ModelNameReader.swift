internal import ProvisoCore
internal import ProvisoDetection
internal import ProvisoKnowledge

/// Reads a model's name as somebody types it.
enum ModelNameReader {
  /// What a text may mean.
  struct Reading {
    var model: ModelName
    /// The models that are meant where the text names a line; empty where it is one model's name.
    var candidates: [ModelName] = []
  }

  static func read(_ text: String) -> Reading {
    if let address = HubAddress.parse(text) { return Reading(model: .huggingFace(address.id)) }
    if let name = registered(text) { return Reading(model: name) }
    if text.contains("/") { return Reading(model: withOwner(text)) }
    if ModelCatalog.isAlias(text) { return Reading(model: .huggingFace(text)) }
    if isOllama(text) { return Reading(model: ModelName(registry: .ollama, id: text)) }
    let candidates = SpokenName.candidates(of: text).map(ModelName.huggingFace)
    if candidates.count == 1, let only = candidates.first { return Reading(model: only, candidates: candidates) }
    if !candidates.isEmpty { return Reading(model: .huggingFace(text), candidates: candidates) }
    // What a registry of short names knows is told last: the words may be anything else.
    for registry in shortNames where RegistryModels.isKnown(registry: registry.rawValue, id: text) {
      return Reading(model: ModelName(registry: registry, id: text))
    }
    let isTagged = text.contains(":")
    return Reading(model: ModelName(registry: isTagged ? .ollama : .huggingface, id: text))
  }

  /// `ollama:llama3`, `hf://owner/name`: the registry is said.
  private static func registered(_ text: String) -> ModelName? {
    for (prefix, registry) in prefixes {
      for mark in ["://", ":"] where text.lowercased().hasPrefix(prefix + mark) {
        let id = String(text.dropFirst(prefix.utf8.count + mark.utf8.count))
        if !id.isEmpty { return ModelName(registry: registry, id: id) }
      }
    }
    return nil
  }

  private static let prefixes: [(String, Registry)] =
    [("hf", .huggingface), ("docker.io", .docker)]
    + Registry.allCases.filter { ![.local, .url].contains($0) }.map {
      ($0.rawValue, $0)
    }

  private static func withOwner(_ text: String) -> ModelName {
    if text.hasPrefix("ai/") || text.hasPrefix("docker.io/") { return ModelName(registry: .docker, id: text) }
    if RegistryModels.isKnown(registry: Registry.coqui.rawValue, id: text) {
      return ModelName(registry: .coqui, id: text)
    }
    return .huggingFace(text)
  }

  /// Names without an owner and tags after a colon are Ollama's.
  private static func isOllama(_ text: String) -> Bool {
    // No name of its library has an underscore; Keras and spaCy join their words by it.
    guard !text.contains(where: \.isWhitespace), text.contains(":") || !text.contains("_") else { return false }
    return RegistryModels.isKnown(registry: Registry.ollama.rawValue, id: text)
      || ModelCatalog.familyRule(for: "ollama:\(text.lowercased())") != nil
  }

  private static let shortNames: [Registry] = [.bedrock, .spacy, .timm, .keras, .openvino, .torchhub]
}
