internal import ProvisoCore
internal import ProvisoText

/// The name of a base as manifests write it, which is not always the hub's id: an address in any case, with a revision, a folder of
/// the hub's cache, a file of the repository.
enum BaseName {
  /// The hub model that `text` names; nil for a path, a placeholder and what cannot be read.
  ///
  /// - Parameter mayHaveFile: Whether `owner/name/file` is meant; under keys that hold folders it is a path.
  static func model(in text: String, mayHaveFile: Bool = false) -> ModelName? {
    if let model = HubName.model(in: text) { return model }
    guard text.utf8.count <= 1_024, let id = id(of: text, mayHaveFile), HubName.isID(id), !HubName.isPlaceholder(id)
    else { return nil }
    return .huggingFace(id)
  }

  private static func id(_ parts: some Collection<Substring>) -> String? {
    guard parts.count >= 2 else { return nil }
    return parts.prefix(2).joined(separator: "/")
  }

  private static func id(of text: String, _ mayHaveFile: Bool) -> String? {
    var text = (PackageURL.decoded(text[...]) ?? text)[...]
    text = text.drop { $0.isWhitespace || "`'\"".contains($0) }
    while let last = text.last, last.isWhitespace || "`'\"".contains(last) { text = text.dropLast() }
    text = text.prefix { !"@#?".contains($0) }
    if let cached = text.split(separator: "/").first(where: { $0.hasPrefix("models--") }) {
      return id(cacheParts(cached))
    }
    let folded = ASCII.lowercased(String(text))
    if let host = hosts.first(where: folded.hasPrefix) {
      var parts = text.dropFirst(host.count).split(separator: "/")
      if parts.count > 2, parts[0] == "api", parts[1] == "models" { parts.removeFirst(2) }
      return HubAddress.parse("https://huggingface.co/" + parts.joined(separator: "/"))?.id
    }
    guard let first = text.first, !"/.~".contains(first) else { return nil }
    var parts = text.split(separator: "/")
    guard mayHaveFile || parts.count == 2 else { return nil }
    // `ollama.com/library/llama3` is another host's, not the hub's.
    if parts.count > 2, [".com", ".ai", ".cn", ".org", ".io", ".net", ".dev"].contains(where: parts[0].hasSuffix) {
      return nil
    }
    while parts.count > 1, parts[1].hasSuffix(".") { parts[1] = parts[1].dropLast() }
    return id(parts)
  }

  /// `owner` and `name` of `models--owner--name`.
  private static func cacheParts(_ folder: Substring) -> [Substring] {
    let rest = folder.dropFirst("models--".count)
    guard let mark = rest.firstRange(of: "--") else { return [] }
    return [rest[..<mark.lowerBound], rest[mark.upperBound...]]
  }

  private static let hosts = [
    "https://www.huggingface.co/", "http://www.huggingface.co/", "https://huggingface.co/", "http://huggingface.co/",
    "https://hf.co/", "https://hf-mirror.com/", "www.huggingface.co/", "huggingface.co/", "hf.co/", "hf://",
    "huggingface://", "hf:", "huggingface:", "hf-hub:",
  ]
}
