internal import ProvisoCore

/// A model of Ollama's behind the name of its service, as LangChain, Pydantic AI and others write it: `ollama:codestral`,
/// `ollama:llama3.2:3b`; and a model that its maker serves, behind the maker's: `mistral:mistral-small`.
enum ServicePrefix {
  /// Nil where the name is none of Ollama's library: `ollama:latest` is an image.
  static func verdict(_ text: String) -> NameVerdict? {
    if let colon = text.firstIndex(of: ":"),
      MakersService.serves(String(text[text.index(after: colon)...]), under: String(text[..<colon]))
    {
      return NameVerdict(.hosted, text)
    }
    guard text.hasPrefix(prefix) else { return nil }
    let name = String(text.dropFirst(prefix.utf8.count))
    guard PlainName.isOllamaName(name), OllamaNames.contains(String(name.prefix { $0 != ":" })) else { return nil }
    return NameVerdict(.ollama, name)
  }

  private static let prefix = "ollama:"
}
