internal import ProvisoCore

/// Container images that have a model in them: NVIDIA's NIM (`nvcr.io/nim/meta/llama-3.2-11b-vision-instruct`), what Ollama's
/// registry serves as one (`registry.ollama.ai/library/codestral`), and those of Weaviate, whose tag is the model's name.
enum CarriedModel {
  static func verdict(_ image: String) -> NameVerdict? {
    guard image.utf8.count <= 300 else { return nil }
    let parts = image.split(separator: "/").map(String.init)
    if parts.count >= 2, parts[parts.count - 2] == "semitechnologies" { return weaviate(parts[parts.count - 1]) }
    switch parts.first {
    case "nvcr.io" where parts.count == 4 && parts[1] == "nim":
      guard let owner = owners[parts[2]] else { return nil }
      let name = String(parts[3].prefix { $0 != ":" && $0 != "@" })
      // Of the services beside the models the names say so.
      guard HubName.isPart(name), ModelWords(name).hasFamily else { return nil }
      return NameVerdict(.huggingface, "\(owner)/\(name)")
    case "registry.ollama.ai" where parts.count == 3:
      let name = parts[1] == "library" ? parts[2] : "\(parts[1])/\(parts[2])"
      let isName = name.utf8.allSatisfy { ASCII.isWord($0) || "-.:/".utf8.contains($0) }
      return isName ? NameVerdict(.ollama, name) : nil
    default: return nil
    }
  }

  /// `transformers-inference:sentence-transformers-multi-qa-MiniLM-L6-cos-v1`: owner and name with a `-` between them.
  private static func weaviate(_ image: String) -> NameVerdict? {
    guard let colon = image.firstIndex(of: ":"), image[..<colon].contains("-") else { return nil }
    let tag = image[image.index(after: colon)...]
    for dash in tag.indices where tag[dash] == "-" && Publishers.contains(String(tag[..<dash])) {
      let id = "\(tag[..<dash])/\(tag[tag.index(after: dash)...])"
      if HubName.isID(id), ModelWords(id).hasFamily { return NameVerdict(.huggingface, id, confidence: .medium) }
    }
    return nil
  }

  /// The owners on the hub, by those that NVIDIA's catalog has.
  private static let owners = [
    "meta": "meta-llama", "mistralai": "mistralai", "google": "google", "microsoft": "microsoft", "qwen": "Qwen",
    "deepseek-ai": "deepseek-ai", "nvidia": "nvidia", "ibm": "ibm-granite", "openai": "openai",
  ]
}
