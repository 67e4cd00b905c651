/// Names with two colons: `bedrock::us.anthropic.claude-3-haiku`, a provider before a name, and `owner/name::folder/file`, a part of
/// a model behind its name.
enum QualifiedName {
  /// The bytes of `text` that name the model; nil where it is none of these.
  static func name(in text: String) -> Range<Int>? {
    let bytes = text.utf8
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "::".utf8) else {
      return nil
    }
    let count = bytes.distance(from: bytes.startIndex, to: colon)
    guard count > 1, count + 2 < bytes.count else { return nil }
    let first = String(text[..<colon])
    if HubName.isID(first) { return 0..<count }
    return services.contains(first) || HostedModels.isProvider(first) ? count + 2..<bytes.count : nil
  }

  private static let services = WordTable("hf huggingface litellm llamacpp ollama", ignoresCase: false)
}
