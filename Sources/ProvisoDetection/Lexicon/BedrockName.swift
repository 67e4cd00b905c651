internal import ProvisoCore

/// Ids of Amazon Bedrock: `meta.llama3-1-8b-instruct-v1:0`, with a region before it or not.
enum BedrockName {
  private static let regions: Set<String> = ["us", "eu", "apac", "au", "jp", "global", "us-gov", "ca", "sa", "me"]
  /// Makers that serve what they do not publish.
  private static let hosted: [String: [String]] = [
    "ai21": ["j2", "jurassic"], "amazon": ["titan", "nova", "rerank"], "anthropic": ["claude"],
    "cohere": ["command", "embed", "rerank"], "luma": ["ray"], "stability": ["stable-image"], "twelvelabs": [],
    "writer": ["palmyra"],
  ]
  /// Makers whose models are published, by what their ids begin with.
  private static let open: [String: [String]] = [
    "ai21": ["jamba"], "deepseek": ["r1", "v3", "v4"], "google": ["gemma"], "meta": ["llama"], "minimax": ["minimax"],
    "mistral": ["mistral", "mixtral", "ministral", "pixtral", "voxtral", "magistral", "devstral"],
    "moonshot": ["kimi"], "moonshotai": ["kimi"], "nvidia": ["nemotron"], "openai": ["gpt-oss"], "qwen": ["qwen"],
    "stability": ["sd3", "stable-diffusion"], "zai": ["glm"],
  ]

  /// What is looked for before a string is judged: the makers, each before its full stop.
  static var words: [String] { (Array(hosted.keys) + Array(open.keys)).map { "\($0)." } }

  /// `arn:aws:bedrock:${var.region}::foundation-model/meta.llama3-1-8b-instruct-v1:0`: the part to be filled in is no part of the name.
  static func named(byARN text: String) -> NameVerdict? {
    guard text.hasPrefix("arn:"), let slash = text.lastIndex(of: "/"),
      text[..<slash].hasSuffix(":foundation-model") || text[..<slash].hasSuffix(":inference-profile")
    else { return nil }
    return verdict(String(text[text.index(after: slash)...]))
  }

  /// The id without its region, which is where it is looked up.
  static func verdict(_ text: String) -> NameVerdict? {
    // `ai21.jamba-test`: a double of a test.
    guard text.utf8.contains(UInt8(ascii: ".")), !text.hasSuffix("-test"),
      text.utf8.allSatisfy({ ASCII.isWord($0) && !ASCII.isUpper($0) || "-.:".utf8.contains($0) })
    else { return nil }
    var id = text[...]
    if let dot = id.firstIndex(of: "."), regions.contains(String(id[..<dot])) { id = id[id.index(after: dot)...] }
    guard let dot = id.firstIndex(of: ".") else { return nil }
    let maker = String(id[..<dot])
    let model = id[id.index(after: dot)...]
    if open[maker]?.contains(where: model.hasPrefix) == true { return NameVerdict(.bedrock, String(id)) }
    if hosted[maker]?.contains(where: model.hasPrefix) == true { return NameVerdict(.hosted, String(id)) }
    return nil
  }
}
