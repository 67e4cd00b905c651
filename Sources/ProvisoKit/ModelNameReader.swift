internal import ProvisoCore
internal import ProvisoDetection
internal import ProvisoKnowledge

/// Reads a model's name as somebody types it.
enum ModelNameReader {
  static func read(_ text: String) -> ModelName {
    if let address = HubAddress.parse(text) { return .huggingFace(address.id) }
    if text.hasPrefix("ollama:") { return ModelName(registry: .ollama, id: String(text.dropFirst("ollama:".count))) }
    if text.contains("/") || ModelCatalog.isAlias(text) { return .huggingFace(text) }
    // Names without an owner and tags after a colon are Ollama's.
    let isOllama = text.contains(":") || ModelCatalog.familyRule(for: "ollama:\(text)") != nil
    return ModelName(registry: isOllama ? .ollama : .huggingface, id: text)
  }
}
