/// What is known of models that other registries than the hub serve.
package enum RegistryModels {
  /// What a list of the registry says of the model.
  package static func entry(registry: String, id: String) -> CatalogEntry? {
    for key in keys(registry, id) {
      // The list has the first version of spaCy's pipelines; where a later one is under another license, that counts.
      if let entry = ModelCatalog.wellKnown("\(registry):\(key)") { return entry }
      if let row = HubModels.table?.row(for: "\(registry):\(key)") { return CatalogEntry(row) }
    }
    return nil
  }

  /// The model of the hub that the registry serves under `id`.
  package static func hubModel(registry: String, id: String) -> String? {
    for key in keys(registry, id) {
      if let fields = EmbeddedText.registries.fields(ofKey: "\(registry):\(key)"), fields.count >= 2 {
        return fields[1]
      }
    }
    return nil
  }

  /// The models of the hub that the registry serves under a name without a tag and under each of its tags, the former first.
  package static func hubModels(ofLine name: String, registry: String) -> [String] {
    let key = "\(registry):\(name.lowercased())"
    let tags = EmbeddedText.registries.allFields().filter { $0.count >= 2 && $0[0].hasPrefix(key + ":") }.map { $0[1] }
    return (hubModel(registry: registry, id: name).map { [$0] } ?? []) + tags
  }

  /// The spellings under which `id` may be on file, the longest first: what parts them says nothing of the license.
  private static func keys(_ registry: String, _ id: String) -> [String] {
    let id = id.lowercased()
    switch registry {
    case "ollama", "docker": return tagged(id)
    case "bedrock": return bedrock(id)
    case "torchhub":
      let parts = id.split(separator: ":", maxSplits: 1).map(String.init)
      return parts.count == 2 ? [id, parts[0]] : [id]
    case "tfhub": return [id] + (withoutVersion(id).map { [$0] } ?? [])
    default: return [id]
    }
  }

  /// `google/nnlm-en-dim128` of `google/nnlm-en-dim128/2`, as addresses have it; nil where there is no version.
  private static func withoutVersion(_ id: String) -> String? {
    guard let slash = id.lastIndex(of: "/"), id.firstIndex(of: "/") != slash else { return nil }
    let version = id[id.index(after: slash)...]
    return !version.isEmpty && version.utf8.allSatisfy(ModelTableLayout.isDigit) ? String(id[..<slash]) : nil
  }

  /// `llama3.1:8b-instruct-q4_k_m`: the whole tag, then the size. Without a size it is the default's.
  private static func tagged(_ id: String) -> [String] {
    var id = id
    for prefix in ["docker.io/", "index.docker.io/", "library/", "hub.docker.com/r/"] where id.hasPrefix(prefix) {
      id.removeFirst(prefix.count)
    }
    let parts = id.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[1] != "latest" else { return parts.isEmpty ? [] : [parts[0], "\(parts[0]):latest"] }
    let words = parts[1].split(separator: "-").map(String.init)
    var keys = [id]
    for end in stride(from: words.count - 1, to: 0, by: -1) {
      keys.append("\(parts[0]):\(words[..<end].joined(separator: "-"))")
    }
    if words.allSatisfy({ variants.contains($0) || ModelNameWords.isShape($0) || isQuantization($0) }) {
      keys.append(parts[0])
    }
    return keys
  }

  /// Words of tags that name no other model.
  private static let variants: Set<String> = ["instruct", "chat", "text", "it", "fp16", "qat"]

  /// `q4_k_m`, `iq2_xs`.
  private static func isQuantization(_ word: String) -> Bool {
    let words = ModelNameWords(word).words
    return words.count == 1 ? ModelNameWords.isShape(word) : ModelNameWords.quantization(atEndOf: words) == 0
  }

  /// Without a region, and without the version's last part.
  private static func bedrock(_ id: String) -> [String] {
    var id = id
    if let dot = id.firstIndex(of: "."), regions.contains(String(id[..<dot])) {
      id = String(id[id.index(after: dot)...])
    }
    var keys = [id]
    if let colon = id.lastIndex(of: ":") { keys.append(String(id[..<colon])) } else { keys.append("\(id):0") }
    return keys
  }

  private static let regions: Set<String> = ["us", "eu", "apac", "au", "jp", "ca", "global", "us-gov"]
}

extension RegistryModels {
  /// Whether anything on file is known by that name.
  package static func isKnown(registry: String, id: String) -> Bool {
    hubModel(registry: registry, id: id) != nil || entry(registry: registry, id: id) != nil
      || (registry != "ollama" && ModelCatalog.familyRule(for: "\(registry):\(id.lowercased())") != nil)
  }
}
