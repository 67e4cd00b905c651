/// Names within a text that is more than the name: with two colons, `bedrock::us.anthropic.claude-3-haiku`, a provider before a name,
/// and `owner/name::folder/file`, a part of a model behind its name; and what a request asks a server for,
/// `ws://host/v1/realtime?model=owner/name&language=en`.
enum QualifiedName {
  /// The bytes of `text` that name the model; nil where it is none of these.
  static func name(in text: String) -> Range<Int>? {
    let bytes = text.utf8
    if let asked = asked(in: text) { return asked }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "::".utf8) else {
      return nil
    }
    let count = bytes.distance(from: bytes.startIndex, to: colon)
    guard count > 1, count + 2 < bytes.count else { return nil }
    let first = String(text[..<colon])
    if HubName.isID(first) { return 0..<count }
    return services.contains(first) || HostedModels.isProvider(first) ? count + 2..<bytes.count : nil
  }

  /// The hub's id that an address has as its parameter `model`.
  private static func asked(in text: String) -> Range<Int>? {
    guard text.utf8.contains(UInt8(ascii: "?")) else { return nil }
    let bytes = Array(text.utf8)
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "?")), bytes[..<mark].contains(UInt8(ascii: "/")) else {
      return nil
    }
    for part in bytes[(mark + 1)...].split(separator: UInt8(ascii: "&")) {
      guard let key = parameters.first(where: { part.starts(with: $0.utf8) }) else { continue }
      let value = part.dropFirst(key.utf8.count)
      let name = String(decoding: value, as: UTF8.self)
      if HubName.isID(name), !NameJudge.isPlaceholder(name) { return value.startIndex..<value.endIndex }
    }
    return nil
  }

  private static let parameters = ["model=", "model_id=", "modelId="]
  private static let services = WordTable("hf huggingface litellm llamacpp ollama", ignoresCase: false)
}
