internal import ProvisoCore
internal import ProvisoDetection
internal import ProvisoKnowledge

/// Reads a model's name as somebody types it.
enum ModelNameReader {
  /// What a text may mean.
  struct Reading {
    var model: ModelName
    /// The revision that the text asks for: `owner/name@v1.0`.
    var revision: String?
    /// The models that are meant where the text names a line; empty where it is one model's name.
    var candidates: [ModelName] = []
    /// Whether the text is no more than how the names of the candidates begin.
    var isBeginning = false
  }

  static func read(_ written: String) -> Reading {
    let text = plain(written)
    if let address = HubAddress.parse(text) {
      return Reading(model: .huggingFace(address.id), revision: address.revision)
    }
    if let reading = prefixLaunched(text) { return reading }
    if let name = registered(text) { return Reading(model: name) }
    if let reading = routed(text) { return reading }
    if text.contains("/") { return owned(text) }
    if let id = cached(text) { return owned(id) }
    if ModelCatalog.isAlias(text) { return Reading(model: .huggingFace(text)) }
    if isOllama(text) { return Reading(model: ModelName(registry: .ollama, id: text)) }
    let (ids, isName) = SpokenName.reading(of: text)
    if !ids.isEmpty {
      return Reading(model: .huggingFace(text), candidates: ids.map(ModelName.huggingFace), isBeginning: !isName)
    }
    // What a registry of short names knows is told last: the words may be anything else.
    for registry in shortNames where RegistryModels.isKnown(registry: registry.rawValue, id: text) {
      return Reading(model: ModelName(registry: registry, id: text))
    }
    if let reading = launched(text) ?? tagged(text) ?? hosted(text).map({ Reading(model: $0) }) { return reading }
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

  /// Short names of programs that fetch models of the hub: `ramalama:granite`, or the name alone.
  private static func prefixLaunched(_ text: String) -> Reading? {
    for registry in launchers where text.lowercased().hasPrefix(registry + ":") {
      let name = text.dropFirst(registry.utf8.count + 1).drop { $0 == "/" }
      return launched(String(name), by: [registry]) ?? Reading(model: .huggingFace(String(name)))
    }
    return nil
  }

  private static func launched(_ text: String, by registries: [String] = launchers) -> Reading? {
    for registry in registries {
      guard let bases = RegistryModels.entry(registry: registry, id: text)?.bases, !bases.isEmpty else { continue }
      return Reading(model: .huggingFace(text), candidates: bases.map(ModelName.huggingFace))
    }
    return nil
  }

  private static let launchers = ["ramalama", "localai"]

  /// A model that is reached through its maker's service only, as the service or people write it: `gpt-4o`, `Claude 3.5 Sonnet`.
  private static func hosted(_ text: String) -> ModelName? {
    let name = text.split(whereSeparator: \.isWhitespace).joined(separator: "-").lowercased()
    for spelling in [name, String(name.map { $0 == "." ? "-" : $0 })] {
      if let verdict = NameJudge.judge(spelling, in: .modelKey), verdict.model.registry == .hosted {
        return verdict.model
      }
    }
    return nil
  }

  /// What a router or a service writes before a name: `together_ai/owner/name`, `mistral/codestral-latest`, `bedrock/meta.llama3-…`,
  /// `accounts/fireworks/models/llama-v3p1-8b-instruct`.
  private static func routed(_ text: String) -> Reading? {
    guard text.contains("/"), let verdict = NameJudge.judge(text, in: .modelKey), !verdict.isPartial,
      verdict.model.id != text, ![.docker, .local, .url].contains(verdict.model.registry)
    else { return nil }
    // `owner/name:free`, `owner/name@v1` are names with something behind them.
    guard !text.hasPrefix(verdict.model.id) else { return nil }
    return verdict.model.registry == .huggingface && !verdict.model.id.contains("/")
      ? read(verdict.model.id) : Reading(model: verdict.model, revision: verdict.revision.name)
  }

  /// Without what stands around a name and is no part of it: blanks, a slash at the end, the scheme and host of a registry's page.
  private static func plain(_ text: String) -> String {
    var name = text.drop(while: \.isWhitespace)
    while let last = name.last, last.isWhitespace || last == "/" { name.removeLast() }
    var plain = String(name)
    for (start, replacement) in starts where plain.lowercased().hasPrefix(start) {
      plain = replacement + plain.dropFirst(start.utf8.count)
      break
    }
    return plain.isEmpty ? text : plain
  }

  /// Beginnings of addresses, the longer first, and what stands for them.
  private static let starts: [(String, String)] = [
    ("http://hf.co/", "hf.co/"), ("http://www.huggingface.co/", "huggingface.co/"),
    ("https://ollama.com/library/", "ollama:"), ("https://ollama.com/", "ollama:"), ("ollama.com/library/", "ollama:"),
    ("https://registry.ollama.ai/library/", "ollama:"), ("registry.ollama.ai/library/", "ollama:"),
    ("https://hub.docker.com/r/", "docker:"), ("https://modelscope.cn/models/", "modelscope:"),
    ("https://www.modelscope.cn/models/", "modelscope:"),
    // The platform's endpoints, be it its own models or others'.
    ("databricks/databricks-", ""), ("databricks-meta-llama-", "meta-llama-"), ("databricks-dbrx-", "dbrx-"),
  ]

  /// `owner/name` of the hub's cache: `models--owner--name`.
  private static func cached(_ text: String) -> String? {
    let parts = text.split(separator: "--", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "models", !parts[1].isEmpty, !parts[2].isEmpty else { return nil }
    return "\(parts[1])/\(parts[2])"
  }

  /// A name with an owner, and what may follow it: a revision after `@`, a router's or a quantization's tag after a colon.
  private static func owned(_ text: String) -> Reading {
    var model = withOwner(text)
    guard model.registry == .huggingface, text.split(separator: "/").count == 2 else { return Reading(model: model) }
    var revision: String?
    if let mark = text.lastIndex(of: "@"), text[mark...].utf8.count > 1 {
      revision = String(text[text.index(after: mark)...])
      model.id = String(text[..<mark])
    } else if let mark = text.lastIndex(of: ":") {
      model.id = String(text[..<mark])
    }
    return Reading(model: model, revision: revision)
  }

  private static func withOwner(_ text: String) -> ModelName {
    if text.hasPrefix("ai/") || text.hasPrefix("docker.io/") { return ModelName(registry: .docker, id: text) }
    if RegistryModels.isKnown(registry: Registry.coqui.rawValue, id: text) {
      return ModelName(registry: .coqui, id: text)
    }
    return .huggingFace(text)
  }

  /// The models that a word may mean that is a name of Ollama's library and says no tag: those of its tags, the default's first, and
  /// where it is not spelled as the library spells it, those that people call so.
  static func line(of written: String) -> [ModelName] {
    let text = plain(written)
    guard !text.contains(where: { $0 == ":" || $0 == "/" || $0.isWhitespace }) else { return [] }
    let said = text == text.lowercased() ? [] : SpokenName.candidates(of: text)
    var seen: Set<String> = []
    return (RegistryModels.hubModels(ofLine: text, registry: Registry.ollama.rawValue) + said)
      .filter { seen.insert($0.lowercased()).inserted }.map(ModelName.huggingFace)
  }

  /// A name of Ollama's library and one of its tags with a blank between: `deepseek-r1 70b`.
  private static func tagged(_ text: String) -> Reading? {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard parts.count == 2,
      let model = RegistryModels.hubModel(registry: Registry.ollama.rawValue, id: parts.joined(separator: ":"))
    else { return nil }
    return Reading(model: .huggingFace(text), candidates: [.huggingFace(model)])
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
