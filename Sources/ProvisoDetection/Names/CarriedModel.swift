internal import ProvisoCore
internal import ProvisoText

/// Container images that have a model in them, and what NVIDIA has in its catalogs beside them: NVIDIA's NIM (`nvcr.io/nim/meta/llama-3.2-11b-vision-instruct`), what Ollama's
/// registry serves as one (`registry.ollama.ai/library/codestral`), and those of Weaviate, whose tag is the model's name.
enum CarriedModel {
  static func verdict(_ image: String) -> NameVerdict? {
    guard image.utf8.count <= 300, registries.containsAny(in: image.utf8.span) else { return nil }
    let parts = image.split(separator: "/").map(String.init)
    if parts.count >= 2, parts[parts.count - 2] == "semitechnologies" { return weaviate(parts[parts.count - 1]) }
    switch parts.first {
    case "nvcr.io" where parts.count == 4 && parts[1] == "nim":
      guard let owner = owners[parts[2]] else { return nil }
      let name = String(parts[3].prefix { $0 != ":" && $0 != "@" })
      // Of the services beside the models the names say so.
      guard HubName.isPart(name), ModelWords(name).hasFamily else { return nil }
      return NameVerdict(.huggingface, "\(owner)/\(name)")
    // `nvidia/nemo/gemma_2b_base:1.1`, as `ngc registry model download-version` takes it.
    case "nvidia" where parts.count == 3 && parts[1] == "nemo":
      let name = String(parts[2].prefix { $0 != ":" }).replacing("_", with: "-")
      guard HubName.isPart(name), ModelWords(name).hasFamily else { return nil }
      return NameVerdict(.huggingface, name, confidence: .medium)
    // `public.ecr.aws/nvidia/nim:llama3-70b-instruct-1.0.0`: the model and the version of the image.
    case "public.ecr.aws" where parts.count == 3 && parts[1] == "nvidia" && parts[2].hasPrefix("nim:"):
      let words = parts[2].dropFirst("nim:".count).split(separator: "-", omittingEmptySubsequences: false)
      let name = words.prefix { $0.utf8.count { $0 == UInt8(ascii: ".") } < 2 }.joined(separator: "-")
      guard HubName.isPart(name), ModelWords(name).hasFamily else { return nil }
      return NameVerdict(.huggingface, name, confidence: .medium)
    case "registry.ollama.ai" where parts.count == 3:
      let name = parts[1] == "library" ? parts[2] : "\(parts[1])/\(parts[2])"
      let isName = name.utf8.allSatisfy { ASCII.isWord($0) || "-.:/".utf8.contains($0) }
      return isName ? NameVerdict(.ollama, name) : nil
    default: return nil
    }
  }

  /// What stands in every name of theirs.
  private static let registries = NeedleSet([
    "semitechnologies/", "nvcr.io/nim", "nvidia/nemo", "nvidia/nim:", "registry.ollama.ai",
  ])

  /// The model that NVIDIA serves under `owner/name`, where a `_` stands for the point of a version: `llama-3_3-nemotron-super-49b-v1`.
  static func served(_ owner: Substring, _ name: Substring) -> NameVerdict? {
    guard let owner = owners[String(owner)] ?? (Publishers.contains(String(owner)) ? String(owner) : nil) else {
      return nil
    }
    let bytes = Array(name.utf8)
    let spelled = bytes.indices.map { index in
      bytes[index] == UInt8(ascii: "_") && index > 0 && index + 1 < bytes.count && ASCII.isDigit(bytes[index - 1])
        && ASCII.isDigit(bytes[index + 1]) ? UInt8(ascii: ".") : bytes[index]
    }
    let id = "\(owner)/\(String(decoding: spelled, as: UTF8.self))"
    return HubName.isKnownModel(id) ? NameVerdict(.huggingface, id, confidence: .medium) : nil
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
