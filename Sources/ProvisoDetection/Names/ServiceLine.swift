internal import ProvisoText

/// What routers call models that a maker only serves: `openai/o3`, `amazon/nova-lite-v1`, `x-ai/grok-build-0.1`. The maker and how the
/// name begins say together what neither says alone.
enum ServiceLine {
  /// Whether nobody publishes weights under `owner/name`.
  static func contains(_ name: String, of owner: String) -> Bool {
    guard let lines = lines[owner], !name.utf8.contains(where: ASCII.isUpper) else { return false }
    let word = name.utf8.prefix { ASCII.isLetter($0) || ASCII.isDigit($0) }
    return lines.contains(String(Substring(word)))
  }

  /// The first words of the names. What has weights as well (`gpt-oss`, `gemma`, `whisper`) is not here.
  private static let lines: [String: Set<String>] = [
    "amazon": ["nova", "titan"],
    "groq": ["compound"],
    "google": ["imagen", "lyria", "veo"],
    "inflection": ["inflection"],
    "openai": ["dall", "o1", "o3", "o4"],
    "perplexity": ["sonar"],
    "x-ai": ["grok"],
  ]
}
